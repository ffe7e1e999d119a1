import { Injectable } from '@nestjs/common';
import type { Address } from '../../messaging/address.js';
import { hex } from '../../contacts/ledger/ledger-chain.js';
import { entriesAbout } from '../../contacts/linking/linked-entries.repository.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import { ConsentDesk } from './consent.repository.js';
import { CHAINED_ENTRY, chainedViewOf } from './ledger-entry-row.repository.js';
import type { DossierEntryView, DossierMessageView, DossierView } from './dossier.views.js';

const MAX_ENTRIES = 1_000;

const PROVEN_ENTRY = { ...CHAINED_ENTRY, payloadHash: true } satisfies Prisma.ConsentEventSelect;

const MESSAGE = {
  id: true,
  kind: true,
  status: true,
  provider: true,
  channel: true,
  theirAddress: true,
  text: true,
  reason: true,
  ruleRevisionId: true,
  consentEventId: true,
  providerMessageId: true,
  permittedAt: true,
  createdAt: true,
} satisfies Prisma.MessageSelect;

/** Everything that answers "why did you write to me?" about one contact. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly database: Database,
    private readonly consent: ConsentDesk,
  ) {}

  async of(address: Address, query: ListQuery): Promise<DossierView> {
    const consent = await this.consent.status(address);
    const { contactId } = consent;
    if (contactId === null) {
      return { consent, entries: [], hasMoreEntries: false, messages: { items: [], nextCursor: null } };
    }
    const [entries, messages] = await Promise.all([
      this.entriesOf(contactId),
      this.messagesTo(contactId, query),
    ]);
    return {
      consent,
      entries: entries.slice(0, MAX_ENTRIES),
      hasMoreEntries: entries.length > MAX_ENTRIES,
      messages,
    };
  }

  private async entriesOf(contactId: string): Promise<readonly DossierEntryView[]> {
    const rows = await this.database.consentEvent.findMany({
      where: await entriesAbout(this.database, contactId),
      select: PROVEN_ENTRY,
      orderBy: { chainPosition: 'desc' },
      take: MAX_ENTRIES + 1,
    });
    return rows.map(({ payloadHash, ...entry }) => ({
      ...chainedViewOf(entry),
      payloadSalt: entry.payloadSalt === null ? null : hex(entry.payloadSalt),
      payloadHash: hex(payloadHash),
    }));
  }

  /** Whatever was meant for them: sent, refused, suppressed or still waiting. */
  private async messagesTo(contactId: string, query: ListQuery): Promise<Page<DossierMessageView>> {
    const after = positionOf(query);
    const rows = await this.database.message.findMany({
      where: {
        contactId,
        direction: 'outbound',
        ...(after !== undefined && {
          createdAt: { lte: after.at },
          OR: [{ createdAt: { lt: after.at } }, { id: { lt: after.id } }],
        }),
      },
      select: MESSAGE,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: query.limit + 1,
    });
    return pageOf(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  }
}
