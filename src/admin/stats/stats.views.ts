import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

export class StatsQuery {
  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'From when on to count; 24 hours ago when absent, 31 days ago at the furthest.',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly since?: string;
}

const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** Numbers for a dashboard. What is about a state now counts everything; the rest counts from `since` on. */
export class StatsView {
  @Field('instant', 'From when on.')
  readonly since: Date;

  @Field('instant', 'When it was counted.')
  readonly until: Date;

  @Field('integer', 'Customers’ messages.')
  readonly inbound: number;

  @ApiProperty({ ...COUNTS, description: 'Our messages by their status now.' })
  readonly outbound: Readonly<Record<string, number>>;

  @ApiProperty({ ...COUNTS, description: 'Our messages by kind.' })
  readonly outboundKinds: Readonly<Record<string, number>>;

  @ApiProperty({ ...COUNTS, description: 'Decisions by verdict.' })
  readonly verdicts: Readonly<Record<string, number>>;

  @ApiProperty({ ...COUNTS, description: 'Stored webhooks by state.' })
  readonly events: Readonly<Record<string, number>>;

  @Field('integer', 'Contacts who opted out since then.')
  readonly optOuts: number;

  @Field('integer', 'Contacts who opted in again since then.')
  readonly optIns: number;

  @Field('integer', 'Contacts who may not be written to, now.')
  readonly optedOutNow: number;

  @Field('integer', 'Contacts whose wish is unclear, now.')
  readonly heldNow: number;

  @Field('integer', 'Messages that wait to be sent, now.')
  readonly queuedNow: number;

  @NullableField('integer', 'How long the oldest of them has waited.')
  readonly queuedOldestSeconds: number | null;

  @Field('integer', 'Messages whose fate nobody knows, now.')
  readonly unknownNow: number;
}
