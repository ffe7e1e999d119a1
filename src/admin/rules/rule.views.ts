import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, Min } from 'class-validator';
import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import { COOLDOWN_SCOPES } from '../../rules/definition/rule-definition.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { RuleFiguresView } from './rule-figures.views.js';

class RuleTrigger {
  @ApiProperty({ enum: DOMAIN_EVENT_NAMES })
  readonly event: string;

  @ApiProperty({ enum: CHANNELS, isArray: true, required: false, description: 'Absent: all.' })
  readonly channels?: readonly string[];
}

class RuleLimits {
  @ApiProperty({ type: String, required: false, example: 'PT10M', description: 'An ISO 8601 duration.' })
  readonly cooldown?: string;

  @ApiProperty({ enum: COOLDOWN_SCOPES, default: 'channel', required: false })
  readonly cooldownScope?: string;

  @ApiProperty({
    type: 'object',
    properties: { count: { type: 'integer', minimum: 1, maximum: 20 }, per: { type: 'string' } },
    selfRequired: false,
    description: 'How often this rule answers one contact at most.',
    example: { count: 3, per: 'P1D' },
  })
  readonly atMost?: { readonly count: number; readonly per: string };

  @ApiProperty({
    oneOf: [{ type: 'boolean' }, { type: 'string', enum: ['contact', 'conversation'] }],
    required: false,
    description:
      'Only the first time: true or `contact` for the contact, `conversation` in each conversation.',
  })
  readonly once?: boolean | string;

  @ApiProperty({
    type: String,
    required: false,
    example: 'PT3S',
    description: 'The reply waits so long, at most a minute, for more of the customer’s messages.',
  })
  readonly debounce?: string;
}

export class RuleExample {
  @Field('text', 'What a customer writes.')
  readonly text: string;

  @ApiProperty({ enum: ['reply', 'none'] })
  readonly expect: string;

  @ApiProperty({ type: String, required: false, description: 'What the reply has to contain.' })
  readonly expectText?: string;

  @ApiProperty({ enum: CHANNELS, required: false })
  readonly channel?: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'When it is written.' })
  readonly at?: string;
}

/** A rule as it is written. Bodies are checked by the same reader as the engine's, not by this class. */
class RuleDocument {
  @ApiProperty({ maxLength: 120, example: 'Opening hours' })
  readonly name: string;

  @ApiProperty({ default: true, required: false })
  readonly enabled: boolean;

  @ApiProperty({
    enum: ['live', 'shadow'],
    default: 'live',
    required: false,
    description: 'A shadow rule decides and is counted, and sends nothing.',
  })
  readonly mode: string;

  @ApiProperty({ type: RuleTrigger })
  readonly trigger: RuleTrigger;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '`all`, `any` or `not` of conditions, or one leaf: {fact, op, value, caseSensitive?}.',
    example: { fact: 'message.text', op: 'word', value: ['hours', 'open'] },
  })
  readonly when: unknown;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'What to do: {"reply": {"text": …}} once at most, and {"tag": …}.',
    example: [{ reply: { text: 'We are open 9-17.' } }, { tag: 'asked-hours' }],
  })
  readonly then: unknown;

  @ApiProperty({ type: RuleLimits, required: false })
  readonly limits: RuleLimits;

  @ApiProperty({
    default: false,
    required: false,
    description: 'Go on to the next rules after this one matched.',
  })
  readonly continue: boolean;

  @ApiProperty({
    type: Boolean,
    default: false,
    required: false,
    description: 'Asked also while a flow waits for an answer, and before the flow.',
  })
  readonly hot?: boolean;

  @ApiProperty({
    type: String,
    required: false,
    example: 'marketing',
    description:
      'A message category of the consent settings: the rule leaves contacts alone who have left it.',
  })
  readonly category?: string;

  @ApiProperty({
    type: String,
    required: false,
    maxLength: 64,
    description: 'Rules of one group can share a cooldown, and are switched off together.',
  })
  readonly group?: string;

  @ApiProperty({ type: [RuleExample], required: false })
  readonly tests: readonly RuleExample[];
}

/** The body that makes or changes a rule. */
export class RuleDraft extends RuleDocument {
  @ApiProperty({
    type: String,
    required: false,
    nullable: true,
    pattern: '^[a-z0-9][a-z0-9-]{0,79}$',
    description:
      'Its name in files of rules as code, unique among the rules. Given when it is made, and kept.',
  })
  readonly key?: string | null;

  @ApiProperty({ type: String, required: false, maxLength: 500, description: 'Why; kept with the revision.' })
  readonly reason?: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description:
      'A dry run of exactly this rule, not older than a day: needed when it goes live, or fires upon something else, and there is enough past to try it on.',
  })
  readonly dryRunId?: string;

  @ApiProperty({
    type: 'integer',
    required: false,
    description:
      'When changing: the revision that was read. If somebody else has changed the rule since, the answer is 409.',
  })
  readonly revision?: number;
}

export class RuleView extends IntersectionType(RuleDocument, RuleFiguresView) {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @NullableField('text', 'Its name in files of rules as code.')
  readonly key: string | null;

  @Field('integer', 'Its place in the order in which rules are asked.')
  readonly position: number;

  @Field('integer', 'The number of its current revision, counted from 1.')
  readonly revision: number;

  @Field('uuid', 'The id of that revision; decisions refer to it.')
  readonly revisionId: string;

  @Field('instant', 'When it was made.')
  readonly createdAt: Date;

  @Field('instant', 'When it was last changed.')
  readonly updatedAt: Date;
}

export class RulePage extends PageOf(RuleView) {
  @Field(
    'integer',
    'The version of the rulebook: it rises with every change of a rule, of the order or of the library.',
  )
  readonly version: number;
}

export class Reordering {
  @ApiProperty({
    type: [String],
    description: 'The ids of all the rules, in the order in which they shall be asked.',
  })
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsUUID(undefined, { each: true })
  readonly ids: readonly string[];

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    required: false,
    description: 'The version of the list that was read. If anything has changed since, the answer is 409.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  readonly version?: number;
}

/** How one example of a rule came out. */
class RuleTestView {
  @Field('text', 'What the customer writes.')
  readonly text: string;

  @ApiProperty({ enum: ['reply', 'none'] })
  readonly expected: string;

  @ApiProperty({ enum: ['reply', 'none'] })
  readonly actual: string;

  @Field('text', 'Why.')
  readonly sentence: string;

  @Field('flag', 'Whether it came out as expected.')
  readonly ok: boolean;
}

export class RuleTestPage extends PageOf(RuleTestView) {}
