import { parseAddress } from '../messaging/address.js';
import { CHANNELS } from '../messaging/channel.js';
import type { Database } from '../platform/database/database.js';
import { announceConsent } from './consent-events.js';
import { recordConsent, type ConsentWord } from './consent-ledger.repository.js';
import { ERASED } from './erased-address.repository.js';

/** A hold that nobody has settled: the entry that made it, and what was said. */
export type OpenHold = {
  readonly contactId: string;
  readonly entryId: string;
  readonly address: string;
  readonly channel: string | null;
  readonly text: string | null;
  readonly heldAt: Date;
  readonly connectionId: string | null;
};

/**
 * Holds from before `before`, the oldest first; `after` continues a list behind the entry it names. The address is the one that the words
 * came from, unless it was unlinked from the contact since: then it is another one of theirs, by which the hold can be settled.
 */
export async function openHolds(
  database: Database,
  before: Date,
  limit: number,
  after?: { readonly at: Date; readonly id: string },
): Promise<OpenHold[]> {
  return database.$queryRaw<OpenHold[]>`
    select consent.contact_id::text as "contactId", entry.id::text as "entryId", entry.channel, entry.text,
           coalesce((select value from contact_address
                      where contact_id = consent.contact_id and kind <> ${ERASED}
                      order by value = entry.address desc, created_at, canonical limit 1), entry.address) as address,
           entry.received_at as "heldAt", entry.connection_id::text as "connectionId"
      from consent join consent_event entry on entry.id = consent.event_id
     where consent.state = 'held' and entry.received_at < ${before}
       and (${after?.at ?? null}::timestamptz is null
            or (entry.received_at, entry.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
     order by entry.received_at, entry.id
     limit ${limit}`;
}

/** Takes silence for an answer: who was asked and did not say no is opted out. @returns how many were settled. */
export async function settleHolds(
  database: Database,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const holds = await openHolds(database, before, limit);
  const words = holds.flatMap((hold) => silence(hold, now) ?? []);
  await database.$transaction(async (tx) => announceConsent(tx, await recordConsent(tx, words)));
  return words.length;
}

/** It means something only while the hold stands: whoever has settled it in the meantime is left alone. */
function silence(hold: OpenHold, now: Date): ConsentWord | undefined {
  const address = parseAddress(hold.address);
  const channel = CHANNELS.find((known) => known === hold.channel);
  if (address === undefined) return undefined;
  return {
    address,
    action: 'revoke',
    scope: 'all',
    source: 'hold_timeout',
    saidAt: now,
    receivedAt: now,
    actor: 'heed',
    reason: 'An unclear stop was not settled in time; in doubt it counts as an opt-out.',
    isAnswer: true,
    ...(channel !== undefined && { channel }),
    ...(hold.connectionId !== null && { connectionId: hold.connectionId }),
  };
}
