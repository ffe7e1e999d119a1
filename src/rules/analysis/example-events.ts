import type { DomainEvent, DomainEventName, MessageProgress } from '../../events/domain-events.js';
import type { Channel } from '../../messaging/channel.js';

/** Values of facts that an event is to have, by the names of the facts. */
export type FactValues = Readonly<Record<string, string>>;

/** An event other than a message with these values in it, and plausible ones beside them. */
export function exampleEvent(
  name: Exclude<DomainEventName, 'message.received'>,
  values: FactValues,
  channel: Channel,
  now: Date,
): DomainEvent {
  const envelope = { id: 'example', lane: 'example', occurredAt: now, connectionId: 'example' };
  const value = (fact: string, otherwise: string) => values[fact] ?? otherwise;
  switch (name) {
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
    case 'message.undelivered':
    case 'message.failed':
    case 'message.suppressed':
      return { ...envelope, name, payload: progress(values, channel) };
    case 'number.substituted': {
      const originalNumber = value('substitution.originalNumber', '+15550100001');
      const usedNumber = value('substitution.usedNumber', '+15550100002');
      const reason = value('substitution.reason', 'unavailable');
      return { ...envelope, name, payload: { originalNumber, usedNumber, reason } };
    }
    case 'identity.started':
    case 'identity.processing':
    case 'identity.verified':
    case 'identity.failed':
    case 'identity.requires_input':
    case 'identity.manually_approved':
    case 'identity.manually_denied':
    case 'identity.report_generated': {
      const sessionId = value('identity.sessionId', 'session');
      const reportId = value('identity.reportId', 'report');
      return { ...envelope, name, payload: { sessionId, reportId, details: details(values) } };
    }
    case 'otp.verified':
      return {
        ...envelope,
        name,
        payload: { otpId: 'example', number: value('otp.number', '+15550100001') },
      };
    case 'contact.opted_out':
    case 'contact.opted_in': {
      const payload = { source: value('consent.source', 'message'), scope: value('consent.scope', 'all') };
      return { ...envelope, name, payload };
    }
    case 'help.requested':
      return { ...envelope, name, payload: { channel } };
    case 'conversation.handed_over':
      return { ...envelope, name, payload: { reason: value('handover.reason', 'asked for a person') } };
    case 'flow.timed_out': {
      const [flow, step] = [value('timeout.flow', 'flow'), value('timeout.step', 'step')];
      return { ...envelope, name, payload: { runId: 'example', flow, step, steps: 1 } };
    }
    default: {
      const never: never = name;
      return never;
    }
  }
}

/** Of a message that a person sent: about automatic ones nothing is answered. */
function progress(values: FactValues, channel: Channel): MessageProgress {
  const optional = [
    ['from', values['delivery.from']],
    ['errorCode', values['delivery.errorCode']],
    ['reason', values['delivery.reason']],
  ].filter(([, value]) => value !== undefined);
  return {
    channel,
    to: values['delivery.to'] ?? 'customer',
    messageKind: values['delivery.kind'] ?? 'manual',
    ...Object.fromEntries(optional),
  };
}

const DETAILS = 'identity.details.';

function details(values: FactValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([fact, value]) =>
      fact.startsWith(DETAILS) ? [[fact.slice(DETAILS.length), value]] : [],
    ),
  );
}
