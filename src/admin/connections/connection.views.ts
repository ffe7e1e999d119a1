import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Matches, ValidateNested } from 'class-validator';
import { CHANNELS } from '../../messaging/channel.js';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { IsHttpsAddress } from './https-address.js';

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** What may stand in an HTTP header; a key that does not is a copying mistake. */
const SECRET = /^[\x21-\x7e]{8,500}$/;
const SECRET_RULE = 'Use 8 to 500 visible ASCII characters, without spaces.';

/** Everything of an account that is not secret. */
export class ConnectionSettings {
  @ApiProperty({ type: String, required: false, description: 'Connectly: the business id.' })
  @MayBeAbsent()
  @Matches(/^[\w-]{1,100}$/, { message: 'Write the id as Connectly shows it: letters, digits, _ and -.' })
  readonly businessId?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'Our number, address or sender name, where webhooks do not say which was written to. Empty takes it away.',
  })
  @MayBeAbsent()
  @IsText(0, 320)
  readonly senderId?: string;

  @ApiProperty({
    type: [String],
    required: false,
    description: 'Our numbers at this account: a message from one of them is an echo of our own.',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsText(1, 320, { each: true })
  readonly ownAddresses?: readonly string[];

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'Refuse a webhook whose signed time is outside the tolerance, instead of storing it marked stale.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly strictTimestamps?: boolean;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'The provider or carrier confirms a STOP by itself (US toll-free numbers do): then Heed does not.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly confirmsOptOut?: boolean;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'Answer HELP from people who have opted out too, as US short codes and Canada ask.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly answersHelpAlways?: boolean;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'Confirm an opt-out that came by e-mail. Without this it is in force and nothing more is sent.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly confirmsEmailOptOut?: boolean;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'Hold messages that answer none of the customer’s back until the customer’s morning (docs/quiet-hours.md).',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly keepsQuietHours?: boolean;
}

/** One configured account at a provider. Its secrets are never shown. */
export class ConnectionView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @ApiProperty({ enum: PROVIDER_NAMES })
  readonly provider: string;

  @Field('text', 'The provider’s name for people.')
  readonly displayName: string;

  @Field('text', 'Its name; `default` for the one that the environment makes.')
  readonly name: string;

  @ApiProperty({
    enum: ['environment', 'demo', 'api'],
    description: 'Who made it. Only `api` ones can be changed here.',
  })
  readonly origin: string;

  @Field('flag', 'Whether it is in use.')
  readonly enabled: boolean;

  @ApiProperty({ enum: CHANNELS, isArray: true })
  readonly channels: readonly string[];

  @Field('text', 'Where the provider’s API is.')
  readonly baseUrl: string;

  @ApiProperty({ type: ConnectionSettings })
  readonly settings: ConnectionSettings;

  @Field('text', 'What the provider has to call.')
  readonly webhookUrl: string;

  @Field('flag', 'Without it, the connection receives and cannot send.')
  readonly hasApiKey: boolean;

  @Field('flag', 'Without it, every webhook is refused.')
  readonly hasWebhookSecret: boolean;

  @Field('integer', 'How many secrets verify: two during a rotation.')
  readonly webhookSecretCount: number;

  @NullableField('instant', 'Sending is held back until then.')
  readonly pausedUntil: Date | null;

  @NullableField('text', 'What a person has to do before sending can go on.')
  readonly attention: string | null;

  @NullableField('instant', 'When it last received something; null when nothing came lately.')
  readonly lastEventAt: Date | null;
}

export class ConnectionPage extends PageOf(ConnectionView) {}

export class ConnectionChange {
  @ApiProperty({ type: Boolean, required: false })
  @MayBeAbsent()
  @IsBoolean()
  readonly enabled?: boolean;

  @ApiProperty({ type: String, required: false, description: 'https; plain http for this machine only.' })
  @MayBeAbsent()
  @IsHttpsAddress()
  readonly baseUrl?: string;

  @ApiProperty({ type: ConnectionSettings, required: false, description: 'What is absent stays.' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ConnectionSettings)
  readonly settings?: ConnectionSettings;

  @ApiProperty({ type: String, required: false, writeOnly: true })
  @MayBeAbsent()
  @Matches(SECRET, { message: SECRET_RULE })
  readonly apiKey?: string;

  @ApiProperty({
    type: [String],
    required: false,
    writeOnly: true,
    description: 'All the secrets that shall verify: the new and the old one during a rotation.',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(SECRET, { each: true, message: SECRET_RULE })
  readonly webhookSecrets?: string[];
}

export class NewConnection extends ConnectionChange {
  @ApiProperty({ enum: PROVIDER_NAMES })
  @IsIn(PROVIDER_NAMES)
  readonly provider: ProviderName;

  @ApiProperty({ pattern: NAME.source, description: 'Stands in the address of its webhooks.' })
  @Matches(NAME, { message: 'Use up to 40 small letters, digits and hyphens.' })
  readonly name: string;
}

export class CheckView {
  @Field('text', 'What was looked at.')
  readonly name: string;

  @ApiProperty({ enum: ['ok', 'failed', 'not_checked'] })
  readonly outcome: 'ok' | 'failed' | 'not_checked';

  @Field('text', 'What was found, and what to do.')
  readonly detail: string;
}

export class ConnectionTestView {
  @Field('flag', 'False when a check failed. What could not be checked does not count.')
  readonly ok: boolean;

  @ApiProperty({ type: [CheckView] })
  readonly checks: readonly CheckView[];
}

export class RegisteredWebhookView {
  @Field('text', 'The provider’s id of it.')
  readonly id: string;

  @Field('text', 'What it is told of.')
  readonly topic: string;

  @Field('text', 'What is called.')
  readonly address: string;
}

export class RegisteredWebhookPage extends PageOf(RegisteredWebhookView) {}

export class WebhookRegistrationRequest {
  @ApiProperty({
    type: String,
    required: false,
    example: 'https://heed.example.com',
    description: 'Where the provider reaches this Heed; HEED_PUBLIC_URL when absent.',
  })
  @MayBeAbsent()
  @IsHttpsAddress()
  readonly publicUrl?: string;
}

export class WebhookChange {
  @ApiProperty({ example: 'https://heed.example.com/webhooks/connectly' })
  @IsHttpsAddress()
  readonly address: string;
}
