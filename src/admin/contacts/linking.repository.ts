import { Injectable } from '@nestjs/common';
import { announceConsent } from '../../contacts/consent-events.js';
import { recordConsent } from '../../contacts/consent-ledger.repository.js';
import { NOTHING_SAID } from '../../contacts/consent-state.js';
import { lockStandings } from '../../contacts/consent-standing.repository.js';
import { resolveContact } from '../../contacts/contact.repository.js';
import { linkWords, type LinkAct } from '../../contacts/linking/link-words.js';
import {
  addressesOf,
  newContact,
  noteJoin,
  presentContact,
} from '../../contacts/linking/linked-contact.repository.js';
import {
  mergeProfile,
  moveAddress,
  moveEverything,
  removeContact,
} from '../../contacts/linking/moved-rows.repository.js';
import { addressKey, type Address } from '../../messaging/address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { sqlState } from '../../platform/database/sql-state.js';
import { lockLanesOf } from './linking-lanes.repository.js';

/** `unchanged`: the address was the contact's already. */
export type LinkResult =
  | { readonly kind: 'linked' | 'unlinked' | 'unchanged'; readonly contactId: string }
  | { readonly kind: 'unknown'; readonly what: 'contact' | 'address' }
  | { readonly kind: 'refused'; readonly why: string };

const MAX_TRIES = 5;

/**
 * Says that two addresses are one person, or that they are not.
 *
 * Everything happens in one transaction, under locks in the order of the road: first the lanes of both contacts, so that nobody is handling
 * anything of theirs; then their consent rows, which STOP and permits lock; then messages; last the head of the ledger.
 */
@Injectable()
export class Linking {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the address to the contact. Whoever had it is joined into the contact as a whole: addresses, conversations, messages, and the
   * stricter of the two consents. The contact that was joined in is gone; its id leads to the survivor.
   */
  async link(contactId: string, address: Address, act: LinkAct): Promise<LinkResult> {
    return this.again(async (tx) => {
      const to = await presentContact(tx, contactId);
      if ((await tx.contact.count({ where: { id: to } })) === 0) return { kind: 'unknown', what: 'contact' };
      if ((await addressesOf(tx, to)).length === 0) {
        return {
          kind: 'refused',
          why: 'This contact was erased: nobody can say who it was. Link to another contact.',
        };
      }
      if (!(await lockLanesOf(tx, to, address))) throw new LinkedMeanwhile();
      const from = await resolveContact(tx, { address });
      if (from === to) return { kind: 'unchanged', contactId: to };
      await this.join(tx, { from, to, by: address }, act);
      return { kind: 'linked', contactId: to };
    });
  }

  /** Gives one of several addresses a contact of its own, with its conversations. The consent stays with both. */
  async unlink(contactId: string, address: Address, act: LinkAct): Promise<LinkResult> {
    return this.again(async (tx) => {
      const from = await presentContact(tx, contactId);
      if (!(await lockLanesOf(tx, from, address))) throw new LinkedMeanwhile();
      const standing = (await lockStandings(tx, [from])).get(from);
      if (standing === undefined) return { kind: 'unknown', what: 'contact' };
      const addresses = await addressesOf(tx, from);
      const unlinked = addresses.find((known) => addressKey(known) === addressKey(address));
      if (unlinked === undefined) return { kind: 'unknown', what: 'address' };
      if (addresses.length === 1) {
        return {
          kind: 'refused',
          why: 'This is the only address of the contact. There is nothing to unlink.',
        };
      }
      const to = await newContact(tx);
      await moveAddress(tx, unlinked, { from, to });
      const words = linkWords(unlinked, standing, NOTHING_SAID, act, this.clock.now());
      await announceConsent(tx, await recordConsent(tx, words));
      return { kind: 'unlinked', contactId: to };
    });
  }

  private async join(
    tx: Transaction,
    { from, to, by }: { readonly from: string; readonly to: string; readonly by: Address },
    act: LinkAct,
  ): Promise<void> {
    const standings = await lockStandings(tx, [from, to]);
    const [carried, heardBy] = [standings.get(from), standings.get(to)];
    if (carried === undefined || heardBy === undefined) throw new LinkedMeanwhile();
    const now = this.clock.now();
    await moveEverything(tx, { from, to });
    await mergeProfile(tx, { from, to });
    await removeContact(tx, from);
    await noteJoin(tx, { from, to }, act, now);
    const words = linkWords(by, carried, heardBy, act, now);
    await announceConsent(tx, await recordConsent(tx, words));
  }

  /** What met another act in the middle is done again from the start. */
  private async again(work: (tx: Transaction) => Promise<LinkResult>): Promise<LinkResult> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.database.$transaction(work);
      } catch (error) {
        if (tries === MAX_TRIES || !isAboutOthers(error)) throw error;
      }
    }
  }
}

/** One of the contacts was linked by somebody else between two steps. */
class LinkedMeanwhile extends Error {}

function isAboutOthers(error: unknown): boolean {
  return error instanceof LinkedMeanwhile || sqlState(error)?.startsWith('40') === true;
}
