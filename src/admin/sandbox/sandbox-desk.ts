import { Injectable } from '@nestjs/common';
import { threadChannel } from '../../messaging/channel.js';
import { PROVIDERS } from '../../providers/registry.js';
import { carriesFiles, CustomerMessageError } from '../../sandbox/customer.js';
import type { LedgerEntry } from '../../sandbox/ledger.js';
import { incomingEventName } from '../../sandbox/payloads/event-catalogue.js';
import { isSameAddress } from '../../sandbox/sandbox-account.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { SAMPLE_ADDRESSES, SAMPLE_EMAIL_ADDRESSES } from '../../sandbox/sample-addresses.js';
import type { Shown } from '../http/api-docs.js';
import { conflict, unprocessable } from '../http/problem.js';
import { MessageQueries } from '../messages/message-queries.repository.js';
import type { MessageView } from '../messages/message.views.js';
import type {
  HandsetMessage,
  HandsetMessageView,
  HandsetQuery,
  SandboxDeliveryView,
  SandboxLineView,
} from './sandbox.views.js';

const SHOWN_MESSAGES = 100;

/** The customers of the sandbox that runs in this process, if one does. */
@Injectable()
export class SandboxDesk {
  #sandbox: Sandbox | undefined;

  constructor(private readonly messages: MessageQueries) {}

  /** The sandbox starts beside the application, not within it: it is a provider, and speaks over HTTP. */
  connect(sandbox: Sandbox): void {
    this.#sandbox = sandbox;
  }

  get isRunning(): boolean {
    return this.#sandbox !== undefined;
  }

  /** Every way by which a customer can write. */
  lines(): readonly SandboxLineView[] {
    if (!this.isRunning) return [];
    return PROVIDERS.flatMap(({ name, displayName, channels }) =>
      channels
        .filter((channel) => channel !== 'mms' && incomingEventName(name, channel) !== undefined)
        .map((channel) => {
          const { own, customer } = channel === 'email' ? SAMPLE_EMAIL_ADDRESSES : SAMPLE_ADDRESSES[name];
          const takesFiles = carriesFiles(name, channel);
          const line = { provider: name, providerName: displayName, channel, takesFiles };
          return { ...line, ourAddress: own, sampleAddress: customer };
        }),
    );
  }

  /** The customer's message comes to Heed as a signed webhook, over HTTP, as from the provider. */
  async say(message: HandsetMessage): Promise<SandboxDeliveryView> {
    const { provider, channel, from, text, subject, buttonId, attachmentUrl } = message;
    if (attachmentUrl !== undefined && !carriesFiles(provider, channel))
      throw unprocessable('/attachmentUrl', 'No file can be sent by this way.');
    try {
      const { status, eventId } = await this.running().customerSays({
        provider,
        channel,
        from,
        text,
        ...(subject !== undefined && { subject }),
        ...(buttonId !== undefined && { buttonId }),
        ...(attachmentUrl !== undefined && { attachmentUrl }),
      });
      return { status, eventId: eventId ?? null };
    } catch (error) {
      if (error instanceof CustomerMessageError) throw unprocessable('/channel', error.message);
      throw error;
    }
  }

  /** What the customer wrote, as Heed got it, and what reached them, as the sandbox accepted it: oldest first. */
  async handset(query: HandsetQuery): Promise<HandsetMessageView[]> {
    const { provider, channel, address } = query;
    const sandbox = this.running();
    const { items } = await this.messages.list({ address, provider, limit: SHOWN_MESSAGES });
    const ofThread = items.filter(
      (message) => message.channel === threadChannel(channel) && isSameAddress(message.theirAddress, address),
    );
    const byProviderId = new Map(ofThread.map((message) => [message.providerMessageId, message]));
    const arrived = sandbox
      .ledger(provider)
      .filter(
        (entry) =>
          threadChannel(entry.channel) === threadChannel(channel) &&
          entry.status !== 'failed' &&
          isSameAddress(entry.to, address),
      )
      .slice(-SHOWN_MESSAGES)
      .map((entry) => arrivedView(entry, byProviderId.get(entry.providerMessageId)));
    const said = ofThread.filter(({ direction }) => direction === 'inbound').map(saidView);
    return [...said, ...arrived].sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  private running(): Sandbox {
    if (this.#sandbox !== undefined) return this.#sandbox;
    throw conflict(
      'No sandbox runs in this process. Start Heed with HEED_DEMO=on, or without any provider configured.',
    );
  }
}

/** Ordered by when it was stored: the provider's clock may only tell seconds. */
function saidView({
  id,
  text,
  subject,
  attachments,
  createdAt,
  status,
  eventId,
  verdict,
}: MessageView): HandsetMessageView {
  const said = { id, from: 'customer', text, subject, attachments, status } as const;
  return { ...said, at: createdAt, messageId: id, eventId, verdict };
}

function arrivedView(entry: LedgerEntry, message: Shown<MessageView> | undefined): HandsetMessageView {
  const { providerMessageId, text, subject, acceptedAt, status } = entry;
  return {
    id: providerMessageId,
    from: 'business',
    text,
    subject: subject ?? null,
    attachments: message?.attachments ?? [],
    at: new Date(acceptedAt),
    status,
    messageId: message?.id ?? null,
    eventId: null,
    verdict: null,
  };
}
