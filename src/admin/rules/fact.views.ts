import { ApiProperty } from '@nestjs/swagger';
import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { FACT_TYPES } from '../../rules/conditions/fact.js';
import { OPERATORS } from '../../rules/definition/rule-definition.js';
import { Field, PageOf } from '../http/api-docs.js';

/** Something that conditions can ask about. */
export class FactView {
  @Field('text', 'Its name; with <name> at its end a whole family: contact.attributes.<name>.')
  readonly name: string;

  @ApiProperty({ enum: FACT_TYPES })
  readonly type: (typeof FACT_TYPES)[number];

  @Field('text', 'One sentence for people.')
  readonly description: string;

  @ApiProperty({ enum: DOMAIN_EVENT_NAMES, isArray: true, description: 'The events that have it.' })
  readonly events: readonly (typeof DOMAIN_EVENT_NAMES)[number][];

  @ApiProperty({ enum: OPERATORS, isArray: true, description: 'What may be asked of it.' })
  readonly operators: readonly (typeof OPERATORS)[number][];

  @Field('flag', 'Whether the condition has to say whose clock is read.')
  readonly needsTimeZone: boolean;

  @Field('flag', 'Whether templates can insert it.')
  readonly isTemplateVariable: boolean;
}

export class FactPage extends PageOf(FactView) {}
