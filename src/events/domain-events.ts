import type { Channel } from '../messaging/channel.js';
import type { Attachment } from '../messaging/inbound-message.js';
import type { IdentityStep } from '../messaging/provider-event.js';

/** A customer's message, as rules see it. */
export type MessageReceived = {
  readonly channel: Channel;
  readonly from: string;
  readonly to?: string;
  readonly text: string;
  readonly subject?: string;
  readonly attachments: readonly Attachment[];
  readonly buttonId?: string;
  /** A machine wrote it (RFC 3834): never answered by a rule. */
  readonly isAutomatic: boolean;
  /** E-mail: its Message-ID, for the thread of the answer. */
  readonly emailMessageId?: string;
};

/** Something happened to a message of ours. */
export type MessageProgress = {
  readonly channel: Channel;
  readonly to: string;
  readonly from?: string;
  /** `reply`, `confirmation`, `help`, `manual` or `resend`. */
  readonly messageKind: string;
  readonly errorCode?: string;
  /** In words: the provider's error, or the guard that held the message back. */
  readonly reason?: string;
};

export type NumberSubstituted = {
  readonly originalNumber: string;
  readonly usedNumber: string;
  readonly reason: string;
};

/** A step of an identity check. Its address comes from the session, which an administrator's system links beforehand. */
export type IdentityProgress = {
  readonly sessionId?: string;
  readonly reportId?: string;
  readonly details: Readonly<Record<string, string>>;
};

export type OtpVerified = { readonly otpId: string; readonly number: string };

export type ConsentChanged = {
  readonly source: string;
  readonly scope: string;
  readonly channel?: Channel;
};

export type HelpRequested = { readonly channel: Channel };

export type ConversationHandedOver = { readonly reason: string };

/** `steps` is how many the run had taken: when it has taken more since, somebody has answered. */
export type FlowTimedOut = {
  readonly runId: string;
  readonly flow: string;
  readonly step: string;
  readonly steps: number;
};

/** The catalogue: every domain event, with what it carries. Names are past tense; `docs/events.md` is made from this list. */
export type DomainEventPayloads = {
  /** A customer's message was stored. */
  'message.received': MessageReceived;
  /** The provider accepted a message of ours, or a status proved that it had. */
  'message.sent': MessageProgress;
  /** The provider reported that a message reached the handset or mailbox. */
  'message.delivered': MessageProgress;
  /** The customer opened a message. */
  'message.read': MessageProgress;
  /** The provider accepted a message, then could not deliver it, or never learnt whether it was. */
  'message.undelivered': MessageProgress;
  /** The provider refused a message for good. */
  'message.failed': MessageProgress;
  /** A guard held a message back at the last moment: consent, service window, expiry. */
  'message.suppressed': MessageProgress;
  /** The provider sent from another of our numbers than the one we asked for. */
  'number.substituted': NumberSubstituted;
  /** A person began an identity check. */
  'identity.started': IdentityProgress;
  /** A person handed in everything; the check runs. */
  'identity.processing': IdentityProgress;
  /** The check succeeded. */
  'identity.verified': IdentityProgress;
  /** The check failed. */
  'identity.failed': IdentityProgress;
  /** The check is undecided; somebody has to look at it. */
  'identity.requires_input': IdentityProgress;
  /** Somebody approved an undecided check. */
  'identity.manually_approved': IdentityProgress;
  /** Somebody denied an undecided check. */
  'identity.manually_denied': IdentityProgress;
  /** The report of a check is ready. */
  'identity.report_generated': IdentityProgress;
  /** A person proved that a number is theirs by sending a code to us. */
  'otp.verified': OtpVerified;
  /** A contact's consent went to opted out. */
  'contact.opted_out': ConsentChanged;
  /** A contact's opt-out was lifted by their own word or an administrator's. */
  'contact.opted_in': ConsentChanged;
  /** A contact asked for help with a keyword. */
  'help.requested': HelpRequested;
  /** A conversation was given to a person; automatic replies stay away. */
  'conversation.handed_over': ConversationHandedOver;
  /** Nobody answered the question of a flow in time. */
  'flow.timed_out': FlowTimedOut;
};

export type DomainEventName = keyof DomainEventPayloads;

/** One event with its envelope. `id` is the causation of everything decided upon it. */
export type DomainEvent<Name extends DomainEventName = DomainEventName> = {
  [Each in Name]: {
    readonly id: string;
    readonly name: Each;
    /** Events of one lane are handled one at a time, in order. */
    readonly lane: string;
    readonly occurredAt: Date;
    readonly connectionId: string;
    readonly contactId?: string;
    readonly conversationId?: string;
    readonly messageId?: string;
    /** The webhook it came from: the correlation. Absent for events that we caused ourselves. */
    readonly inboxId?: string;
    readonly payload: DomainEventPayloads[Each];
  };
}[Name];

/** Every name of the catalogue, for lists and checks; the type makes sure that none is missing. */
export const DOMAIN_EVENT_NAMES = Object.keys({
  'message.received': true,
  'message.sent': true,
  'message.delivered': true,
  'message.read': true,
  'message.undelivered': true,
  'message.failed': true,
  'message.suppressed': true,
  'number.substituted': true,
  'identity.started': true,
  'identity.processing': true,
  'identity.verified': true,
  'identity.failed': true,
  'identity.requires_input': true,
  'identity.manually_approved': true,
  'identity.manually_denied': true,
  'identity.report_generated': true,
  'otp.verified': true,
  'contact.opted_out': true,
  'contact.opted_in': true,
  'help.requested': true,
  'conversation.handed_over': true,
  'flow.timed_out': true,
} satisfies Record<DomainEventName, true>) as DomainEventName[];

/** The event that a step of an identity check raises. */
export function identityEventName(step: IdentityStep): `identity.${IdentityStep}` {
  return `identity.${step}`;
}
