import {
  aboutOurMessage,
  fromCustomer,
  jsonPayload,
  unixSeconds,
  type EventFields,
  type PayloadBuilder,
  type PayloadIds,
  type SampleEvent,
  type WebhookPayload,
} from './webhook-payload.js';

const SAMPLE_FILE_URL = 'https://cdn.connectly.ai/sample/image.jpg';

/**
 * Every event of Connectly. Its two message topics are `messages` and `delivery_status`; the names `message.…` are ours, for the
 * kinds of content that one topic carries.
 * Source: https://docs.connectly.ai/webhooks/payload-types
 */
export const CONNECTLY_EVENTS: ReadonlyMap<string, SampleEvent> = new Map([
  ['messages', fromCustomer(message(({ text }) => ({ text })))],
  ['message.text', fromCustomer(message(({ text }) => ({ text })))],
  ['message.attachment', fromCustomer(message(attachment))],
  ['message.button', fromCustomer(buttonResponse)],
  ['message.location', fromCustomer(message(location))],
  ['message.referral', fromCustomer(message(referral))],
  ['delivery_status', aboutOurMessage(deliveryStatus)],
  ['report', aboutOurMessage(report)],
]);

/** `message.id` is in no documented sample, but live traffic carries it; without it two equal messages of one second are one. */
function message(content: (fields: EventFields) => object): PayloadBuilder {
  return (fields, ids, now) =>
    posted({
      ...messageHeading(fields, now),
      message: { id: ids.ulid, ...content(fields) },
    });
}

function messageHeading(fields: EventFields, now: Date): object {
  return {
    timestamp: String(unixSeconds(now)),
    sender: { id: fields.customer, channelType: 'whatsapp', name: 'Customer Name' },
    recipient: { id: fields.own, channelType: 'whatsapp', name: 'connectlyai' },
  };
}

function attachment(fields: EventFields): object {
  const file = { type: 'image', url: fields.attachmentUrl ?? SAMPLE_FILE_URL };
  return { ...(fields.text !== '' && { text: fields.text }), attachments: [file] };
}

function location(): object {
  return { attachments: [], location: { latitude: 13.4549, longitude: -16.579, name: 'Banjul' } };
}

function referral({ text }: EventFields): object {
  return {
    text,
    referral: {
      ctwaClid: 'ARAkLkA8nM',
      sourceUrl: 'https://fb.me/2aBcD3eFg',
      sourceId: '120210000000000000',
      sourceType: 'ad',
      headline: 'AD_TITLE',
      body: 'AD_DESCRIPTION',
      mediaType: 'image',
      imageUrl: SAMPLE_FILE_URL,
      videoUrl: null,
      thumbnailUrl: null,
    },
  };
}

function buttonResponse(fields: EventFields, ids: PayloadIds, now: Date): WebhookPayload {
  return posted({
    ...messageHeading(fields, now),
    buttonResponse: { text: fields.text, id: ids.ulid, payload: fields.buttonId ?? 'button-1' },
  });
}

/** Sender and recipient are the other way round than in a message: `sender` is the business. */
function deliveryStatus(fields: EventFields, ids: PayloadIds, now: Date): WebhookPayload {
  const status = fields.status ?? 'delivered';
  return posted({
    topic: 'delivery_status',
    timestamp: String(unixSeconds(now)),
    sender: { id: fields.own, channelType: 'whatsapp', name: null },
    recipient: { id: fields.customer, channelType: 'whatsapp', name: null },
    statusUpdate: {
      id: fields.messageId ?? ids.ulid,
      status,
      error: status.startsWith('delivery_fail') ? deliveryError(ids) : null,
      metadata: null,
    },
    metadata: null,
    ...(fields.callbackData !== undefined && { callbackData: fields.callbackData }),
  });
}

function deliveryError(ids: PayloadIds): object {
  return {
    message: 'Message undeliverable',
    type: 'ERROR_TYPE_UNSPECIFIED',
    code: 'ERROR_CODE_UNSPECIFIED',
    userTitle: 'Message undeliverable',
    userMessage: 'The message could not be delivered.',
    cntTraceId: ids.token,
    details: {},
  };
}

/** Source: https://docs.connectly.ai/analytics/report-webhooks */
function report(_fields: EventFields, ids: PayloadIds, now: Date): WebhookPayload {
  return posted({
    topic: 'report',
    timestamp: now.toISOString(),
    report: { last_run: { id: ids.ulid, status: 'completed' } },
  });
}

/** Connectly posts JSON as plain text. Source: https://docs.connectly.ai/webhooks/overview */
function posted(json: unknown): WebhookPayload {
  return jsonPayload(json, 'text/plain; charset=utf-8');
}
