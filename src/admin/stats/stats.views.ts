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

  @Field('integer', 'Conversations that are with a person, now.')
  readonly pausedNow: number;

  @NullableField(
    'number',
    'Half of the replies were accepted by the provider within so many seconds after their cause reached us (of the latest 10,000).',
  )
  readonly replySecondsMedian: number | null;

  @NullableField('number', 'And 95 of 100 within so many.')
  readonly replySecondsP95: number | null;

  @Field('integer', 'Rules that are held back, because they fired far more often than was foretold, now.')
  readonly rulesHeldBackNow: number;

  @NullableField(
    'integer',
    'What the last scheduled verification of the consent ledger found: 0 when it is intact. See `GET /api/v1/consent/verify`.',
  )
  readonly ledgerFindings: number | null;
}

/** What happened in one step of time. */
export class StatsPointView {
  @Field('instant', 'When it began.')
  readonly at: Date;

  @Field('integer', 'Customers’ messages.')
  readonly inbound: number;

  @Field('integer', 'Replies of rules.')
  readonly replies: number;

  @Field('integer', 'Our messages that failed or did not arrive.')
  readonly failed: number;

  @Field('integer', 'Contacts’ messages that went unanswered because of consent.')
  readonly suppressed: number;

  @Field('integer', 'Contacts who opted out.')
  readonly optOuts: number;
}

/** The same numbers over time. */
export class StatsSeriesView {
  @Field(
    'integer',
    'How long each step is: an hour within two days, a day beyond. The last one may be cut short.',
  )
  readonly stepSeconds: number;

  @ApiProperty({ type: [StatsPointView], description: 'Oldest first, without gaps.' })
  readonly points: readonly StatsPointView[];
}
