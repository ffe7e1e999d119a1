import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { countedFailures, FORGOTTEN_AFTER_MS, waitMsOf, type TryKind } from './try-limits.js';

type Key = Uint8Array<ArrayBuffer>;
type Counter = { readonly key: Key; readonly failures: number; readonly lastAt: Date };

/** One household or office has a /64 of IPv6 at least, and could try from each of its addresses. */
const IPV6_NETWORK_BYTES = 8;

/**
 * Counts wrong passwords in the database, so that a restart, or another process, forgets none. What is counted are keyed hashes: the table
 * tells nobody who tried from where, and counts e-mail addresses that nobody has just like the others.
 */
@Injectable()
export class SignInTries {
  private readonly hashKey: Buffer;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(RUNTIME) { secret }: Runtime,
  ) {
    this.hashKey = Buffer.from(hkdfSync('sha256', secret, '', 'heed sign-in tries', 32));
  }

  /**
   * Counts a try as wrong before it is looked at: a hundred at the same moment are a hundred. `succeeded` takes the right one back.
   * @returns how many milliseconds the caller has to wait instead; then the try is not counted, and must not be made.
   */
  async begin(email: string, client: string): Promise<number> {
    const now = this.clock.now();
    const account = this.keyOf('account', email);
    const address = this.keyOf('client', networkOf(client));
    return this.database.$transaction(async (tx) => {
      await forgetOld(tx, now);
      const counters = await lockCounters(tx, [account, address], now);
      const waitMs = Math.max(
        0,
        ...counters.map((counter) => waitMsOf(kindOf(counter, account), counter, now)),
      );
      if (waitMs > 0) return waitMs;
      for (const counter of counters) {
        const failures = countedFailures(counter, now) + 1;
        await tx.signInTry.update({ where: { key: counter.key }, data: { failures, lastAt: now } });
      }
      return 0;
    });
  }

  /** The try was right: the account's wrong ones are forgotten, the client's others are not. */
  async succeeded(email: string, client: string): Promise<void> {
    await this.forgive(email);
    await this.database.signInTry.updateMany({
      where: { key: this.keyOf('client', networkOf(client)), failures: { gt: 0 } },
      data: { failures: { decrement: 1 } },
    });
  }

  /** Lets an account try again at once. */
  async forgive(email: string): Promise<void> {
    await this.database.signInTry.deleteMany({ where: { key: this.keyOf('account', email) } });
  }

  private keyOf(kind: TryKind, value: string): Key {
    return new Uint8Array(createHmac('sha256', this.hashKey).update(`${kind} ${value}`).digest());
  }
}

function kindOf({ key }: Counter, account: Key): TryKind {
  return Buffer.compare(key, account) === 0 ? 'account' : 'client';
}

/** In the order of their keys, so that two sign-ins never wait for each other. */
async function lockCounters(tx: Transaction, keys: readonly Key[], now: Date): Promise<readonly Counter[]> {
  const ordered = [...keys].sort((one, other) => Buffer.compare(one, other));
  for (const key of ordered) {
    await tx.$executeRaw`insert into sign_in_try (key, failures, last_at) values (${key}, 0, ${now}) on conflict do nothing`;
  }
  return tx.$queryRaw<Counter[]>`
    select key, failures, last_at as "lastAt" from sign_in_try where key = any(${ordered}) order by key for update`;
}

/** Passes over rows that a sign-in of this moment holds. */
async function forgetOld(tx: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
  await tx.$executeRaw`
    delete from sign_in_try where key in (
      select key from sign_in_try where last_at < ${before} limit 100 for update skip locked)`;
}

function networkOf(client: string): string {
  if (!isIPv6(client)) return client;
  const address = ipaddr.process(client);
  if (address.kind() === 'ipv4') return address.toString();
  return Buffer.from(address.toByteArray().slice(0, IPV6_NETWORK_BYTES)).toString('hex');
}
