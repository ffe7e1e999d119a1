import { newId } from '../platform/ids/new-id.js';
import type { Transaction } from '../platform/database/database.js';
import { DOMAIN_EVENT_NAMES, type DomainEvent, type DomainEventName } from './domain-events.js';
import { appendPending, insertProcessed } from './domain-event.repository.js';

/** Handles one event inside the transaction that records it; what it throws rolls the whole step back. */
export type EventHandler<Name extends DomainEventName> = (
  event: DomainEvent<Name>,
  tx: Transaction,
) => Promise<void>;

/** An event that is about to be recorded: without its id, and with a name that fits its payload. */
export type NewDomainEvent = {
  [Name in DomainEventName]: Omit<DomainEvent<Name>, 'id'>;
}[DomainEventName];

/** Whether a handler would do anything at all about events of this name now. */
export type Interest = (name: DomainEventName, tx: Transaction) => Promise<boolean>;

type AnyHandler = {
  readonly label: string;
  readonly handle: EventHandler<DomainEventName>;
  readonly isInterested: Interest;
};

/**
 * The domain event bus. Handlers run in the order of their registration, inside the transaction that records the event, and
 * their errors rise: then nothing was recorded, the job fails and is retried.
 */
export class EventBus {
  private readonly handlers = new Map<DomainEventName, AnyHandler[]>();

  /**
   * Registers a handler for several names at once. `label` names it in the start-up audit. A handler that says when it is
   * interested spares the engine events that nobody would do anything about.
   */
  on(
    names: readonly DomainEventName[],
    label: string,
    handle: EventHandler<DomainEventName>,
    isInterested: Interest = async () => true,
  ): void {
    for (const name of names) {
      const others = this.handlers.get(name) ?? [];
      if (others.some((other) => other.label === label)) {
        throw new Error(`The handler "${label}" is registered twice for ${name}.`);
      }
      this.handlers.set(name, [...others, { label, handle, isInterested }]);
    }
  }

  /** Records an event that came from a webhook and handles it now. Handling one inbox entry again records nothing twice. */
  async publish(event: NewDomainEvent, tx: Transaction): Promise<DomainEvent> {
    const recorded = await insertProcessed(tx, withId(event));
    await this.handle(recorded, tx);
    return recorded;
  }

  /**
   * Records events that we caused ourselves; their lane handles them in a step of its own. Every message sent and delivered raises one,
   * and hardly ever is there a rule about it: what nobody is interested in is not recorded.
   */
  async append(events: readonly NewDomainEvent[], tx: Transaction): Promise<void> {
    const wanted: NewDomainEvent[] = [];
    for (const event of events) if (await this.isWanted(event.name, tx)) wanted.push(event);
    await appendPending(tx, wanted.map(withId));
  }

  private async isWanted(name: DomainEventName, tx: Transaction): Promise<boolean> {
    for (const { isInterested } of this.handlers.get(name) ?? [])
      if (await isInterested(name, tx)) return true;
    return false;
  }

  /** Handles an event that is already recorded. */
  async handle(event: DomainEvent, tx: Transaction): Promise<void> {
    for (const { handle } of this.handlers.get(event.name) ?? []) await handle(event, tx);
  }

  /** Every event of the catalogue must be handled: a name that nobody listens to would be a silent loss. */
  assertComplete(): void {
    const missing = DOMAIN_EVENT_NAMES.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) {
      throw new Error(
        `These domain events have no handler: ${missing.join(', ')}. Register one with EventBus.on(), or take the event out of the catalogue.`,
      );
    }
  }
}

function withId(event: NewDomainEvent): DomainEvent {
  return { ...event, id: newId() };
}
