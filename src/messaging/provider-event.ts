import type { DeliveryUpdate } from './delivery-update.js';
import type { InboundMessage } from './inbound-message.js';

/** The steps of an identity check that providers report. */
export const IDENTITY_STEPS = [
  'started',
  'processing',
  'verified',
  'failed',
  'requires_input',
  'manually_approved',
  'manually_denied',
  'report_generated',
] as const;

export type IdentityStep = (typeof IDENTITY_STEPS)[number];

/** One thing that happened, as a provider's webhook tells it, in the words that all providers share. */
export type ProviderEvent =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'delivery'; readonly update: DeliveryUpdate }
  /** The provider could not use the number we asked for and sent from another one of ours. */
  | {
      readonly kind: 'substitution';
      readonly providerMessageId: string;
      readonly originalNumber: string;
      readonly usedNumber: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'identity';
      readonly step: IdentityStep;
      /** The provider's session id; absent where its payload does not say. */
      readonly sessionId?: string;
      readonly reportId?: string;
      /** Text fields of the report that the provider calls non-sensitive (age, country). */
      readonly details: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'otp'; readonly otpId: string; readonly number: string }
  /** Our own message, sent back to us. Never answered. */
  | { readonly kind: 'echo' }
  /** Signed and readable, but of a type we do not know. Stored and shown, never an error. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What a provider's parser makes of a body. */
export type ParsedWebhook =
  | {
      readonly readable: true;
      /** The provider's own name of the type, as shown to people: `text.incoming.sms`. */
      readonly type: string;
      /** Identifies the event for ever; two deliveries of one event have the same key. */
      readonly idempotencyKey: string;
      /** The provider's clock, where it tells one. */
      readonly occurredAt?: Date;
      readonly event: ProviderEvent;
    }
  | { readonly readable: false; readonly why: string };
