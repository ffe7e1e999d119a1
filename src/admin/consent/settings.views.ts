import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField, PageOf } from '../http/api-docs.js';

class TenantKeywords {
  @ApiProperty({ type: [String], description: 'Stop all messages.', example: ['nee bedankt'] })
  readonly optOut: readonly string[];

  @ApiProperty({ type: [String], description: 'Ask for messages again.', example: ['weiter'] })
  readonly optIn: readonly string[];

  @ApiProperty({ type: [String], description: 'Ask for help.', example: ['assist'] })
  readonly help: readonly string[];
}

class Category {
  @ApiProperty({ example: 'marketing', description: 'Names it in rules, in the ledger and in this API.' })
  readonly key: string;

  @ApiProperty({
    maxLength: 20,
    example: 'Marketing',
    description: 'Names it in texts to customers: "You will get no more Marketing messages."',
  })
  readonly name: string;

  @ApiProperty({
    type: [String],
    example: ['marketing', 'promo', 'offers'],
    description: 'What customers write behind STOP or START to mean it.',
  })
  readonly keywords: readonly string[];
}

class Retention {
  @ApiProperty({ type: 'integer', required: false, minimum: 1, description: 'Bodies of webhooks.' })
  readonly webhookBodyDays?: number;

  @ApiProperty({ type: 'integer', required: false, minimum: 1, description: 'Texts of messages.' })
  readonly messageTextDays?: number;

  @ApiProperty({ type: 'integer', required: false, minimum: 1, description: 'What was decided, and why.' })
  readonly decisionDays?: number;
}

class ConsentSettingsDocument {
  @ApiProperty({
    type: TenantKeywords,
    required: false,
    description:
      'Whole-message keywords besides the built-in ones. None of these can be taken away or given another meaning.',
  })
  readonly keywords: TenantKeywords;

  @ApiProperty({
    type: [Category],
    required: false,
    description: 'Kinds of messages that a contact can leave and still get the others. At most 20.',
  })
  readonly categories: readonly Category[];

  @ApiProperty({
    type: Retention,
    required: false,
    description: 'How many days are kept; without a number for ever. The consent ledger is always kept.',
  })
  readonly retention: Retention;
}

/** The body that replaces the settings. It is checked by the reader of the engine, not by this class. */
export class ConsentSettingsDraft extends ConsentSettingsDocument {
  @ApiProperty({
    type: 'integer',
    description: 'The version that was read. If somebody has changed the settings since, the answer is 409.',
  })
  readonly version: number;

  @ApiProperty({ type: String, required: false, maxLength: 500, description: 'Why; kept with the version.' })
  readonly reason?: string;
}

export class ConsentSettingsView extends ConsentSettingsDocument {
  @Field('integer', 'Counted from 1; 0 while nobody has changed anything.')
  readonly version: number;

  @NullableField('text', 'Who made this version.')
  readonly actor: string | null;

  @NullableField('text', 'Why.')
  readonly reason: string | null;

  @NullableField('instant', 'When.')
  readonly changedAt: Date | null;
}

export class ConsentSettingsPage extends PageOf(ConsentSettingsView) {}
