import type { ProviderAnswer } from '../../messaging/provider.js';
import { parseHttpDate, parseRetryAfterMs } from '../../messaging/retry-after.js';
import type { SendFailure, SendOutcome } from '../../messaging/send-failure.js';
import { asFilledText, asObject } from '../../messaging/untrusted.js';

const MAX_ERROR_LENGTH = 300;

/**
 * What Contiguity's answer to a send call means. A success carries `data.message_id` (e-mail: `data.email_id`); the `id` beside
 * `data` names the request, not the message. A 2xx without the message's id is uncertain: its statuses could never be matched.
 *
 * Source: https://docs.contiguity.com/api-reference/openapi-send.json
 */
export function readSendAnswer(answer: ProviderAnswer): SendOutcome {
  if (answer.status < 200 || answer.status > 299) return { kind: 'failed', failure: failureOf(answer) };
  const data = asObject(asObject(answer.json)?.['data']);
  const providerMessageId = asFilledText(data?.['message_id']) ?? asFilledText(data?.['email_id']);
  if (providerMessageId !== undefined) return { kind: 'accepted', providerMessageId };
  const detail = `Contiguity answered ${answer.status} without an id of the message.`;
  return { kind: 'failed', failure: { kind: 'uncertain', detail } };
}

/**
 * Decides by the HTTP status: Contiguity has no machine-readable error codes, and a gateway in front of it answers in HTML.
 * A legal agreement that a person has to accept first comes as an `agreement_url`; accepting it is never Heed's decision.
 */
function failureOf(answer: ProviderAnswer): SendFailure {
  const detail = describeAnswer(answer);
  const { status } = answer;
  if (status === 429) {
    const retryAfterMs = parseRetryAfterMs(
      answer.headers['retry-after'],
      parseHttpDate(answer.headers['date']),
    );
    return { kind: 'throttled', detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (status === 408 || status >= 500 || status < 200) return { kind: 'uncertain', detail };
  const actionUrl = agreementUrl(answer.json);
  if (actionUrl !== undefined) return { kind: 'misconfigured', detail, actionUrl };
  // 402: the account cannot pay. A redirect: the base address is not the API's.
  if (status === 401 || status === 402 || status === 403 || status < 400)
    return { kind: 'misconfigured', detail };
  return { kind: 'rejected', detail };
}

/** The error text stands in `data.error`, more rarely in `message`. Anything else is told by its status alone. */
function describeAnswer({ status, json }: ProviderAnswer): string {
  const body = asObject(json);
  const text = asFilledText(asObject(body?.['data'])?.['error']) ?? asFilledText(body?.['message']);
  const answered = `Contiguity answered ${status}`;
  return text === undefined
    ? `${answered}.`
    : `${answered}: ${text.slice(0, MAX_ERROR_LENGTH).toWellFormed()}`;
}

/** Only an https address is passed on: it becomes a link on the admin page. */
function agreementUrl(json: unknown): string | undefined {
  const url = asFilledText(asObject(asObject(json)?.['data'])?.['agreement_url']);
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:' ? url : undefined;
}
