import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { CHANNELS } from '../../messaging/channel.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { IsText } from '../http/is-text.js';
import { ListQuery } from '../lists/list-query.js';
import { MessagePage } from '../messages/message.views.js';

const MAX_PAUSE_MINUTES = 366 * 24 * 60;

export class ConversationQuery extends ListQuery {
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'Only those with this contact.',
  })
  @MayBeAbsent()
  @IsUUID()
  readonly contactId?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'A part of the contact’s name or of the address, in any case.',
  })
  @MayBeAbsent()
  @IsText(1, 200)
  readonly q?: string;

  @ApiProperty({
    enum: ['true'],
    required: false,
    description: 'Only those that are with a person: rules stay away from them.',
  })
  @MayBeAbsent()
  @IsIn(['true'])
  readonly paused?: 'true';
}

export class LatestMessageView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @ApiProperty({ enum: ['inbound', 'outbound'] })
  readonly direction: string;

  @Field('text', 'Where it is.')
  readonly status: string;

  @Field('text', 'Its text.')
  readonly text: string;

  @Field('instant', 'When it was stored.')
  readonly createdAt: Date;
}

/** One thread with a contact. */
export class ConversationView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('uuid', 'With whom.')
  readonly contactId: string;

  @NullableField('text', 'The contact’s name, where one is known.')
  readonly contactName: string | null;

  @ApiProperty({ enum: ['subscribed', 'opted_out', 'held'] })
  readonly consent: string;

  @Field('uuid', 'Through which account.')
  readonly connectionId: string;

  @Field('text', 'Of which provider.')
  readonly provider: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: string;

  @Field('text', 'The customer’s address.')
  readonly theirAddress: string;

  @NullableField('text', 'Our side.')
  readonly ourAddress: string | null;

  @NullableField('instant', 'When the customer last wrote.')
  readonly lastInboundAt: Date | null;

  @NullableField(
    'instant',
    'Until when the channel lets free text through, and templates only after that; null where it always does, and while the customer has not written.',
  )
  readonly windowClosesAt: Date | null;

  @Field('instant', 'When anybody last wrote; the list’s order.')
  readonly lastMessageAt: Date;

  @NullableField('instant', 'Until then no rule answers.')
  readonly pausedUntil: Date | null;

  @NullableField('text', 'Why it is paused.')
  readonly pauseReason: string | null;

  @Field('instant', 'When it began.')
  readonly createdAt: Date;

  @ApiProperty({ type: LatestMessageView, nullable: true })
  readonly latestMessage: LatestMessageView | null;
}

export class ConversationPage extends PageOf(ConversationView) {}

export class ThreadView extends ConversationView {
  @ApiProperty({ type: MessagePage, description: 'Newest first; `limit` and `cursor` page through them.' })
  readonly messages: MessagePage;
}

export class Pause {
  @ApiProperty({ type: 'integer', required: false, minimum: 1, maximum: MAX_PAUSE_MINUTES })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MAX_PAUSE_MINUTES)
  readonly minutes?: number;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Instead of minutes.' })
  @MayBeAbsent()
  @IsInstant()
  readonly until?: string;

  @ApiProperty({ maxLength: 200, example: 'Taken over by the front desk' })
  @IsText(1, 200)
  readonly reason: string;
}
