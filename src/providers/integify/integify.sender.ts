import type { OutboundMessage } from '../../messaging/outbound-message.js';
import type { ProviderAccount, ProviderAnswer, ProviderRequest } from '../../messaging/provider.js';
import type { SendOutcome } from '../../messaging/send-failure.js';
import { asArray, asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { failureOf } from './integify.errors.js';

const ID_NAMES = ['message_id', 'messageId', 'id'] as const;
const MAX_ID_LENGTH = 200;

/**
 * `POST /api/v1/messages`. The API takes many numbers in one call; we give it one, so that one answer belongs to one message.
 * Integify's send reference is not public: path, bearer key and fields are those that clients in use send.
 */
export function sendRequest(message: OutboundMessage, account: ProviderAccount): ProviderRequest {
  if (message.channel !== 'sms') throw new RangeError(`Integify cannot send on ${message.channel}.`);
  const senderId = message.from?.value ?? account.settings.senderId;
  return {
    method: 'POST',
    url: `${account.baseUrl.replace(/\/+$/, '')}/api/v1/messages`,
    headers: {
      authorization: `Bearer ${account.apiKey}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({
      text: message.text,
      phoneNumbers: [message.to.value],
      ...(senderId !== undefined && senderId !== '' && { senderId }),
    }),
  };
}

/**
 * A 2xx is an acceptance even without an id: the shape of the answer is not documented, and the later `sms.delivered` can be
 * matched by its recipient. That holds for an empty body too, which is how many APIs answer 202 and 204. It does not hold for
 * text that is not JSON (a gateway's page says nothing about our message) or for JSON that itself reports an error.
 */
export function readSendAnswer(answer: ProviderAnswer): SendOutcome {
  if (answer.status < 200 || answer.status > 299) return { kind: 'failed', failure: failureOf(answer) };
  if (answer.json === undefined && answer.bodyText.trim() !== '') {
    return uncertain(`Integify answered ${answer.status} with a body that is not JSON.`);
  }
  const body = asObject(answer.json) ?? {};
  const providerMessageId = messageIdIn(body);
  if (providerMessageId !== undefined) return { kind: 'accepted', providerMessageId };
  return reportsError(body)
    ? uncertain(`Integify answered ${answer.status} with an error in its body.`)
    : { kind: 'accepted' };
}

/** The id at the top, under `data`, or in the first element of `messages` or `data`; snake and camel case are both in use. */
function messageIdIn(body: JsonObject): string | undefined {
  const places = [body, body.data, asArray(body.messages)?.[0], asArray(body.data)?.[0]];
  for (const place of places) {
    const object = asObject(place);
    for (const name of ID_NAMES) {
      const id = asFilledText(object?.[name]);
      if (id !== undefined && id.length <= MAX_ID_LENGTH) return id;
    }
  }
  return undefined;
}

function reportsError(body: JsonObject): boolean {
  return (
    body.success === false || asFilledText(body.error) !== undefined || asObject(body.error) !== undefined
  );
}

function uncertain(detail: string): SendOutcome {
  return { kind: 'failed', failure: { kind: 'uncertain', detail } };
}
