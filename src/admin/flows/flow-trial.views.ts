import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsObject, ValidateBy } from 'class-validator';
import { CHANNELS, type Channel } from '../../messaging/channel.js';
import { Field, NullableField } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { SimulatedDecisionView } from '../messages/explanation.views.js';

const MOST_TEXTS = 50;
const LONGEST_TEXT = 1_600;

function AreTexts(): PropertyDecorator {
  return ValidateBy({
    name: 'areTexts',
    validator: {
      validate: (value) =>
        Array.isArray(value) &&
        value.length <= MOST_TEXTS &&
        value.every((each) => each === null || (typeof each === 'string' && each.length <= LONGEST_TEXT)),
      defaultMessage: () =>
        `Write at most ${MOST_TEXTS} texts of at most ${LONGEST_TEXT} characters; null stands for no answer in time.`,
    },
  });
}

export class FlowTrialRequest {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', nullable: true },
    maxItems: MOST_TEXTS,
    example: ['1', 'Ann'],
    description:
      'What the customer writes after the flow has begun, one message each; null: no answer in time.',
  })
  @IsArray()
  @AreTexts()
  readonly texts: readonly (string | null)[];

  @ApiProperty({ enum: CHANNELS, required: false, default: 'sms' })
  @MayBeAbsent()
  @IsIn(CHANNELS)
  readonly channel?: Channel;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'When; now when absent.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

export class FlowDraftTrialRequest extends FlowTrialRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The flow, as POST /api/v1/flows takes it.',
  })
  @IsObject()
  readonly definition: object;
}

export class FlowTrialTurnView {
  @NullableField('text', 'What the customer wrote; the first opens the conversation. Null: nothing in time.')
  readonly text: string | null;

  @ApiProperty({ type: SimulatedDecisionView })
  readonly decision: SimulatedDecisionView;

  @NullableField('text', 'The step at which the flow waits then; null when it is over.')
  readonly step: string | null;

  @Field('object', 'What was answered so far.')
  readonly variables: Readonly<Record<string, unknown>>;
}

class FlowWarningView {
  @Field('text', 'A JSON pointer into the flow.')
  readonly pointer: string;

  @Field('text', 'What may be wrong, and what to do about it.')
  readonly detail: string;
}

export class FlowTrialView {
  @ApiProperty({ type: [FlowTrialTurnView] })
  readonly turns: readonly FlowTrialTurnView[];

  @ApiProperty({ type: [FlowWarningView], description: 'What is worth a thought about the flow itself.' })
  readonly warnings: readonly FlowWarningView[];
}
