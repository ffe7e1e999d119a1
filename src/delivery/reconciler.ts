import type { ConnectionRegistry } from '../connections/connection-registry.js';
import { accountOf } from '../connections/connection.js';
import type { LookupResult } from '../messaging/provider.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { PeriodicWork } from '../platform/periodic-work.js';
import type { Outcomes } from './outcome.repository.js';
import type { MessageRow } from './locked-message.repository.js';
import type { ProviderCaller } from './provider-call.js';
import { claimLookups, couldBeAnother } from './reconciler.repository.js';
import { toOutbound } from './send-request.js';

/** How often due look-ups are searched for, and when each is due after the attempt. After the last one a person decides. */
export type LookupSchedule = { readonly everyMs: number; readonly afterMs: readonly number[] };

const SCHEDULE: LookupSchedule = { everyMs: 5_000, afterMs: [10_000, 60_000, 600_000] };

/**
 * Settles messages of unknown fate where the provider can be asked. It only ever proves that a message was accepted; that a history
 * does not show one is no proof that it was not, so nothing is sent again.
 */
export class Reconciler {
  private readonly work: PeriodicWork;
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRegistry,
    private readonly caller: ProviderCaller,
    private readonly outcomes: Outcomes,
    private readonly context: { readonly clock: Clock; readonly log: Log },
    private readonly schedule = SCHEDULE,
  ) {
    const failure = 'Messages of unknown fate could not be looked up; it is tried again.';
    const period = { everyMs: schedule.everyMs, log: context.log, failure };
    this.work = new PeriodicWork(() => this.round(), period);
  }

  start(): void {
    this.work.start();
  }

  /** Ends a look-up that is under way: the next process does not make it again, but its later ones. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.work.stop();
  }

  private async round(): Promise<void> {
    for (const message of await this.claim()) await this.tryToSettle(message);
  }

  private async claim(): Promise<MessageRow[]> {
    const ids = this.connections
      .all()
      .flatMap(({ id, provider }) => (provider.lookup === undefined ? [] : [id]));
    return claimLookups(this.database, ids, this.schedule.afterMs, this.context.clock.now());
  }

  /** One message that cannot be settled must not take the others of its round with it. */
  private async tryToSettle(message: MessageRow): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      await this.settle(message);
    } catch (error) {
      this.context.log.error('A message of unknown fate could not be looked up.', error, {
        messageId: message.id,
      });
    }
  }

  private async settle(message: MessageRow): Promise<void> {
    const connection = this.connections.get(message.connectionId);
    const account = connection && accountOf(connection);
    const lookup = connection?.provider.lookup;
    if (account === undefined || lookup === undefined || message.permittedAt === null) return;
    const subject = { message: toOutbound(message), attemptedAt: message.permittedAt };
    const request = lookup.request(subject, account);
    if (request === undefined) return;
    const end = await this.caller.call(request, this.stopping.signal);
    if (end.kind === 'answered') await this.record(message, lookup.read(end.answer, subject));
  }

  private async record(message: MessageRow, result: LookupResult): Promise<void> {
    if (result.kind !== 'found') return;
    if (await couldBeAnother(this.database, message, result.providerMessageId)) return;
    const now = this.context.clock.now();
    await this.database.$transaction((tx) => this.outcomes.provedByHistory(tx, message, result, now));
  }
}
