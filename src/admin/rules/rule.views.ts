import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, Min } from 'class-validator';
import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

class RuleTrigger {
  @ApiProperty({ enum: DOMAIN_EVENT_NAMES })
  readonly event: string;

  @ApiProperty({ enum: CHANNELS, isArray: true, required: false, description: 'Absent: all.' })
  readonly channels?: readonly string[];
}

class RuleLimits {
  @ApiProperty({ type: String, required: false, example: 'PT10M', description: 'An ISO 8601 duration.' })
  readonly cooldown?: string;
}

class RuleExample {
  @Field('text', 'What a customer writes.')
  readonly text: string;

  @ApiProperty({ enum: ['reply', 'none'] })
  readonly expect: string;

  @ApiProperty({ enum: CHANNELS, required: false })
  readonly channel?: string;
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

  @ApiProperty({ type: [RuleExample], required: false })
  readonly tests: readonly RuleExample[];
}

/** The body that makes or changes a rule. */
export class RuleDraft extends RuleDocument {
  @ApiProperty({ type: String, required: false, maxLength: 500, description: 'Why; kept with the revision.' })
  readonly reason?: string;

  @ApiProperty({
    type: 'integer',
    required: false,
    description:
      'When changing: the revision that was read. If somebody else has changed the rule since, the answer is 409.',
  })
  readonly revision?: number;
}

export class RuleView extends RuleDocument {
  @Field('uuid', 'Its id.')
  readonly id: string;

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

export class RulePage extends PageOf(RuleView) {}

class RuleRevisionView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('integer', 'Counted from 1.')
  readonly revision: number;

  @ApiProperty({ type: RuleDocument })
  readonly definition: unknown;

  @Field('text', 'Who made it.')
  readonly actor: string;

  @NullableField('text', 'Why.')
  readonly reason: string | null;

  @Field('instant', 'When.')
  readonly createdAt: Date;
}

export class RuleRevisionPage extends PageOf(RuleRevisionView) {}

export class Rollback {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The revision to go back to.' })
  @IsInt()
  @Min(1)
  readonly revision: number;

  @ApiProperty({ type: String, required: false, maxLength: 400 })
  @MayBeAbsent()
  @IsText(1, 400)
  readonly reason?: string;
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
