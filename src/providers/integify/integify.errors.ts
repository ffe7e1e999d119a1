import type { ProviderAnswer } from '../../messaging/provider.js';
import { parseHttpDate, parseRetryAfterMs } from '../../messaging/retry-after.js';
import type { SendFailure } from '../../messaging/send-failure.js';
import { asFilledText, asObject, storableText, type JsonObject } from '../../messaging/untrusted.js';

const MAX_TEXT_LENGTH = 300;

/**
 * What a refusal means. Integify publishes no error catalogue, so only the HTTP status decides; its words are passed on to
 * the reader. 402 is an empty account; 404, 405 and a redirect are a wrong base URL: a person has to act in all these cases.
 */
export function failureOf(answer: ProviderAnswer): SendFailure {
  const detail = detailOf(answer);
  switch (answer.status) {
    case 401:
    case 402:
    case 403:
    case 404:
    case 405:
      return { kind: 'misconfigured', detail };
    case 408: // The server gave up waiting for the request; what it read of it, nobody says.
      return { kind: 'uncertain', detail };
    case 429: {
      const retryAfterMs = parseRetryAfterMs(
        answer.headers['retry-after'],
        parseHttpDate(answer.headers.date),
      );
      return { kind: 'throttled', detail, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    }
    default:
      if (answer.status < 300 || answer.status > 499) return { kind: 'uncertain', detail };
      return { kind: answer.status < 400 ? 'misconfigured' : 'rejected', detail };
  }
}

/**
 * Why the operator could not deliver, where the event says so. Integify prints no sample of `sms.failed`, so the usual
 * names are tried; `message` is not among them, as it may be the text that was sent.
 */
export function reportedError(data: JsonObject): { code?: string; text: string } | undefined {
  const code = asFilledText(asObject(data.error)?.code) ?? asFilledText(data.error_code);
  const text = errorText(data) ?? asFilledText(data.error_message) ?? asFilledText(data.reason) ?? code;
  return text === undefined
    ? undefined
    : { ...(code !== undefined && { code: shortened(code) }), text: shortened(text) };
}

function errorText(body: JsonObject): string | undefined {
  return asFilledText(body.error) ?? asFilledText(asObject(body.error)?.message);
}

function detailOf(answer: ProviderAnswer): string {
  const body = asObject(answer.json) ?? {};
  const words = errorText(body) ?? asFilledText(body.message) ?? asFilledText(body.detail);
  return words === undefined
    ? `Integify answered ${answer.status}.`
    : `Integify answered ${answer.status}: ${shortened(words)}`;
}

function shortened(text: string): string {
  return storableText(text.slice(0, MAX_TEXT_LENGTH));
}
