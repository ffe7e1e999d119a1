import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsUUID, Max, Min } from 'class-validator';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { RulePlace } from '../rules/rule-place.js';

export const MAX_DAYS = 90;
export const MOST_EVENTS = 500_000;

/** A rule to try on what has happened. */
export class DryRunDraft {
  @ApiProperty({
    type: Object,
    required: false,
    description:
      'The rule as it would be saved. Absent: the stored rule as it is, without it against with it live.',
  })
  @MayBeAbsent()
  @IsObject()
  readonly definition?: object;

  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'The stored rule that it changes. Absent: a new rule.',
  })
  @MayBeAbsent()
  @IsUUID()
  readonly ruleId?: string;

  @RulePlace()
  readonly position?: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: MAX_DAYS, default: 30, required: false })
  @IsInt()
  @Min(1)
  @Max(MAX_DAYS)
  readonly days: number = 30;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: MOST_EVENTS,
    default: 100_000,
    required: false,
    description: 'The latest so many events are looked at.',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_EVENTS)
  readonly limit: number = 100_000;
}

class SidesView {
  @Field('integer', 'By the live rules.')
  readonly before: number;

  @Field('integer', 'With the change.')
  readonly after: number;
}

class DayView extends SidesView {
  @Field('text', 'A UTC day: 2026-04-10.')
  readonly day: string;

  @Field('integer', 'Events of that day.')
  readonly lookedAt: number;
}

export class ForecastView {
  @ApiProperty({ type: 'number', description: 'Firings in 24 hours, on average.' })
  readonly mean: number;

  @Field('integer', 'Few firings, but not yet surprisingly few.')
  readonly low: number;

  @Field('integer', 'Many firings, but not yet surprisingly many.')
  readonly high: number;
}

class OtherRuleView {
  @Field('uuid', 'Its id.')
  readonly ruleId: string;

  @NullableField('text', 'Its name; null when it was deleted since.')
  readonly name: string | null;

  @Field('integer', 'Events upon which it fires only with the change.')
  readonly gained: number;

  @Field('integer', 'Events upon which it no longer fires.')
  readonly lost: number;
}

class ExampleSideView {
  @Field('text', 'How it ends.')
  readonly verdict: string;

  @Field('text', 'Why.')
  readonly sentence: string;

  @NullableField('uuid', 'The rule that it is about.')
  readonly ruleId: string | null;

  @NullableField('text', 'Its name.')
  readonly ruleName: string | null;

  @NullableField('text', 'The reply.')
  readonly reply: string | null;
}

class ExampleView {
  @Field('uuid', 'The decision that was made then.')
  readonly decisionId: string;

  @NullableField('uuid', 'The message.')
  readonly messageId: string | null;

  @Field('instant', 'When it was decided upon.')
  readonly at: Date;

  @NullableField('text', 'What the customer wrote; null for an event that is no message.')
  readonly text: string | null;

  @ApiProperty({ type: ExampleSideView })
  readonly before: ExampleSideView;

  @ApiProperty({ type: ExampleSideView })
  readonly after: ExampleSideView;
}

class DryRunResultView {
  @Field('instant', 'From when on events were looked at.')
  readonly since: string;

  @Field('instant', 'Until when.')
  readonly until: string;

  @Field('integer', 'Events that could not be read any more.')
  readonly unreadable: number;

  @ApiProperty({ type: SidesView, description: 'Events upon which the rule fires.' })
  readonly fired: SidesView;

  @Field('integer', 'Events upon which it fires only with the change.')
  readonly gained: number;

  @Field('integer', 'Events upon which it no longer fires.')
  readonly lost: number;

  @Field('integer', 'Events whose verdict or reply differs.')
  readonly changedReplies: number;

  @ApiProperty({ type: SidesView, description: 'Replies in all.' })
  readonly replies: SidesView;

  @ApiProperty({ type: SidesView, description: 'What they cost in SMS segments.' })
  readonly segments: SidesView;

  @ApiProperty({ type: [DayView], description: 'Firings by day.' })
  readonly perDay: readonly DayView[];

  @ApiProperty({ type: ForecastView })
  readonly forecast: ForecastView;

  @ApiProperty({
    type: [OtherRuleView],
    description: 'Rules that lose events to it, or win them, the most first.',
  })
  readonly otherRules: readonly OtherRuleView[];

  @ApiProperty({ type: [ExampleView], description: 'The latest 20 that differ, no two of the same text.' })
  readonly examples: readonly ExampleView[];
}

/** What stands of a dry run in the list and on its own page. */
class DryRunHeadView {
  @Field('uuid', 'Its id; give it as `dryRunId` when you save the rule.')
  readonly id: string;

  @NullableField('uuid', 'The rule; null for a new one.')
  readonly ruleId: string | null;

  @Field('text', 'What the rule was called that was tried.')
  readonly ruleName: string;

  @ApiProperty({ enum: ['running', 'finished', 'failed'] })
  readonly state: string;

  @Field('integer', 'The days that are looked back upon.')
  readonly days: number;

  @Field('integer', 'How many events there are to look at; 0 before they are counted.')
  readonly total: number;

  @Field('integer', 'How many it has looked at.')
  readonly lookedAt: number;

  @NullableField('text', 'Why it failed, and what to do.')
  readonly problem: string | null;

  @Field('text', 'Who asked for it.')
  readonly actor: string;

  @Field('instant', 'When it began.')
  readonly createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly finishedAt: Date | null;
}

/** A dry run in a list; the whole of it is at `GET /api/v1/dry-runs/:id`. */
export class ListedDryRunView extends DryRunHeadView {
  @ApiProperty({
    type: SidesView,
    nullable: true,
    description: 'Events upon which the rule fires. Null until it has finished.',
  })
  readonly fired: SidesView | null;
}

export class DryRunPage extends PageOf(ListedDryRunView) {}

export class DryRunView extends DryRunHeadView {
  @Field('text', 'How firings, cooldowns and the other limits were counted.')
  readonly assumptions: string;

  @ApiProperty({ type: DryRunResultView, nullable: true, description: 'Null until it has finished.' })
  readonly result: DryRunResultView | null;
}
