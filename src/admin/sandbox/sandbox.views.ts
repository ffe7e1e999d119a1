import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUrl } from 'class-validator';
import { CHANNELS, type Channel } from '../../messaging/channel.js';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import { VERDICTS } from '../../rules/decision.js';
import { Field, NullableField } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { AttachmentView } from '../messages/message.views.js';

const MAX_ADDRESS_LENGTH = 320;
const MAX_TEXT_LENGTH = 10_000;

/** A way by which a sandbox customer reaches us. */
export class SandboxLineView {
  @ApiProperty({ enum: PROVIDER_NAMES })
  readonly provider: ProviderName;

  @Field('text', 'The provider’s name, for people.')
  readonly providerName: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: Channel;

  @Field('text', 'Our side.')
  readonly ourAddress: string;

  @Field('text', 'An address that a customer may have.')
  readonly sampleAddress: string;

  @Field('flag', 'Whether a file can be sent with a message.')
  readonly takesFiles: boolean;
}

/** Whether the providers are played here. */
export class SandboxView {
  @Field('flag', 'Whether a sandbox runs in this process.')
  readonly isRunning: boolean;

  @ApiProperty({ type: [SandboxLineView], description: 'Empty when none runs.' })
  readonly lines: readonly SandboxLineView[];
}

/** Whose handset. */
export class HandsetQuery {
  @ApiProperty({ enum: PROVIDER_NAMES })
  @IsIn(PROVIDER_NAMES)
  readonly provider: ProviderName;

  @ApiProperty({ enum: CHANNELS })
  @IsIn(CHANNELS)
  readonly channel: Channel;

  @ApiProperty({ example: '+2207654321', description: 'The customer’s number or e-mail address.' })
  @IsText(1, MAX_ADDRESS_LENGTH)
  readonly address: string;
}

/** What a sandbox customer sends. */
export class HandsetMessage {
  @ApiProperty({ enum: PROVIDER_NAMES })
  @IsIn(PROVIDER_NAMES)
  readonly provider: ProviderName;

  @ApiProperty({ enum: CHANNELS })
  @IsIn(CHANNELS)
  readonly channel: Channel;

  @ApiProperty({ example: '+2207654321' })
  @IsText(1, MAX_ADDRESS_LENGTH)
  readonly from: string;

  @ApiProperty({ example: 'what are your hours?', maxLength: MAX_TEXT_LENGTH })
  @IsText(1, MAX_TEXT_LENGTH)
  readonly text: string;

  @ApiProperty({ type: String, required: false, description: 'Of an e-mail.' })
  @MayBeAbsent()
  @IsText(1, 200)
  readonly subject?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'WhatsApp: the id of a button that was pressed; `text` is what stands on it.',
  })
  @MayBeAbsent()
  @IsText(1, 200)
  readonly buttonId?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'The address of a file that goes with it, where the line takes files. It is not fetched.',
    example: 'https://example.com/receipt.jpg',
  })
  @MayBeAbsent()
  @IsUrl(
    { protocols: ['https'], require_protocol: true },
    { message: 'Write an address that begins with https://.' },
  )
  readonly attachmentUrl?: string;
}

/** What Heed answered to the webhook. */
export class SandboxDeliveryView {
  @Field('integer', 'The HTTP status; 200 when it is stored.')
  readonly status: number;

  @NullableField('uuid', 'The stored event.')
  readonly eventId: string | null;
}

/** A message as the customer's handset shows it. */
export class HandsetMessageView {
  @Field('text', 'Tells it from the others.')
  readonly id: string;

  @ApiProperty({ enum: ['customer', 'business'] })
  readonly from: 'customer' | 'business';

  @Field('text', 'The text.')
  readonly text: string;

  @NullableField('text', 'E-mail: the subject.')
  readonly subject: string | null;

  @ApiProperty({ type: [AttachmentView] })
  readonly attachments: unknown;

  @Field('instant', 'When it was sent.')
  readonly at: Date;

  @Field('text', 'Of ours: how far the provider has brought it. Of the customer’s: `received`.')
  readonly status: string;

  @NullableField('uuid', 'The same message in Heed, where it is known.')
  readonly messageId: string | null;

  @NullableField('uuid', 'Of the customer’s: the event that brought it.')
  readonly eventId: string | null;

  @ApiProperty({ enum: VERDICTS, nullable: true, description: 'Of the customer’s: how it was decided.' })
  readonly verdict: string | null;
}

export class HandsetView {
  @ApiProperty({ type: [HandsetMessageView], description: 'The latest 50 or so, oldest first.' })
  readonly items: readonly HandsetMessageView[];
}
