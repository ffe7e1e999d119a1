import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField } from '../http/api-docs.js';
import { DifferenceView } from '../revisions/revision.views.js';

/** A decision as it was stored, with its replies. */
export class ReplayedDecisionView {
  @Field('text', 'How the event ended.')
  readonly verdict: string;

  @Field('text', 'Why, in one sentence.')
  readonly sentence: string;

  @NullableField('uuid', 'The revision of the rule that it is about.')
  readonly ruleRevisionId: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The texts of its replies, by slot; without those that retention has emptied.',
  })
  readonly replies: Readonly<Record<string, string>>;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly stages: unknown;
}

/** A decision beside the same one made again. */
export class DecisionReplayView {
  @Field('flag', 'Whether both are the same, down to the last step of the reasoning.')
  readonly identical: boolean;

  @Field('integer', 'The version of the rulebook by which it was made, both times.')
  readonly rulesVersion: number;

  @Field('instant', 'When it was made.')
  readonly decidedAt: Date;

  @ApiProperty({ type: ReplayedDecisionView })
  readonly stored: ReplayedDecisionView;

  @ApiProperty({ type: ReplayedDecisionView })
  readonly replayed: ReplayedDecisionView;

  @ApiProperty({ type: [DifferenceView], description: 'Before is the stored one, after the replayed one.' })
  readonly differences: readonly DifferenceView[];
}
