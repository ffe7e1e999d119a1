import { ApiProperty } from '@nestjs/swagger';
import { Allow, IsBoolean, IsObject, IsString, Length } from 'class-validator';
import { Field, NullableField } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { DifferenceView } from '../revisions/revision.views.js';
import { DRIFTS } from './drift.js';
import { PLAN_ACTIONS } from './plan-bundle.js';

const KINDS = ['rule', 'schedule', 'template', 'flow'] as const;

/** The body that asks for a plan. */
export class PlanRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'What the files say, as GET /api/v1/rules/export answers it: {version, rules, schedules, templates, flows}. Rules stand in their order.',
  })
  // Checked by the reader of bundles, which tells every problem with its pointer.
  @Allow()
  readonly bundle: unknown;

  @ApiProperty({
    default: false,
    required: false,
    description: 'Take out what is on the server and not in the bundle.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly prune?: boolean;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The body that applies a bundle. */
export class ApplyRequest extends PlanRequest {
  @ApiProperty({
    description: 'The `version` of the plan that was seen. If anything has changed since, the answer is 409.',
  })
  @IsString()
  @Length(1, 60)
  readonly expectedVersion: string;

  @ApiProperty({
    type: String,
    maxLength: 500,
    required: false,
    description: 'Why; kept with the revisions.',
  })
  @MayBeAbsent()
  @IsText(1, 500)
  readonly reason?: string;

  @ApiProperty({
    default: false,
    required: false,
    description: 'Undo what others did on the server since the files were exported or last applied.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly force?: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', format: 'uuid' },
    selfRequired: false,
    description: 'The dry runs of rules that must have one before they go live, by their keys.',
    example: { 'opening-hours': '0198c1de-0000-7000-8000-000000000001' },
  })
  @MayBeAbsent()
  @IsObject()
  readonly dryRuns?: Readonly<Record<string, unknown>>;
}

/** The ids in `dryRuns`; what is no id is left out, and then missing. */
export function dryRunIds(dryRuns: ApplyRequest['dryRuns']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(dryRuns ?? {}).flatMap(([key, id]) =>
      typeof id === 'string' && UUID.test(id) ? [[key, id]] : [],
    ),
  );
}

class PlacesView {
  @ApiProperty({ type: 'integer', required: false, description: 'Where the rule stands.' })
  readonly before?: number;

  @ApiProperty({ type: 'integer', required: false, description: 'Where it will stand.' })
  readonly after?: number;
}

/** What becomes of one rule, schedule, template or flow. */
export class PlannedChangeView {
  @ApiProperty({ enum: KINDS })
  readonly kind: string;

  @Field('text', 'The key of a rule, the name of anything else.')
  readonly key: string;

  @Field('text', 'Its name.')
  readonly name: string;

  @ApiProperty({
    enum: PLAN_ACTIONS,
    description: '`kept`: it is on the server only, and stays, because `prune` was not asked for.',
  })
  readonly action: string;

  @NullableField('uuid', 'Its id; null for what is not there yet.')
  readonly id: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The number of its current revision; null for what is not there yet.',
  })
  readonly revision: number | null;

  @ApiProperty({ type: [DifferenceView], description: 'What is different, place by place.' })
  readonly differences: readonly DifferenceView[];

  @ApiProperty({ type: PlacesView, required: false, description: 'Of a rule in the bundle.' })
  readonly position?: PlacesView;
}

class PlanProblemView {
  @Field('text', 'Where: a JSON pointer into the bundle.')
  readonly pointer: string;

  @Field('text', 'What is wrong, and what to write instead.')
  readonly detail: string;
}

class DriftView {
  @ApiProperty({ enum: [...KINDS, 'order'] })
  readonly kind: string;

  @Field('text', 'The key of a rule, the name of anything else.')
  readonly key: string;

  @ApiProperty({ enum: DRIFTS })
  readonly what: string;

  @Field('text', 'What happened, who did it, and why.')
  readonly sentence: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The revision that somebody made.' })
  readonly revision: number | null;
}

class UnarmedView {
  @Field('text', 'The key of the rule.')
  readonly key: string;

  @Field('text', 'What to do.')
  readonly detail: string;
}

class CountsView {
  @Field('integer', 'By the rules as they stand.')
  readonly before: number;

  @Field('integer', 'By the rules as the bundle says.')
  readonly after: number;
}

class RuleEffectView extends CountsView {
  @Field('text', 'The key of the rule.')
  readonly key: string;

  @Field('text', 'Its name.')
  readonly name: string;
}

class OutcomeView {
  @Field('text', 'The verdict.')
  readonly verdict: string;

  @Field('text', 'Why, in one sentence.')
  readonly sentence: string;
}

class EffectExampleView {
  @NullableField('uuid', 'The message whose answer would be another; null for an event that is no message.')
  readonly messageId: string | null;

  @ApiProperty({ type: OutcomeView })
  readonly before: OutcomeView;

  @ApiProperty({ type: OutcomeView })
  readonly after: OutcomeView;
}

/** What the bundle would have done with the latest real events. */
export class PlanEffectView {
  @Field('instant', 'Events from then on were looked at.')
  readonly since: Date;

  @Field('instant', 'Until then.')
  readonly until: Date;

  @Field('integer', 'So many, the latest.')
  readonly lookedAt: number;

  @Field('flag', 'Whether it took too long to look at all of them.')
  readonly isCut: boolean;

  @Field('integer', 'Events whose verdict or reply would be another.')
  readonly changedReplies: number;

  @ApiProperty({ type: CountsView, description: 'Replies in all.' })
  readonly replies: CountsView;

  @ApiProperty({ type: [RuleEffectView], description: 'How often rules fire, where that differs.' })
  readonly rules: readonly RuleEffectView[];

  @ApiProperty({ type: [EffectExampleView] })
  readonly examples: readonly EffectExampleView[];
}

class PlanSummary {
  @Field('integer', 'So many are new.')
  readonly create: number;

  @Field('integer', 'So many get a new revision.')
  readonly update: number;

  @Field('integer', 'So many rules only change their place.')
  readonly move: number;

  @Field('integer', 'So many are taken out.')
  readonly delete: number;

  @Field('integer', 'So many are as the bundle says.')
  readonly unchanged: number;

  @Field('integer', 'So many are on the server only, and stay.')
  readonly kept: number;
}

/** What applying a bundle would do. */
export class PlanView {
  @Field('text', 'Names the state of the rulebook that this plan is for. Give it to `apply`.')
  readonly version: string;

  @NullableField('text', 'The state that the bundle comes from; null when this Heed knows none.')
  readonly base: string | null;

  @ApiProperty({ type: PlanSummary })
  readonly summary: PlanSummary;

  @ApiProperty({ type: [PlannedChangeView] })
  readonly changes: readonly PlannedChangeView[];

  @ApiProperty({ type: [PlanProblemView], description: 'With any of them the bundle cannot be applied.' })
  readonly problems: readonly PlanProblemView[];

  @ApiProperty({
    type: [DriftView],
    description:
      'What others did on the server since, and the bundle would undo. It is refused without `force`.',
  })
  readonly drift: readonly DriftView[];

  @ApiProperty({
    type: [UnarmedView],
    required: false,
    description:
      'Rules that have to be tried on the past before they go live; `apply` asks for their `dryRuns`. Absent as `effect` is.',
  })
  readonly dryRunsNeeded?: readonly UnarmedView[];

  @ApiProperty({
    type: PlanEffectView,
    required: false,
    description: 'Absent with problems, and after `apply`.',
  })
  readonly effect?: PlanEffectView;
}
