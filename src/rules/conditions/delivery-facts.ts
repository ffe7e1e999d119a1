import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import type { DomainEvent, MessageProgress } from '../../events/domain-events.js';
import { fact } from './fact.js';
import type { Fact } from './fact.js';

const PROGRESS_EVENTS = DOMAIN_EVENT_NAMES.filter(
  (name) => name.startsWith('message.') && name !== 'message.received',
);

/** What became of a message of ours. */
export const DELIVERY_FACTS: readonly Fact[] = [
  progress(
    'delivery.kind',
    'What our message was: reply, confirmation, help, manual or resend.',
    ({ messageKind }) => messageKind,
  ),
  progress('delivery.channel', 'The channel that our message went by.', ({ channel }) => channel),
  progress('delivery.to', 'The number or address that our message went to.', ({ to }) => to),
  progress('delivery.from', 'Our number or address, where it is known.', ({ from }) => from),
  progress('delivery.errorCode', "The provider's error code.", ({ errorCode }) => errorCode),
  progress('delivery.reason', 'Why it did not arrive, in words.', ({ reason }) => reason),
];

function progress(
  name: string,
  description: string,
  read: (progress: MessageProgress) => string | undefined,
): Fact {
  return fact(name, 'text', description, PROGRESS_EVENTS, (event) => {
    const payload = progressOf(event);
    return payload === undefined ? undefined : read(payload);
  });
}

/** The payload of an event about a message of ours; `undefined` for all others. */
export function progressOf(event: DomainEvent): MessageProgress | undefined {
  switch (event.name) {
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
    case 'message.undelivered':
    case 'message.failed':
    case 'message.suppressed':
      return event.payload;
    default:
      return undefined;
  }
}
