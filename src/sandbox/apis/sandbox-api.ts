import type { IncomingHttpHeaders } from 'node:http';
import type { Channel } from '../../messaging/channel.js';
import type { ProviderName } from '../../messaging/provider.js';
import type { JsonObject } from '../../messaging/untrusted.js';
import type { LedgerEntry, LedgerStatus } from '../ledger.js';
import type { SandboxAccount } from '../sandbox-account.js';

/** One send call, its key already accepted. `body` is `undefined` when it is not a JSON object. */
export type SendCall = {
  readonly channel: Channel;
  readonly contentType: string;
  readonly body: JsonObject | undefined;
  /** The business in the path; Connectly only. */
  readonly businessId?: string;
  readonly account: SandboxAccount;
  /** It came by the provider's call for templates. */
  readonly isTemplate: boolean;
  readonly isWindowClosed: (customer: string) => boolean;
};

/** What a send call asks for. */
export type AcceptedSend = {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly subject?: string;
  readonly reference?: string;
};

/** Why the provider would not take it. `code` where the provider has codes. */
export type Refusal = { readonly status: number; readonly text: string; readonly code?: string };

export type SendReading =
  | { readonly kind: 'send'; readonly send: AcceptedSend }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A status that the provider reports of an accepted message, and the event (of the catalogue) that reports it. */
export type StatusReport = { readonly status: LedgerStatus; readonly event: string };

/** A send call of a provider. `isTemplate`: it sends nothing but templates. */
export type SendRoute = { readonly path: string; readonly channel: Channel; readonly isTemplate?: boolean };

/** What the sandbox has to know of a provider's send API, as plain data and pure functions. */
export type SandboxApi = {
  readonly name: ProviderName;
  readonly sendRoutes: readonly SendRoute[];
  apiKeyIn(headers: IncomingHttpHeaders): string | undefined;
  readSend(call: SendCall): SendReading;
  newMessageId(channel: Channel, now: Date): string;
  success(entry: LedgerEntry, now: Date): unknown;
  /** The same answer without the id of the message. */
  successWithoutId(now: Date): unknown;
  error(refusal: Refusal, now: Date): unknown;
  /** In their order. Empty where the provider reports nothing for the channel. */
  statuses(entry: LedgerEntry, isFailing: boolean): readonly StatusReport[];
};

export function refused(status: number, text: string, code?: string): SendReading {
  return { kind: 'refused', refusal: { status, text, ...(code !== undefined && { code }) } };
}
