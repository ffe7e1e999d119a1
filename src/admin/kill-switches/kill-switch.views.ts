import { ApiProperty } from '@nestjs/swagger';
import { Field, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';

/** Replies of rules that somebody has switched off. */
export class KillSwitchView {
  @Field('text', 'What is off: `all`, `connection:<id>` or `group:<name>`.')
  readonly scope: string;

  @Field('text', 'Why.')
  readonly reason: string;

  @Field('text', 'Who switched it off.')
  readonly actor: string;

  @Field('instant', 'Since when.')
  readonly since: Date;
}

export class KillSwitchPage extends PageOf(KillSwitchView) {}

export class SwitchedOffView extends KillSwitchView {
  @Field('integer', 'How many queued replies were suppressed with it.')
  readonly suppressed: number;
}

export class SwitchOff {
  @ApiProperty({ maxLength: 200, example: 'Wrong prices in the menu rules' })
  @IsText(1, 200)
  readonly reason: string;
}

export class RuleGroupList {
  @ApiProperty({ type: [String] })
  readonly items: readonly string[];
}
