import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, Matches, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { CHANNELS, type Channel } from '../../messaging/channel.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

const MAX_TEXT_LENGTH = 4_000;
const MAX_ADDRESS_LENGTH = 320;
const MAX_PARAMETERS = 30;
const MAX_PARAMETER_LENGTH = 1_024;
const PARAMETER_NAME = /^\w{1,60}$/;

/** A template that the channel has approved, filled in. */
export class MessageTemplateView {
  @ApiProperty({ maxLength: 512, example: 'order_update', description: 'Its name at the provider.' })
  @IsText(1, 512)
  readonly name: string;

  @ApiProperty({ example: 'en', description: 'As the provider writes it: en, en_US.' })
  @Matches(/^[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*$/, {
    message: 'Write a language code such as en or en_US.',
  })
  readonly language: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { body_1: 'A-17' },
    description:
      'Texts by the names that the provider gives the places. Write {} for a template without any.',
  })
  @IsParameters()
  readonly parameters: Readonly<Record<string, string>>;
}

/** A message to send by hand. */
export class NewMessage {
  @ApiProperty({
    example: '+2207654321',
    description: 'The customer’s number, e-mail address or id at the provider.',
  })
  @IsText(1, MAX_ADDRESS_LENGTH)
  readonly to: string;

  @ApiProperty({ enum: CHANNELS })
  @IsIn(CHANNELS)
  readonly channel: Channel;

  @ApiProperty({
    type: String,
    required: false,
    maxLength: MAX_TEXT_LENGTH,
    description: 'May be left out where there is a template: then that goes out, whatever the time.',
  })
  @ValidateIf(({ template }: NewMessage, text: unknown) => template === undefined || text !== undefined)
  @IsText(1, MAX_TEXT_LENGTH)
  readonly text?: string;

  @ApiProperty({
    type: MessageTemplateView,
    required: false,
    description: 'Goes out instead of the text while the channel’s service window is closed (WhatsApp).',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => MessageTemplateView)
  readonly template?: MessageTemplateView;

  @ApiProperty({ type: String, required: false, maxLength: 200, description: 'E-mail: the subject.' })
  @MayBeAbsent()
  @IsText(1, 200)
  readonly subject?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'The id of a connection, or `provider/name`. Absent: that of the customer’s latest conversation on the channel, or the only one there is.',
  })
  @MayBeAbsent()
  @IsText(1, 100)
  readonly connection?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Our number, address or page. Absent: the one that the conversation goes by.',
  })
  @MayBeAbsent()
  @IsText(1, MAX_ADDRESS_LENGTH)
  readonly from?: string;
}

function IsParameters(): PropertyDecorator {
  return ValidateBy({
    name: 'isParameters',
    validator: {
      validate: isParameters,
      defaultMessage: () =>
        `Write an object of at most ${MAX_PARAMETERS} texts (1 to ${MAX_PARAMETER_LENGTH} characters), by names of letters, digits and _.`,
    },
  });
}

function isParameters(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_PARAMETERS &&
    entries.every(([name, text]) => PARAMETER_NAME.test(name) && isFilled(text))
  );
}

function isFilled(text: unknown): boolean {
  if (typeof text !== 'string' || !text.isWellFormed() || text.includes('\u0000')) return false;
  return text.trim() !== '' && text.length <= MAX_PARAMETER_LENGTH;
}
