import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CHANNELS, type Channel } from '../../messaging/channel.js';
import { Field, NullableField } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

export class IdentityLinkRequest {
  @ApiProperty({ example: '+2207654321', description: 'Whose identity is checked.' })
  @IsText(1, 320)
  readonly address: string;

  @ApiProperty({
    enum: CHANNELS,
    required: false,
    description: 'Where they hear of it. Absent: sms, or email for an e-mail address.',
  })
  @MayBeAbsent()
  @IsIn(CHANNELS)
  readonly channel?: Channel;

  @ApiProperty({
    type: String,
    required: false,
    description: 'An id or `provider/name`. Absent: contiguity/default.',
  })
  @MayBeAbsent()
  @IsText(1, 100)
  readonly connection?: string;
}

/** Whose identity check a session of the provider is. */
export class IdentitySessionView {
  @Field('text', 'The provider’s session id.')
  readonly sessionId: string;

  @Field('uuid', 'The connection whose events name it.')
  readonly connectionId: string;

  @Field('uuid', 'The contact.')
  readonly contactId: string;

  @Field('text', 'The address that hears of it.')
  readonly address: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: string;

  @NullableField('text', 'The latest step that the provider reported.')
  readonly status: string | null;

  @Field('instant', 'When it was linked.')
  readonly createdAt: Date;

  @Field('instant', 'When it last changed.')
  readonly updatedAt: Date;
}
