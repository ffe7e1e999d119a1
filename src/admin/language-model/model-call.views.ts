import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CHANNELS } from '../../messaging/channel.js';
import { MODEL_MODES } from '../../rules/definition/rule-definition.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ListQuery } from '../lists/list-query.js';

export const MODEL_CALL_STATES = [
  'queued',
  'calling',
  'draft',
  'answered',
  'fallen_back',
  'refused',
  'failed',
  'discarded',
] as const;

export type ModelCallState = (typeof MODEL_CALL_STATES)[number];

/** A question to the language model that a rule asked for. */
export class ModelCallView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @ApiProperty({
    enum: MODEL_CALL_STATES,
    description:
      'draft: a person sends it or not. answered: the model’s answer was sent. fallen_back: the rule’s own text was. refused and failed: nothing was.',
  })
  readonly state: string;

  @ApiProperty({ enum: MODEL_MODES })
  readonly mode: string;

  @Field('text', 'The rule that asked, by its name then.')
  readonly ruleName: string;

  @Field('uuid', 'The revision of the rule that asked.')
  readonly ruleRevisionId: string;

  @Field('uuid', 'The event that the rule was about.')
  readonly domainEventId: string;

  @Field('uuid', 'Who is answered.')
  readonly contactId: string;

  @Field('uuid', 'Where.')
  readonly conversationId: string;

  @Field('uuid', 'The customer’s message.')
  readonly inboundMessageId: string;

  @NullableField('text', 'What the customer wrote; null when the message is not on record any more.')
  readonly question: string | null;

  @NullableField('text', 'The customer’s number or address.')
  readonly theirAddress: string | null;

  @ApiProperty({ enum: CHANNELS, nullable: true, description: 'By which the answer goes.' })
  readonly channel: string | null;

  @Field('text', 'SHA-256 of the prompt, in hex.')
  readonly promptHash: string;

  @NullableField('text', 'The model that answered, as it calls itself.')
  readonly model: string | null;

  @NullableField('text', 'The allowed topic that the model chose.')
  readonly topic: string | null;

  @NullableField('text', 'The text that was sent, or that a person may send.')
  readonly answer: string | null;

  @NullableField('text', 'Why it is not the model’s answer that was sent.')
  readonly reason: string | null;

  @NullableField('integer', 'Tokens of the question, as the model told.')
  readonly promptTokens: number | null;

  @NullableField('integer', 'Tokens of the answer.')
  readonly answerTokens: number | null;

  @NullableField('integer', 'How long the model took, in milliseconds.')
  readonly latencyMs: number | null;

  @NullableField('uuid', 'The message that carries the answer.')
  readonly messageId: string | null;

  @NullableField('text', 'Who sent or discarded the draft.')
  readonly actor: string | null;

  @Field('instant', 'When the rule asked.')
  readonly createdAt: Date;

  @NullableField('instant', 'When it came to its end; null while it waits, for the model or for a person.')
  readonly finishedAt: Date | null;
}

export class ModelCallDetailView extends ModelCallView {
  @Field('text', 'What was asked: the messages as they were sent, JSON. Empty once it was erased or purged.')
  readonly prompt: string;

  @NullableField('text', 'What the model said, letter by letter; its beginning, where that was long.')
  readonly output: string | null;
}

export class ModelCallPage extends PageOf(ModelCallView) {}

export class ModelCallQuery extends ListQuery {
  @ApiProperty({ enum: MODEL_CALL_STATES, required: false })
  @MayBeAbsent()
  @IsIn(MODEL_CALL_STATES)
  readonly state?: ModelCallState;
}

/** What a person makes of a draft. */
export class DraftToSend {
  @ApiProperty({
    type: String,
    required: false,
    maxLength: 4_000,
    description: 'The text as it shall be sent. Absent: the draft as it is.',
  })
  @MayBeAbsent()
  @IsText(1, 4_000)
  readonly text?: string;
}
