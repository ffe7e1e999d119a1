import type { ProviderName } from '../../src/messaging/provider.js';
import { newId } from '../../src/platform/ids/new-id.js';

export type CustomerText = {
  readonly from: string;
  readonly text: string;
  /** The provider's id of the event; a new one when absent. */
  readonly id?: string;
  /** When the customer wrote it; now when absent. */
  readonly at?: Date;
};

/** A customer's message in the provider's own shape. */
export function messageBody(
  provider: ProviderName,
  { from, text, id = newId(), at = new Date() }: CustomerText,
): string {
  return JSON.stringify(BODIES[provider](from, text, id, at));
}

const BODIES: Readonly<Record<ProviderName, (from: string, text: string, id: string, now: Date) => unknown>> =
  {
    contiguity: (from, body, id, now) => {
      const timestamp = Math.floor(now.getTime() / 1000);
      const data = { from, to: '+15559876543', body, timestamp };
      return { id, type: 'text.incoming.sms', timestamp, api_version: 'v2025.9.7', data };
    },
    integify: (from, body, id, now) => {
      const at = now.toISOString();
      return { id, type: 'sms.received', created_at: at, data: { from, body, received_at: at } };
    },
    connectly: (from, text, id, now) => ({
      timestamp: String(Math.floor(now.getTime() / 1000)),
      sender: { id: from, channelType: 'whatsapp' },
      recipient: { id: '+15550100200', channelType: 'whatsapp' },
      message: { id, text },
    }),
  };
