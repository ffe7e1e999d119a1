import { ApiProperty } from '@nestjs/swagger';
import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';

class NamedRuleView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('text', 'Its name.')
  readonly name: string;
}

class ConflictExampleView {
  @ApiProperty({ enum: DOMAIN_EVENT_NAMES })
  readonly event: string;

  @Field('text', 'What a customer would write; of any other event what it tells, as JSON.')
  readonly text: string;

  @Field('text', 'By which channel.')
  readonly channel: string;

  @Field('text', 'What is decided upon it, by these rules alone.')
  readonly sentence: string;
}

class RuleConflictView {
  @ApiProperty({
    enum: ['unreachable', 'always', 'shadowed', 'duplicate', 'hidden', 'overlap'],
    description:
      '`unreachable`: its condition contradicts itself, or all it asks for are words of consent, which compliance answers before any rule. `always`: it asks for something and answers everything. `shadowed`: whenever it matches, the earlier rule answers. `duplicate`: the same both ways. `hidden`: the earlier rule answers everything. `overlap`: both match the example and would answer differently.',
  })
  readonly kind: string;

  @ApiProperty({
    enum: ['proven', 'example_found'],
    description: '`proven` for every message there can be, or only for the example.',
  })
  readonly certainty: string;

  @ApiProperty({ type: NamedRuleView, description: 'The rule that has the problem.' })
  readonly rule: NamedRuleView;

  @ApiProperty({ type: NamedRuleView, required: false, description: 'The rule above it.' })
  readonly earlier?: NamedRuleView;

  @ApiProperty({
    type: ConflictExampleView,
    required: false,
    description:
      'A message that both rules match, or that shows the problem of the one; decided, not supposed.',
  })
  readonly example?: ConflictExampleView;
}

export class RuleConflictPage extends PageOf(RuleConflictView) {
  @ApiProperty({
    type: [NamedRuleView],
    description: 'Live rules of more than 30 days that never fired in them.',
  })
  readonly neverFired: readonly NamedRuleView[];

  @Field('integer', 'How many rules were looked at: the first 2,000 that are on.')
  readonly analysed: number;

  @Field('integer', 'How many rules that are on were not.')
  readonly notAnalysed: number;

  @NullableField('text', 'What was not looked at, for people; null when all rules that are on were.')
  readonly note: string | null;

  @Field('flag', 'Whether there are more conflicts than are shown.')
  readonly isCut: boolean;
}
