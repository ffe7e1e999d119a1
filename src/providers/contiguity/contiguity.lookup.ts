import { parseAddress } from '../../messaging/address.js';
import type {
  LookupResult,
  LookupSubject,
  ProviderAccount,
  ProviderAnswer,
  ProviderRequest,
} from '../../messaging/provider.js';
import {
  asArray,
  asFilledText,
  asFiniteNumber,
  asObject,
  type JsonObject,
} from '../../messaging/untrusted.js';
import { apiUrl, authorization } from './contiguity.api.js';

const NEWEST_MESSAGES = 100; // The API gives at most 200.
const CLOCK_SKEW_MS = 60_000;

/**
 * Asks the history of one thread whether a message of unknown fate was accepted. WhatsApp and e-mail have no history.
 *
 * A message counts as ours when text and parties are the same and it was sent no earlier than our attempt. Contiguity stores
 * only what it processed itself, so `not_found` is no proof that nothing left.
 * Source: https://docs.contiguity.com/api-reference/product/text/history
 */
export const lookup = { request: historyRequest, read: readHistory };

function historyRequest({ message }: LookupSubject, account: ProviderAccount): ProviderRequest | undefined {
  const history = historyOf(message.channel);
  if (history === undefined || message.from === undefined) return undefined;
  if (message.to.kind === 'opaque' || message.from.kind === 'opaque') return undefined; // `..` would be another path.
  const thread = [message.to.value, message.from.value].map((part) =>
    encodeURIComponent(part.toWellFormed()),
  );
  return {
    method: 'GET',
    url: apiUrl(account, `/conversations/history/${history}/${thread.join('/')}/${NEWEST_MESSAGES}`),
    headers: authorization(account),
  };
}

function historyOf(channel: LookupSubject['message']['channel']): 'text' | 'imessage' | undefined {
  if (channel === 'sms' || channel === 'mms') return 'text';
  return channel === 'imessage' ? 'imessage' : undefined;
}

function readHistory(answer: ProviderAnswer, subject: LookupSubject): LookupResult {
  const entries = asArray(asObject(asObject(answer.json)?.['data'])?.['conversation']);
  if (answer.status !== 200 || entries === undefined) {
    return { kind: 'no_answer', detail: `Contiguity answered ${answer.status} without a history.` };
  }
  const sent = entries.flatMap((item): readonly JsonObject[] => {
    const entry = asObject(item);
    return entry !== undefined && isSubject(entry, subject) ? [entry] : [];
  });
  if (sent.length === 0) return { kind: 'not_found' };
  // The documented entries carry no id; where one does, later statuses can be matched by it.
  const named = sent.find((entry) => idOf(entry) !== undefined) ?? sent[0];
  const providerMessageId = named && idOf(named);
  return {
    kind: 'found',
    ...(providerMessageId !== undefined && { providerMessageId }),
    isDelivered: sent.some(isDelivered),
  };
}

function idOf(entry: JsonObject): string | undefined {
  return asFilledText(entry['id']) ?? asFilledText(entry['message_id']);
}

function isSubject(entry: JsonObject, { message, attemptedAt }: LookupSubject): boolean {
  const sentAtMs = asFiniteNumber(entry['timestamp']);
  return (
    entry['message'] === message.text &&
    sentAtMs !== undefined &&
    sentAtMs >= attemptedAt.getTime() - CLOCK_SKEW_MS &&
    isParty(entry['to'], message.to.canonical) &&
    (message.from === undefined || isParty(entry['from'], message.from.canonical))
  );
}

function isParty(value: unknown, canonical: string): boolean {
  return typeof value === 'string' && parseAddress(value)?.canonical === canonical;
}

function isDelivered(entry: JsonObject): boolean {
  return asObject(entry['delivery'])?.['status'] === 'delivered' || entry['status'] === 'delivered';
}
