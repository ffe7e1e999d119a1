import { CHANNELS, type Channel } from '../messaging/channel.js';
import { PROVIDER_NAMES, type ProviderName } from '../messaging/provider.js';
import { asFilledText, asObject, asText } from '../messaging/untrusted.js';
import type { Clock } from '../platform/clock/clock.js';
import type { ConnectlyWebhooks } from './apis/connectly.webhooks.js';
import { incomingEventName, sampleEvent } from './payloads/event-catalogue.js';
import { freshIds } from './payloads/fresh-ids.js';
import type { SandboxAccounts } from './sandbox-account.js';
import { SAMPLE_EMAIL_ADDRESSES } from './sample-addresses.js';
import { signedWebhook } from './signed-webhook.js';
import type { WebhookAnswer, WebhookPoster } from './webhook-poster.js';

/** What a customer does on their handset. */
export type CustomerMessage = {
  readonly provider: ProviderName;
  readonly channel: Channel;
  readonly from: string;
  readonly text: string;
  /** Our side; the account's own address when absent. */
  readonly to?: string;
  readonly subject?: string;
  readonly attachmentUrl?: string;
  /** A pressed button, whose label is `text` (Connectly). */
  readonly buttonId?: string;
};

/** The message cannot be delivered to Heed; `message` says why. */
export class CustomerMessageError extends Error {}

type Parts = {
  readonly accounts: SandboxAccounts;
  readonly poster: WebhookPoster;
  readonly connectlyWebhooks: ConnectlyWebhooks;
  readonly clock: Clock;
};

/**
 * Brings a customer's message to Heed as the provider would: its payload, its signature. Gives Heed's answer.
 * Throws `CustomerMessageError` when the provider does not carry the channel, or Heed cannot be reached.
 */
export async function deliverToHeed(message: CustomerMessage, parts: Parts): Promise<WebhookAnswer> {
  const { provider, channel, from, to, ...content } = message;
  const event = sampleEvent(provider, eventName(message) ?? '');
  if (event === undefined) throw new CustomerMessageError(`${provider} does not carry ${channel}.`);
  const account = parts.accounts.owning(provider, to);
  if (account === undefined) throw new CustomerMessageError(`The sandbox has no account at ${provider}.`);
  const url = parts.connectlyWebhooks.addressFor(account, 'messages') ?? account.webhookUrl;
  if (url === undefined) {
    throw new CustomerMessageError(`The sandbox does not know where Heed takes webhooks of ${provider}.`);
  }
  const own = to ?? (channel === 'email' ? SAMPLE_EMAIL_ADDRESSES.own : account.ownAddress);
  const now = parts.clock.now();
  const payload = event.build({ ...content, customer: from, own }, freshIds(now), now);
  try {
    return await parts.poster.post(url, signedWebhook(provider, payload, account.webhookSecret, now));
  } catch {
    throw new CustomerMessageError('Heed does not answer.');
  }
}

/** Reads the body of `POST /inbound`; `undefined` when it is none. */
export function readCustomerMessage(json: unknown): CustomerMessage | undefined {
  const fields = asObject(json);
  const provider = PROVIDER_NAMES.find((name) => name === fields?.provider);
  const channel = CHANNELS.find((name) => name === fields?.channel);
  const from = asFilledText(fields?.from);
  const text = asText(fields?.text);
  if (provider === undefined || channel === undefined || from === undefined || text === undefined) {
    return undefined;
  }
  const to = asFilledText(fields?.to);
  const subject = asFilledText(fields?.subject);
  const attachmentUrl = asFilledText(fields?.attachmentUrl);
  const buttonId = asFilledText(fields?.buttonId);
  return {
    provider,
    channel,
    from,
    text,
    ...(to !== undefined && { to }),
    ...(subject !== undefined && { subject }),
    ...(attachmentUrl !== undefined && { attachmentUrl }),
    ...(buttonId !== undefined && { buttonId }),
  };
}

/** Whether a customer can send a file by this way. */
export function carriesFiles(provider: ProviderName, channel: Channel): boolean {
  if (provider === 'connectly') return channel === 'whatsapp';
  return provider === 'contiguity' && (channel === 'imessage' || channel === 'whatsapp');
}

function eventName({ provider, channel, attachmentUrl, buttonId }: CustomerMessage): string | undefined {
  if (provider === 'connectly' && channel === 'whatsapp') {
    if (buttonId !== undefined) return 'message.button';
    if (attachmentUrl !== undefined) return 'message.attachment';
  }
  return incomingEventName(provider, channel);
}
