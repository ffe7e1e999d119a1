import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS } from '../../messaging/channel.js';
import { VERDICTS } from '../../rules/decision.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { DIRECTIONS, KINDS, STATUSES } from './message-query.js';
import { MessageTemplateView } from './new-message.views.js';

export class AttachmentView {
  @Field('text', 'Where the provider keeps the file. It is never fetched.')
  readonly url: string;

  @ApiProperty({ type: String, required: false })
  readonly mimeType?: string;

  @ApiProperty({ type: String, required: false })
  readonly filename?: string;
}

/** A message in either direction. */
export class MessageView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @ApiProperty({ enum: DIRECTIONS })
  readonly direction: string;

  @ApiProperty({ enum: KINDS })
  readonly kind: string;

  @ApiProperty({ enum: STATUSES, description: 'Inbound messages are `received`.' })
  readonly status: string;

  @NullableField('text', 'Why it is where it is: the refusal, the guard, what is not known.')
  readonly reason: string | null;

  @ApiProperty({ enum: VERDICTS, nullable: true, description: 'How an inbound message was decided.' })
  readonly verdict: string | null;

  @NullableField(
    'text',
    'Inbound: what kept the answer that was decided from the customer, as a clause; null when it left or still may.',
  )
  readonly withheld: string | null;

  @Field('text', 'The provider.')
  readonly provider: string;

  @Field('uuid', 'The connection.')
  readonly connectionId: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: string;

  @Field('uuid', 'Who wrote, or is written to.')
  readonly contactId: string;

  @Field('uuid', 'The thread.')
  readonly conversationId: string;

  @Field('text', 'The customer’s address, as the provider spells it.')
  readonly theirAddress: string;

  @NullableField('text', 'Our number, address or page.')
  readonly ourAddress: string | null;

  @Field('text', 'The text; empty when only files came.')
  readonly text: string;

  @NullableField('text', 'E-mail: the subject.')
  readonly subject: string | null;

  @ApiProperty({ type: [AttachmentView] })
  readonly attachments: unknown;

  @Field('object', 'What only some messages have: location, buttonId, replyToId, referral, isAutomatic.')
  readonly details: unknown;

  @ApiProperty({
    type: MessageTemplateView,
    nullable: true,
    description: 'Outbound: goes out instead of the text while the channel’s service window is closed.',
  })
  readonly template: unknown;

  @ApiProperty({
    enum: ['text', 'template'],
    nullable: true,
    description: 'Outbound: as what it was let go; null while it waits.',
  })
  readonly sentAs: string | null;

  @NullableField('text', 'SMS: GSM-7 or UCS-2.')
  readonly encoding: string | null;

  @NullableField('integer', 'SMS: how many parts it takes.')
  readonly segments: number | null;

  @Field('integer', 'Send calls made so far.')
  readonly attempt: number;

  @NullableField('instant', 'Queued: not before this.')
  readonly nextAttemptAt: Date | null;

  @NullableField('instant', 'Queued: not after this.')
  readonly expiresAt: Date | null;

  @NullableField('text', 'The provider’s id of it.')
  readonly providerMessageId: string | null;

  @NullableField('uuid', 'Inbound: the event that brought it.')
  readonly eventId: string | null;

  @NullableField('uuid', 'Outbound: the message it answers.')
  readonly inReplyToId: string | null;

  @NullableField('uuid', 'Outbound: the message of unknown fate that it repeats.')
  readonly resendOfId: string | null;

  @NullableField('uuid', 'Outbound: the revision of the rule that wrote it.')
  readonly ruleRevisionId: string | null;

  @NullableField('uuid', 'Outbound: that rule.')
  readonly ruleId: string | null;

  @NullableField('text', 'Outbound: what that rule was called then.')
  readonly ruleName: string | null;

  @NullableField('text', 'Outbound, by hand: who sent it.')
  readonly actor: string | null;

  @NullableField('instant', 'When retention emptied the text, the files and the details.')
  readonly purgedAt: Date | null;

  @NullableField('text', 'Why retention emptied it.')
  readonly purgeReason: string | null;

  @Field(
    'instant',
    'Inbound: when it was sent, by the provider’s clock. Outbound: when its cause reached us.',
  )
  readonly occurredAt: Date;

  @Field('instant', 'When it was stored.')
  readonly createdAt: Date;

  @Field('instant', 'When it last changed.')
  readonly updatedAt: Date;
}

export class MessagePage extends PageOf(MessageView) {}

export class StatusChangeView {
  @NullableField('text', 'The status before; null at the beginning.')
  readonly from: string | null;

  @Field('text', 'The status after.')
  readonly to: string;

  @Field('text', 'What caused it.')
  readonly cause: string;

  @Field('instant', 'When.')
  readonly at: Date;
}

export class SendAttemptView {
  @Field('integer', 'Counted from 1.')
  readonly number: number;

  @Field('instant', 'When the call began.')
  readonly startedAt: Date;

  @NullableField('instant', 'When it ended; null while it runs, or when the process died in it.')
  readonly finishedAt: Date | null;

  @NullableField('text', '`accepted`, or the kind of failure.')
  readonly outcome: string | null;

  @NullableField('integer', 'The provider’s HTTP status.')
  readonly httpStatus: number | null;

  @NullableField('text', 'The provider’s error code.')
  readonly code: string | null;

  @NullableField('text', 'The provider’s words, or ours.')
  readonly detail: string | null;
}

export class DeliveryReportView {
  @Field('uuid', 'The event that brought it.')
  readonly eventId: string;

  @Field('text', 'What the provider reported.')
  readonly status: string;

  @NullableField('text', 'The number that the provider really used, where it says so.')
  readonly usedNumber: string | null;

  @NullableField('text', 'The provider’s error code.')
  readonly errorCode: string | null;

  @NullableField('text', 'The provider’s error.')
  readonly errorText: string | null;

  @Field('instant', 'When, by the provider’s clock.')
  readonly occurredAt: Date;

  @Field('instant', 'When it reached us.')
  readonly receivedAt: Date;
}

/** What happened to one message. */
export class MessageHistoryView {
  @ApiProperty({ type: [StatusChangeView] })
  readonly statusHistory: readonly StatusChangeView[];

  @ApiProperty({ type: [SendAttemptView] })
  readonly attempts: readonly SendAttemptView[];

  @ApiProperty({ type: [DeliveryReportView] })
  readonly deliveryReports: readonly DeliveryReportView[];
}

export class MessageDetailView extends MessageView implements MessageHistoryView {
  @ApiProperty({ type: [StatusChangeView] })
  readonly statusHistory: readonly StatusChangeView[];

  @ApiProperty({ type: [SendAttemptView] })
  readonly attempts: readonly SendAttemptView[];

  @ApiProperty({ type: [DeliveryReportView] })
  readonly deliveryReports: readonly DeliveryReportView[];
}
