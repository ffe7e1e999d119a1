import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ListQuery } from '../lists/list-query.js';

export const CALL_STATES = ['queued', 'sending', 'delivered', 'failed'] as const;

export type CallState = (typeof CALL_STATES)[number];

/** A call of somebody's system that a rule asked for. */
export class WebhookCallView {
  @Field('uuid', 'Its id, which receivers find in the header webhook-id: the same in every try.')
  readonly id: string;

  @Field('uuid', 'The event that a rule was about.')
  readonly domainEventId: string;

  @Field('uuid', 'The revision of the rule that asked for it.')
  readonly ruleRevisionId: string;

  @Field('text', 'The address that is called.')
  readonly url: string;

  @ApiProperty({ enum: CALL_STATES })
  readonly state: string;

  @Field('integer', 'How often it was tried.')
  readonly attempts: number;

  @NullableField('integer', 'The HTTP status of the last answer; null where there was none.')
  readonly lastStatus: number | null;

  @NullableField('text', 'Why it is not delivered yet, or has failed.')
  readonly reason: string | null;

  @NullableField('instant', 'When it is tried next; null when it is over.')
  readonly nextAttemptAt: Date | null;

  @Field('instant', 'When the rule asked for it.')
  readonly createdAt: Date;

  @NullableField('instant', 'When it was delivered or given up.')
  readonly finishedAt: Date | null;
}

export class WebhookCallPage extends PageOf(WebhookCallView) {}

export class WebhookCallQuery extends ListQuery {
  @ApiProperty({ enum: CALL_STATES, required: false })
  @MayBeAbsent()
  @IsIn(CALL_STATES)
  readonly state?: CallState;
}

/** A secret that outbound webhooks are signed with, without its value. */
export class WebhookSecretView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('instant', 'When it was made.')
  readonly createdAt: Date;

  @NullableField('instant', 'When it was shown; it is shown once.')
  readonly revealedAt: Date | null;

  @NullableField('instant', 'From then on it signs nothing; null for the newest.')
  readonly retiresAt: Date | null;
}

export class WebhookSecretPage extends PageOf(WebhookSecretView) {}

export class RevealedWebhookSecretView extends WebhookSecretView {
  @ApiProperty({
    example: 'whsec_…',
    description: 'What receivers check signatures with. Keep it now: it is not shown again.',
  })
  readonly secret: string;
}
