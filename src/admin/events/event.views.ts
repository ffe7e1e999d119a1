import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import { VERDICTS } from '../../rules/decision.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { ListQuery } from '../lists/list-query.js';

export const ENTRY_STATES = ['received', 'dispatched', 'processed', 'quarantined', 'failed'] as const;

export class EventQuery extends ListQuery {
  @ApiProperty({ enum: PROVIDER_NAMES, required: false })
  @MayBeAbsent()
  @IsIn(PROVIDER_NAMES)
  readonly provider?: ProviderName;

  @ApiProperty({ enum: ENTRY_STATES, required: false })
  @MayBeAbsent()
  @IsIn(ENTRY_STATES)
  readonly state?: (typeof ENTRY_STATES)[number];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The provider’s name of the type: text.incoming.sms.',
  })
  @MayBeAbsent()
  @IsText(1, 120)
  readonly type?: string;

  @ApiProperty({
    enum: ['true'],
    required: false,
    description: 'Only those that the provider sent again, of the latest 5,000 that it did.',
  })
  @MayBeAbsent()
  @IsIn(['true'])
  readonly cameAgain?: 'true';
}

/** A stored webhook. */
export class EventView {
  @Field('uuid', 'Its id; the webhook’s answer gave it as x-heed-event-id.')
  readonly id: string;

  @Field('text', 'The provider that sent it.')
  readonly provider: string;

  @Field('uuid', 'The connection it came in by.')
  readonly connectionId: string;

  @Field('text', 'The provider’s name of its type.')
  readonly type: string;

  @ApiProperty({ enum: ENTRY_STATES })
  readonly state: string;

  @NullableField('text', 'Why it is quarantined, failed or ignored.')
  readonly reason: string | null;

  @Field('flag', 'Whether its signed time was outside the provider’s tolerance.')
  readonly isStale: boolean;

  @Field('integer', 'Failed tries since it was received or replayed.')
  readonly attempts: number;

  @Field('integer', 'How often somebody had it handled again.')
  readonly replays: number;

  @Field('integer', 'How often the provider sent it again. It was handled once.')
  readonly duplicates: number;

  @NullableField('instant', 'When it came again last.')
  readonly lastDuplicateAt: Date | null;

  @NullableField('uuid', 'The message that it brought, or whose delivery status it told.')
  readonly messageId: string | null;

  @ApiProperty({
    enum: VERDICTS,
    nullable: true,
    description: 'How it ended; null while nothing is decided.',
  })
  readonly verdict: string | null;

  @NullableField('instant', 'When it happened, by the provider’s clock.')
  readonly occurredAt: Date | null;

  @Field('instant', 'When it was stored.')
  readonly receivedAt: Date;

  @NullableField('instant', 'When it was done with.')
  readonly processedAt: Date | null;

  @NullableField('instant', 'When retention emptied its body and headers.')
  readonly purgedAt: Date | null;

  @NullableField('text', 'Why retention emptied it.')
  readonly purgeReason: string | null;
}

export class EventDetailView extends EventView {
  @ApiProperty({
    type: 'string',
    format: 'date-time',
    isArray: true,
    description: 'When it came again, the newest first: the latest twenty times.',
  })
  readonly duplicatesAt: readonly Date[];

  @Field('text', 'The body, byte for byte as it was signed.')
  readonly rawBody: string;

  @ApiProperty({ enum: ['utf-8', 'base64'], description: 'base64 when the bytes are no UTF-8 text.' })
  readonly rawBodyEncoding: 'utf-8' | 'base64';

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The headers that were kept.',
  })
  readonly headers: unknown;
}

export class EventPage extends PageOf(EventView) {}

export class ReplayView {
  @Field('uuid', 'The event.')
  readonly id: string;

  @ApiProperty({ enum: ENTRY_STATES })
  readonly state: string;
}
