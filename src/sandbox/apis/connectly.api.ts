import { canonicalPhone } from '../../messaging/phone-number.js';
import { asArray, asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { freshToken, freshUlid } from '../payloads/fresh-ids.js';
import { isSameAddress } from '../sandbox-account.js';
import { isCallbackDataTooLong, referenceIn } from './connectly.callback-data.js';
import { readTemplateSend } from './connectly.templates.js';
import { refused, type Refusal, type SandboxApi, type SendCall, type SendReading } from './sandbox-api.js';

const BUSINESS_SCOPED_USER_ID = /^[A-Z]{2}\.\d+$/;

/**
 * Free text to a customer who wrote more than a day ago is refused by Connectly. The sandbox refuses it once the customer's window was
 * closed by hand, and until they write.
 * Sources: https://docs.connectly.ai/messaging/session-messages and https://docs.connectly.ai/messaging/error-codes
 */
export const connectlyApi: SandboxApi = {
  name: 'connectly',
  sendRoutes: [
    { path: '/v1/businesses/:businessId/send/messages', channel: 'whatsapp' },
    {
      path: '/v1/businesses/:businessId/send/whatsapp_templated_messages',
      channel: 'whatsapp',
      isTemplate: true,
    },
  ],
  apiKeyIn: (headers) => asFilledText(headers['x-api-key']),
  readSend,
  newMessageId: (_channel, now) => freshUlid(now),
  success: ({ providerMessageId }) => ({ id: providerMessageId }),
  successWithoutId: () => ({}),
  error: connectlyError,
  statuses: (_entry, isFailing) =>
    isFailing
      ? [
          { status: 'sent', event: 'delivery_status' },
          { status: 'failed', event: 'delivery_status' },
        ]
      : [
          { status: 'sent', event: 'delivery_status' },
          { status: 'delivered', event: 'delivery_status' },
          { status: 'read', event: 'delivery_status' },
        ],
};

export function connectlyError({ status, text, code = 'UNSPECIFIED' }: Refusal): object {
  return {
    message: text,
    type: errorType(status),
    code: `ERROR_CODE_${code}`,
    userTitle: text,
    userMessage: text,
    cntTraceId: freshToken(),
    details: {},
  };
}

function errorType(status: number): string {
  switch (status) {
    case 401:
      return 'ERROR_TYPE_AUTHENTICATION';
    case 404:
      return 'ERROR_TYPE_NOT_FOUND';
    case 400:
      return 'ERROR_TYPE_INVALID_REQUEST';
    default:
      return 'ERROR_TYPE_UNSPECIFIED';
  }
}

function readSend(call: SendCall): SendReading {
  const { body, businessId, account } = call;
  if (account.businessId !== undefined && account.businessId !== businessId) {
    return refused(404, 'Business not found');
  }
  if (body === undefined) return refused(400, 'The body has to be a JSON object.');
  if (isCallbackDataTooLong(body)) return refused(400, 'callbackData is longer than 1024 bytes');
  return call.isTemplate ? readTemplateSend(call) : readSession(body, call);
}

function readSession(body: JsonObject, { account, isWindowClosed }: SendCall): SendReading {
  const sender = asObject(body.sender);
  const from = sender === undefined ? account.ownAddress : asFilledText(sender.id);
  if (from === undefined || !isSameAddress(from, account.ownAddress)) {
    return refused(400, 'Sender is not a channel of this business', 'INVALID_SENDER_ID');
  }
  const to = asFilledText(asObject(body.recipient)?.id);
  if (to === undefined || !isRecipient(to)) {
    return refused(400, 'Recipient is not a phone number', 'PHONE_NUMBER_BAD_FORMAT');
  }
  if (isSameAddress(to, from)) return refused(400, 'Message to oneself', 'MESSAGE_SELF_INVALID');
  if (isWindowClosed(to)) {
    return refused(400, 'Outside of the eligibility window', 'MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW');
  }
  return readContent(body, to, from);
}

function isRecipient(id: string): boolean {
  return canonicalPhone(id) !== undefined || BUSINESS_SCOPED_USER_ID.test(id);
}

function readContent(body: JsonObject, to: string, from: string): SendReading {
  const message = asObject(body.message);
  const text = asFilledText(message?.text);
  const attachments = asArray(message?.attachments) ?? [];
  if (attachments.length > 1) {
    return refused(400, 'More than one attachment', 'MESSAGE_ATTACHMENTS_NUMBER_INVALID');
  }
  if (text === undefined && attachments.length === 0) {
    return refused(400, 'Message text is empty', 'MESSAGE_TEXT_EMPTY');
  }
  return { kind: 'send', send: { to, from, text: text ?? '', ...referenceIn(body) } };
}
