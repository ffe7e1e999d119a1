import { createHash } from 'node:crypto';
import type { ConsentWord } from '../contacts/consent-ledger.repository.js';
import { saidAt } from '../contacts/consent-state.js';
import { conversationLane, subjectLane } from '../messaging/lane.js';
import type { HeaderMap } from '../messaging/provider.js';
import type { ParsedWebhook, ProviderEvent } from '../messaging/provider-event.js';
import type { Connection } from '../connections/connection.js';
import { newId } from '../platform/ids/new-id.js';
import type { ConsentVocabulary } from '../rules/compliance/classification.js';
import { consentMeaning, scopeName } from '../rules/compliance/consent-meaning.js';

/** Longest key kept as it is; a longer one is replaced by its digest. */
const MAX_KEY_LENGTH = 200;

/** A verified webhook, ready to be stored. */
export type InboxDraft = {
  readonly id: string;
  readonly connectionId: string;
  readonly provider: string;
  readonly eventType: string;
  readonly key: string;
  readonly bodyHash: Buffer;
  readonly lane: string;
  readonly rawBody: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly isStale: boolean;
  /** `received` waits for its lane; the others are at their end: unreadable, or nothing to do. */
  readonly state: 'received' | 'processed' | 'quarantined';
  readonly reason: string | undefined;
  readonly occurredAt: Date | undefined;
  readonly receivedAt: Date;
  /** What the customer's words mean for their consent; in force with the storing of the webhook. */
  readonly consentWord: ConsentWord | undefined;
};

/** Turns a verified body into the row to store. Pure but for the new id. */
export function draftOf(
  connection: Connection,
  rawBody: Buffer,
  headers: HeaderMap,
  isStale: boolean,
  receivedAt: Date,
  vocabulary: ConsentVocabulary,
): InboxDraft {
  const bodyHash = createHash('sha256').update(rawBody).digest();
  const parsed = connection.provider.parse(rawBody, connection.settings);
  const draft = {
    id: newId(),
    connectionId: connection.id,
    provider: connection.provider.name,
    bodyHash,
    rawBody,
    headers: keepHeaders(headers, connection.provider.keptHeaders),
    isStale,
    receivedAt,
  };
  if (!parsed.readable) {
    return {
      ...draft,
      eventType: 'unreadable',
      key: `unreadable:${bodyHash.toString('hex')}`,
      lane: `${connection.id}:unreadable`,
      state: 'quarantined',
      reason: parsed.why,
      occurredAt: undefined,
      consentWord: undefined,
    };
  }
  const { event, occurredAt } = parsed;
  const end = endOf(event);
  return {
    ...draft,
    eventType: parsed.type.slice(0, 120),
    key: storableKey(parsed.idempotencyKey),
    lane: laneOf(connection.id, event),
    state: end === undefined ? 'received' : 'processed',
    reason: end,
    occurredAt,
    consentWord: consentWordOf(connection.id, draft.id, parsed, receivedAt, vocabulary),
  };
}

/** Events that nothing has to be done about are stored at their end, with the reason. */
function endOf(event: ProviderEvent): string | undefined {
  if (event.kind === 'echo') return 'Our own message, sent back to us by the provider. Ignored.';
  if (event.kind === 'unknown') return event.why;
  return undefined;
}

/**
 * The lane of an event: what must be handled in order shares one. A conversation's lane is the account and the customer's
 * address, because a status or a reply concerns the customer whichever of our numbers it names.
 */
export function laneOf(connectionId: string, event: ProviderEvent): string {
  switch (event.kind) {
    case 'message':
      return conversationLane(connectionId, event.message.from);
    case 'delivery': {
      const { to, providerMessageId, reference } = event.update;
      if (to !== undefined) return conversationLane(connectionId, to);
      return subjectLane(connectionId, `message:${providerMessageId ?? reference ?? ''}`);
    }
    case 'substitution':
      return subjectLane(connectionId, `message:${event.providerMessageId}`);
    case 'identity':
      return subjectLane(connectionId, `identity:${event.sessionId ?? event.reportId ?? ''}`);
    case 'otp':
      return subjectLane(connectionId, `otp:${event.number}`);
    case 'echo':
    case 'unknown':
      return `${connectionId}:${event.kind}`;
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** A machine's words are no consent and no revocation (RFC 3834): a vacation notice may well say "stop". */
function consentWordOf(
  connectionId: string,
  inboxId: string,
  parsed: Extract<ParsedWebhook, { readable: true }>,
  receivedAt: Date,
  vocabulary: ConsentVocabulary,
): ConsentWord | undefined {
  if (parsed.event.kind !== 'message' || parsed.event.message.isAutomatic === true) return undefined;
  const { message } = parsed.event;
  const meaning = consentMeaning(message, vocabulary);
  if (meaning === undefined) return undefined;
  const { action, isAnswer, understood, said } = meaning;
  return {
    address: message.from,
    action,
    scope: scopeName(understood.scope),
    source: 'message',
    channel: message.channel,
    saidAt: saidAt(action, parsed.occurredAt, receivedAt),
    receivedAt,
    actor: 'contact',
    connectionId,
    inboxId,
    ...(isAnswer && { isAnswer }),
    evidence: {
      text: said,
      normalised: understood.normalised,
      matchedSpan: understood.matchedSpan,
      ruleId: understood.ruleId,
      detectorVersion: understood.detectorVersion,
    },
  };
}

function keepHeaders(headers: HeaderMap, kept: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value.slice(0, 500)]] : [];
    }),
  );
}

function storableKey(key: string): string {
  return key.length <= MAX_KEY_LENGTH ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
