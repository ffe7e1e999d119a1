import type { Transaction } from '../../platform/database/database.js';
import type { ConsentStanding } from '../consent-state.js';
import { lockStandings } from '../consent-standing.repository.js';
import { resolveContacts, type KnownPerson } from '../contact.repository.js';

/** Contacts are joined by people, by hand: that one moves again and again while it is waited for does not happen. */
const MAX_TRIES = 10;

export type LockedContacts = {
  /** Contact ids by `addressKey`. */
  readonly contacts: ReadonlyMap<string, string>;
  /** By contact id. */
  readonly standings: Map<string, ConsentStanding>;
};

/**
 * Finds the contacts of these addresses, makes the missing ones, and locks their consent, in the order of their ids as everybody who locks
 * several does.
 *
 * While a row is waited for, its address may be linked to another contact. Linking holds the consent of both contacts, so what is found
 * with the lock in hand stays. If that is not what was locked, the locks are given back before the right ones are asked for: whoever waits
 * with a row in hand, out of order, may be waited for in turn.
 */
export async function lockContacts(tx: Transaction, people: readonly KnownPerson[]): Promise<LockedContacts> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const contacts = await resolveContacts(tx, people);
    await tx.$executeRaw`savepoint contacts_unlocked`;
    const standings = await lockStandings(tx, [...new Set(contacts.values())]);
    const now = await resolveContacts(tx, people);
    if ([...contacts].every(([key, id]) => now.get(key) === id)) {
      await tx.$executeRaw`release savepoint contacts_unlocked`;
      return { contacts, standings };
    }
    await tx.$executeRaw`rollback to savepoint contacts_unlocked`;
  }
  throw new Error('The contacts of these addresses were linked again and again while they were waited for.');
}
