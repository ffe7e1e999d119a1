import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsUUID } from 'class-validator';
import { MASKED_KINDS } from '../../rules-as-code/mask-text.js';
import { Field, NullableField } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { RuleExample } from '../rules/rule.views.js';

/** The body that makes a message a test of a rule. */
export class TestCaseRequest {
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'The rule that is tested; the one that answered unless said.',
  })
  @MayBeAbsent()
  @IsUUID()
  readonly ruleId?: string;

  @ApiProperty({
    default: false,
    required: false,
    description: 'Add the test to the rule, as a new revision. Needs the role editor.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly add?: boolean;

  @ApiProperty({ type: String, maxLength: 500, required: false, description: 'Why; kept with the revision.' })
  @MayBeAbsent()
  @IsText(1, 500)
  readonly reason?: string;
}

export class TestCaseView {
  @Field('uuid', 'The rule that is tested.')
  readonly ruleId: string;

  @NullableField('text', 'Its key in files.')
  readonly ruleKey: string | null;

  @Field('text', 'Its name.')
  readonly ruleName: string;

  @ApiProperty({
    type: RuleExample,
    description: 'The entry for `tests` of the rule, without personal data.',
  })
  readonly test: RuleExample;

  @ApiProperty({ enum: MASKED_KINDS, isArray: true, description: 'What was hidden in the text.' })
  readonly masked: readonly string[];

  @Field('flag', 'Whether the test holds: run just now, with the masked text.')
  readonly holds: boolean;

  @Field('text', 'How it came out, and why.')
  readonly sentence: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The revision of the rule that has the test; null when it was not added.',
  })
  readonly revision: number | null;
}
