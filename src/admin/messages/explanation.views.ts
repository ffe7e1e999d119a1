import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS } from '../../messaging/channel.js';
import { VERDICTS } from '../../rules/decision.js';
import { Field, NullableField } from '../http/api-docs.js';
import { ModelCallView } from '../language-model/model-call.views.js';
import { MessageView } from './message.views.js';

/** One question that was asked on the way to a decision, with its answer. */
class TraceNodeView {
  @Field('text', 'What was asked.')
  readonly label: string;

  @ApiProperty({ enum: ['passed', 'matched', 'not_matched', 'skipped', 'stopped'] })
  readonly outcome: string;

  @ApiProperty({ type: String, required: false, description: 'The answer in one sentence.' })
  readonly detail?: string;

  @ApiProperty({ required: false, description: 'What was found.', oneOf: [{}] })
  readonly actual?: unknown;

  @ApiProperty({ required: false, description: 'What was wanted.', oneOf: [{}] })
  readonly expected?: unknown;

  @ApiProperty({ type: String, format: 'uuid', required: false })
  readonly ruleId?: string;

  @ApiProperty({ type: () => [TraceNodeView], required: false })
  readonly children?: unknown;
}

/** What a text would be sent as. */
export class PlannedReplyView {
  @Field('text', 'The text.')
  readonly text: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: string;

  @ApiProperty({
    enum: ['GSM-7', 'UCS-2'],
    description: 'As an SMS: one character outside GSM-7 makes the whole text UCS-2.',
  })
  readonly encoding: string;

  @Field('integer', 'As an SMS: how many parts it takes.')
  readonly segments: number;

  @ApiProperty({
    type: String,
    required: false,
    description: 'In a simulation: which characters make an SMS cost more, and what to write instead.',
  })
  readonly costHint?: string;
}

export class SentReplyView extends PlannedReplyView {
  @Field('uuid', 'The message that carries it.')
  readonly messageId: string;

  @Field('text', 'Where it is now.')
  readonly status: string;
}

/** Something that would be done besides replying. */
export class PlannedEffectView {
  @ApiProperty({
    enum: ['tag', 'untag', 'attribute', 'pause', 'handOver', 'flow', 'webhook', 'send', 'model'],
    description: 'What it is; what else it says depends on that. docs/rules.md describes each action.',
  })
  readonly kind: string;
}

/** A decision and its whole reasoning. */
export class DecisionView {
  @ApiProperty({ enum: VERDICTS })
  readonly verdict: string;

  @Field('text', 'What was decided and why, in one plain sentence.')
  readonly sentence: string;

  @ApiProperty({ type: [PlannedReplyView] })
  readonly replies: readonly PlannedReplyView[];

  @ApiProperty({
    type: [TraceNodeView],
    description: 'Every question that was asked, in order of precedence.',
  })
  readonly stages: unknown;
}

/** What would be decided, with all that it would do. */
export class SimulatedDecisionView extends DecisionView {
  @ApiProperty({ type: [PlannedEffectView] })
  readonly effects: readonly PlannedEffectView[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'What was not looked at, for people: rules look at the beginning of a long text only.',
  })
  readonly note?: string;

  @ApiProperty({
    type: TraceNodeView,
    required: false,
    description: 'What the rule of `ruleId` says by itself, whatever the rules before it say.',
  })
  readonly rule?: unknown;
}

export class TimelineStepView {
  @Field('instant', 'When.')
  readonly at: Date;

  @Field('text', 'What happened, in a word or two.')
  readonly what: string;

  @Field('text', 'The same in a sentence.')
  readonly detail: string;
}

export class ExplanationView {
  @ApiProperty({
    enum: VERDICTS,
    nullable: true,
    description: 'Null for a message that was sent by hand, and while nothing is decided.',
  })
  readonly verdict: string | null;

  @Field('text', 'Why it was answered, or was not, in one plain sentence.')
  readonly sentence: string;

  @ApiProperty({ type: [SentReplyView] })
  readonly replies: readonly SentReplyView[];

  @ApiProperty({
    type: [TraceNodeView],
    description: 'Every question that was asked, in order of precedence.',
  })
  readonly stages: unknown;

  @NullableField('instant', 'When it was decided.')
  readonly decidedAt: Date | null;

  @ApiProperty({ type: MessageView })
  readonly message: MessageView;

  @ApiProperty({
    type: ModelCallView,
    nullable: true,
    description: 'What a language model was asked about it, and answered; null when none was asked.',
  })
  readonly modelCall: ModelCallView | null;

  @ApiProperty({ type: [TimelineStepView] })
  readonly timeline: readonly TimelineStepView[];
}
