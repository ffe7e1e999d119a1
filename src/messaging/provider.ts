import type { Channel } from './channel.js';
import type { MediaLimits } from './media.js';
import type { OutboundMessage } from './outbound-message.js';
import type { ParsedWebhook } from './provider-event.js';
import type { SendOutcome } from './send-failure.js';

export const PROVIDER_NAMES = ['contiguity', 'integify', 'connectly'] as const;

export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** Request headers, lower-case names. A header that came twice is a list. */
export type HeaderMap = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `stale`: the signature is right, but its signed time is outside the provider's tolerance. */
export type SignatureVerdict = 'valid' | 'stale' | 'invalid';

/** What a configured account of a provider knows. Secrets are in clear here and nowhere else; never log an account. */
export type ProviderAccount = {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly settings: AccountSettings;
};

/** Everything of a connection that is not secret. */
export type AccountSettings = {
  /** Connectly's business id. */
  readonly businessId?: string;
  /** Our number, address or sender name where the webhook does not tell which one was written to. */
  readonly senderId?: string;
  /** Our numbers at this account: a message from one of them is an echo of our own. */
  readonly ownAddresses?: readonly string[];
  /** Refuse a signed timestamp outside the tolerance (401) instead of storing it marked stale. */
  readonly strictTimestamps?: boolean;
  /** Whether the provider or carrier answers a STOP by itself at this account (toll-free numbers do); absent: as the provider says. */
  readonly confirmsOptOut?: boolean;
  /** Answer HELP from people who are opted out too, as short codes and Canada ask. */
  readonly answersHelpAlways?: boolean;
  /** Answer an opt-out by e-mail with a confirmation, which mail programs and the law of most places do without. */
  readonly confirmsEmailOptOut?: boolean;
  /** Hold back until the customer's morning what answers no message of theirs. */
  readonly keepsQuietHours?: boolean;
};

/** One HTTP call, as plain data: providers say what to send, `delivery` sends it. */
export type ProviderRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** An answer whose body was read whole within the size limit. `json` is `undefined` when the body is not JSON. */
export type ProviderAnswer = {
  readonly status: number;
  readonly headers: HeaderMap;
  readonly bodyText: string;
  readonly json: unknown;
};

/** What the history of a provider says about a message whose sending was cut off. */
export type LookupResult =
  /** Accepted. The id is absent where the history does not tell it; then later statuses cannot be matched by it. */
  | { readonly kind: 'found'; readonly providerMessageId?: string; readonly isDelivered: boolean }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'no_answer'; readonly detail: string };

/** A message in state `unknown`, as far as a lookup needs it. */
export type LookupSubject = { readonly message: OutboundMessage; readonly attemptedAt: Date };

/** A webhook registered at the provider through its API. */
export type RegisteredWebhook = { readonly id: string; readonly topic: string; readonly address: string };

/** The provider's own API for registering webhooks. Only for providers that have one (Connectly). */
export type WebhookRegistration = {
  readonly topics: readonly string[];
  list(account: ProviderAccount): ProviderRequest;
  readList(answer: ProviderAnswer): readonly RegisteredWebhook[] | undefined;
  create(topic: string, address: string, account: ProviderAccount): ProviderRequest;
  update(id: string, address: string, account: ProviderAccount): ProviderRequest;
  remove(id: string, account: ProviderAccount): ProviderRequest;
};

/**
 * A provider: one folder that knows one vendor's signatures, payloads, send calls and errors, and nothing else does.
 *
 * Every member is a pure function of its arguments (no clock, no network), so that a test, the simulator and a replay see
 * what production saw. The conformance kit in `test/support/provider-conformance.ts` is what an implementation has to pass.
 */
export type Provider = {
  readonly name: ProviderName;
  readonly displayName: string;
  readonly defaultBaseUrl: string;
  readonly channels: readonly Channel[];
  /** How fast the provider lets one account send. Source: the provider's documentation. */
  readonly sendRate: { readonly perSecond: number; readonly burst: number };
  /** Whether the provider answers a STOP by itself; then Heed does not confirm as well. */
  readonly confirmsOptOut: boolean;
  /**
   * The provider may accept a message without telling its id. Then a status that names no message we know is taken for the newest
   * message to that recipient whose id is not known yet.
   */
  readonly mayOmitMessageId: boolean;
  /** Header names (lower case) worth keeping with a stored webhook; all others are dropped. */
  readonly keptHeaders: readonly string[];
  /** Milliseconds after the customer's last message in which free text may be sent, by channel. Absent: always. */
  readonly serviceWindowMs?: Partial<Readonly<Record<Channel, number>>>;
  /** Channels on which it can send a template, also while the service window is closed. Absent: none. */
  readonly templateChannels?: readonly Channel[];
  /** How many files it sends with one message, by channel. Absent: none on any. */
  readonly mediaLimits?: MediaLimits;

  /**
   * Checks the raw bytes against every active secret, in constant time, without early exit. Never throws: whatever is wrong
   * with the header is `invalid`. No secret: `invalid`.
   */
  verify(rawBody: Uint8Array, headers: HeaderMap, secrets: readonly string[], now: Date): SignatureVerdict;
  /** Signs as the provider does. Used by the sandbox, the `heed trigger` command and tests. */
  sign(rawBody: Uint8Array, secret: string, now: Date): Readonly<Record<string, string>>;
  /** Reads a verified body. Never throws; what it cannot read is `readable: false` with the reason in words. */
  parse(rawBody: Uint8Array, settings: AccountSettings): ParsedWebhook;
  /** The call that sends this message. Throws only for a channel outside `channels`. */
  sendRequest(message: OutboundMessage, account: ProviderAccount): ProviderRequest;
  /** What the answer means. Never throws: an answer is hostile input. */
  readSendAnswer(answer: ProviderAnswer): SendOutcome;
  /** Asks the provider's history whether a message of unknown fate was accepted. */
  readonly lookup?: {
    request(subject: LookupSubject, account: ProviderAccount): ProviderRequest | undefined;
    read(answer: ProviderAnswer, subject: LookupSubject): LookupResult;
  };
  readonly webhookRegistration?: WebhookRegistration;
};
