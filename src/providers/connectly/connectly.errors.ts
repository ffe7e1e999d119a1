import type { ProviderAnswer } from '../../messaging/provider.js';
import { parseHttpDate, parseRetryAfterMs } from '../../messaging/retry-after.js';
import type { SendFailure } from '../../messaging/send-failure.js';
import { asFilledText, asObject, storableText, type JsonObject } from '../../messaging/untrusted.js';

const PREFIX = 'ERROR_CODE_';
const MAX_TEXT_LENGTH = 300;
const MAX_CODE_LENGTH = 100;

/** WhatsApp's quality limit lifts in hours, not seconds; this is the longest wait that a failure may ask for. */
const QUALITY_BLOCK_MS = 3_600_000;

type CodeMeaning = Exclude<SendFailure['kind'], 'not_sent' | 'uncertain'>;

/**
 * Codes without their prefix. `code` decides and not the error's type, for which Connectly's documentation and its live
 * answers differ. The published list is incomplete: an unknown code is judged by its HTTP status.
 * Source: https://docs.connectly.ai/messaging/error-codes
 */
const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map([
  ['INVALID_SENDER_ID', 'misconfigured'],
  ['BUSINESS_MISSES_MATCHING_CHANNEL', 'misconfigured'],
  ['BUSINESS_KEY_SECRET_ABSENT', 'misconfigured'],
  ['PHONE_NUMBER_BAD_FORMAT', 'rejected'],
  ['MESSAGE_PHONE_NUMBER_INVALID', 'rejected'],
  ['MESSAGE_SELF_INVALID', 'rejected'],
  ['MESSAGE_TEXT_EMPTY', 'rejected'],
  ['MESSAGE_ATTACHMENTS_NUMBER_INVALID', 'rejected'],
  ['MESSAGE_ATTACHMENT_EMPTY', 'rejected'],
  ['MESSAGE_ATTACHMENT_INVALID', 'rejected'],
  ['MESSAGE_TEMPLATE_INPUT_INVALID', 'rejected'],
  ['MESSAGE_TEMPLATE_NOT_FOUND', 'rejected'],
  ['MESSAGE_TEMPLATE_DELETED', 'rejected'],
  ['MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW', 'window_closed'],
  ['MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION', 'window_closed'],
  ['MESSAGE_CUSTOMER_OPTED_OUT', 'opted_out'],
  ['BUSINESS_REACHED_LIMITS', 'throttled'],
]);

export function failureOf(answer: ProviderAnswer): SendFailure {
  const body = asObject(answer.json);
  const code = codeIn(body);
  const meaning = meaningOf(code);
  const kind = meaning ?? kindOfStatus(answer.status);
  const told = { detail: detailOf(answer.status, body), ...(code !== undefined && { code }) };
  if (kind !== 'throttled') return { kind, ...told };
  const retryAfterMs =
    meaning === 'throttled'
      ? QUALITY_BLOCK_MS
      : parseRetryAfterMs(answer.headers['retry-after'], parseHttpDate(answer.headers.date));
  return { kind, ...told, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** The error of a failed delivery, which has the same shape as that of a refused call. */
export function reportedError(error: JsonObject | undefined): { code?: string; text: string } | undefined {
  const code = codeIn(error);
  const text = wordsIn(error) ?? code;
  return text === undefined ? undefined : { ...(code !== undefined && { code }), text };
}

export function isOptOutCode(code: unknown): boolean {
  return meaningOf(asFilledText(code)) === 'opted_out';
}

function meaningOf(code: string | undefined): CodeMeaning | undefined {
  if (code === undefined) return undefined;
  return MEANINGS.get(code.startsWith(PREFIX) ? code.slice(PREFIX.length) : code);
}

/** 404 is a wrong business id or base URL, a redirect a wrong base URL. A request time-out (408) leaves open what was read of it. */
function kindOfStatus(status: number): Exclude<SendFailure['kind'], 'not_sent'> {
  switch (status) {
    case 401:
    case 403:
    case 404:
    case 405:
      return 'misconfigured';
    case 408:
      return 'uncertain';
    case 429:
      return 'throttled';
    default:
      if (status < 300 || status > 499) return 'uncertain';
      return status < 400 ? 'misconfigured' : 'rejected';
  }
}

function codeIn(error: JsonObject | undefined): string | undefined {
  const code = asFilledText(error?.code);
  return code !== undefined && code.length <= MAX_CODE_LENGTH ? code : undefined;
}

function wordsIn(error: JsonObject | undefined): string | undefined {
  const words =
    asFilledText(error?.message) ?? asFilledText(error?.userMessage) ?? asFilledText(error?.userTitle);
  return words === undefined ? undefined : storableText(words.slice(0, MAX_TEXT_LENGTH));
}

function detailOf(status: number, body: JsonObject | undefined): string {
  const words = wordsIn(body);
  return words === undefined ? `Connectly answered ${status}.` : `Connectly answered ${status}: ${words}`;
}
