import { ApiProperty } from '@nestjs/swagger';
import { SENSITIVITIES } from '../../rules/guards/reply-settings.js';
import { Field, NullableField } from '../http/api-docs.js';

class ReplyBudgetView {
  @ApiProperty({ type: 'integer', nullable: true, default: 10, minimum: 1, maximum: 1000 })
  readonly perHour: number | null;

  @ApiProperty({ type: 'integer', nullable: true, default: 30, minimum: 1, maximum: 1000 })
  readonly perDay: number | null;
}

class CostBudgetView {
  @Field('uuid', 'The connection that it is for.')
  readonly connectionId: string;

  @Field('integer', 'SMS segments that rules may have sent in a UTC day; whatever is sent counts.')
  readonly segmentsPerDay: number;

  @ApiProperty({ type: Number, required: false, description: 'What a segment costs; only shown.' })
  readonly pricePerSegment?: number;

  @ApiProperty({ type: String, required: false, example: 'EUR' })
  readonly currency?: string;
}

class HumanPauseView {
  @ApiProperty({
    type: String,
    nullable: true,
    default: 'PT12H',
    description: 'After a person has answered, no rule does for so long (ISO 8601). Null: rules go on.',
  })
  readonly length: string | null;

  @ApiProperty({ enum: ['conversation', 'contact'], default: 'conversation' })
  readonly scope: string;
}

class LoopGuardView {
  @ApiProperty({ enum: SENSITIVITIES, default: 'normal' })
  readonly sensitivity: string;

  @ApiProperty({
    default: 'PT12H',
    description: 'For so long a conversation with another automatic system is left to people (ISO 8601).',
  })
  readonly pause: string;
}

/** Bodies are checked by the same reader as stored settings, not by this class; what is left out has its default. */
class ReplySettingsDocument {
  @ApiProperty({
    type: ReplyBudgetView,
    required: false,
    description: 'Replies for one contact; null: no limit.',
  })
  readonly replyBudget: ReplyBudgetView;

  @ApiProperty({ type: [CostBudgetView], required: false })
  readonly costBudgets: readonly CostBudgetView[];

  @ApiProperty({ type: HumanPauseView, required: false })
  readonly humanPause: HumanPauseView;

  @ApiProperty({ type: LoopGuardView, required: false })
  readonly loopGuard: LoopGuardView;
}

export class ReplySettingsDraft extends ReplySettingsDocument {
  @ApiProperty({
    type: 'integer',
    description: 'The version that was read. If somebody has changed the settings since, the answer is 409.',
  })
  readonly version: number;

  @ApiProperty({
    type: String,
    required: false,
    maxLength: 500,
    description: 'Why; kept with the change on the audit trail.',
  })
  readonly reason?: string;
}

export class ReplySettingsView extends ReplySettingsDocument {
  @Field('integer', 'Counts the changes; 0 while the defaults hold.')
  readonly version: number;

  @NullableField('text', 'Who changed them last.')
  readonly actor: string | null;

  @NullableField('instant', 'When.')
  readonly changedAt: Date | null;
}
