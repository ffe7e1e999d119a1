import type { DomainEventName } from '../../events/domain-events.js';

/** What tells that a message of ours did not arrive, so that another may stand in for it. */
export const FAILOVER_EVENTS = ['message.undelivered', 'message.failed'] as const satisfies DomainEventName[];

/** True for the events about a message of ours. */
export function isProgressName(name: DomainEventName): boolean {
  return name.startsWith('message.') && name !== 'message.received';
}

export function isFailoverName(name: DomainEventName): boolean {
  return FAILOVER_EVENTS.some((each) => each === name);
}
