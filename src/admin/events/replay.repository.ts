import { Injectable } from '@nestjs/common';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { LiveConsentSettings } from '../../consent/settings/live-consent-settings.js';
import { announceConsent } from '../../contacts/consent-events.js';
import { recordConsent } from '../../contacts/consent-ledger.repository.js';
import { draftOf } from '../../inbox/inbox-draft.js';
import type { InboxEntryRow } from '../../inbox/lane.repository.js';
import { Database, type Transaction } from '../../platform/database/database.js';

export type Replay =
  | { readonly kind: 'replayed' }
  | { readonly kind: 'unknown' }
  /** Retention has emptied it. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Puts stored webhooks back at the start of their road. */
@Injectable()
export class Replays {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRegistry,
    private readonly settings: LiveConsentSettings,
  ) {}

  /**
   * Has an entry handled once more. What it caused before is found by its unique keys and not done twice: one that was processed adds
   * nothing. One that could not be read is read by today's parser first.
   */
  async replay(id: string): Promise<Replay> {
    return this.database.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 as locked from inbox_entry where id = ${id}::uuid for update`;
      const entry = await tx.inboxEntry.findUnique({ where: { id } });
      if (entry === null) return { kind: 'unknown' };
      if (entry.state === 'received' || entry.state === 'dispatched') {
        return { kind: 'refused', why: 'It is being handled now; there is nothing to replay yet.' };
      }
      const gone = await this.emptiedBy(tx, entry);
      if (gone !== undefined) return { kind: 'gone', why: gone };
      const refusal = entry.state === 'quarantined' ? await this.readAgain(tx, entry) : undefined;
      if (refusal !== undefined) return { kind: 'refused', why: refusal };
      await tx.inboxEntry.update({
        where: { id },
        data: { state: 'received', attempts: 0, replays: { increment: 1 }, reason: null, processedAt: null },
      });
      return { kind: 'replayed' };
    });
  }

  /** Handled again without its words, an entry would say something else than it did. @returns what became of them, in words. */
  private async emptiedBy(
    tx: Transaction,
    { id, purgedAt, purgeReason }: InboxEntryRow,
  ): Promise<string | undefined> {
    if (purgedAt !== null) {
      return `Its body is gone since ${purgedAt.toISOString()}. ${purgeReason ?? ''} It cannot be replayed.`;
    }
    const message = await tx.message.findFirst({
      where: { inboxId: id, purgedAt: { not: null } },
      select: { purgeReason: true },
    });
    if (message === null) return undefined;
    return `The text of the message that it brought is gone. ${message.purgeReason ?? ''} It cannot be replayed.`;
  }

  /**
   * An unreadable entry stands in no conversation's lane, under a key made of its bytes, and its words have not reached the consent
   * ledger. All three are made good before it goes on. @returns why it cannot, in words.
   */
  private async readAgain(tx: Transaction, entry: InboxEntryRow): Promise<string | undefined> {
    const connection = this.connections.get(entry.connectionId);
    if (connection === undefined) return 'Its connection is switched off or gone.';
    const { vocabulary } = await this.settings.now(tx);
    const { rawBody, isStale, receivedAt } = entry;
    const draft = draftOf(connection, Buffer.from(rawBody), {}, isStale, receivedAt, vocabulary);
    if (draft.state === 'quarantined') return `It still cannot be read. ${draft.reason ?? ''}`.trim();
    const { connectionId, key, bodyHash } = draft;
    await tx.inboxKey.createMany({
      data: [{ connectionId, key, bodyHash: new Uint8Array(bodyHash), inboxId: entry.id }],
      skipDuplicates: true,
    });
    const { inboxId } = await tx.inboxKey.findUniqueOrThrow({
      where: { connectionId_key: { connectionId, key } },
    });
    if (inboxId !== entry.id) return `The same event was stored as ${inboxId}, and that one counts.`;
    await tx.inboxEntry.update({
      where: { id: entry.id },
      data: { eventType: draft.eventType, lane: draft.lane, occurredAt: draft.occurredAt ?? null },
    });
    const isOnRecord = (await tx.consentEvent.count({ where: { inboxId: entry.id } })) > 0;
    if (draft.consentWord === undefined || isOnRecord) return undefined;
    const words = [{ ...draft.consentWord, inboxId: entry.id }];
    await announceConsent(tx, await recordConsent(tx, words));
    return undefined;
  }
}
