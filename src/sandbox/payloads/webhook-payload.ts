/**
 * What an event is to say. `customer` and `own` are roles, because providers turn `from` and `to` round between a customer's
 * message and a status of ours.
 */
export type EventFields = {
  readonly customer: string;
  readonly own: string;
  readonly text: string;
  readonly subject?: string;
  readonly attachmentUrl?: string;
  /** The id of the pressed button. */
  readonly buttonId?: string;
  /** The provider's id of our message that a status is about; of the session or the code in identity and OTP events. */
  readonly messageId?: string;
  /** The status that Connectly's `delivery_status` reports: `sent`, `delivered`, `read`, `delivery_failed`. */
  readonly status?: string;
  /** What the send call attached (Connectly echoes it). */
  readonly callbackData?: unknown;
};

/** Fresh ids of one event. `token` gets the provider's prefix (`evt_…`); `ulid` is the form of Connectly's ids. */
export type PayloadIds = { readonly token: string; readonly ulid: string };

/** A webhook's body, byte for byte, and the content type that the provider gives it. */
export type WebhookPayload = { readonly contentType: string; readonly body: string };

export type PayloadBuilder = (fields: EventFields, ids: PayloadIds, now: Date) => WebhookPayload;

/** An event that can be triggered by its name. */
export type SampleEvent = {
  readonly build: PayloadBuilder;
  /** Whether it reports on a message of ours; otherwise a customer did something. */
  readonly isAboutOurMessage: boolean;
  /** Whether the payload carries no id, so that equal events of one second are one event. */
  readonly lacksId: boolean;
};

export function fromCustomer(build: PayloadBuilder): SampleEvent {
  return { build, isAboutOurMessage: false, lacksId: false };
}

export function aboutOurMessage(build: PayloadBuilder): SampleEvent {
  return { build, isAboutOurMessage: true, lacksId: false };
}

export function jsonPayload(json: unknown, contentType = 'application/json'): WebhookPayload {
  return { contentType, body: JSON.stringify(json) };
}

/** Whole seconds since 1970, as webhooks of Contiguity and Connectly tell the time. */
export function unixSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
