import { Injectable } from '@nestjs/common';
import { announceConsent } from '../../contacts/consent-events.js';
import { recordConsent } from '../../contacts/consent-ledger.repository.js';
import type { ConsentAction } from '../../contacts/consent-state.js';
import { findErased } from '../../contacts/erased-address.repository.js';
import type { Address } from '../../messaging/address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { API_ACTOR } from '../http/bearer.guard.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import type { ConsentView, LedgerEntryView } from './consent.views.js';
import { ENTRY, viewOf } from './ledger-entry-row.repository.js';

/** Consent as people ask about it and change it. */
@Injectable()
export class ConsentDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async status(address: Address): Promise<ConsentView> {
    const contactId = await this.ownerOf(address);
    const consent =
      contactId === undefined ? null : await this.database.consent.findUnique({ where: { contactId } });
    const entry =
      consent === null || consent.eventId === null
        ? null
        : await this.database.consentEvent.findUnique({ where: { id: consent.eventId }, select: ENTRY });
    return {
      address: address.value,
      state: consent?.state ?? 'subscribed',
      isKnown: contactId !== undefined,
      contactId: contactId ?? null,
      since: entry?.occurredAt ?? null,
      lastEntry: entry === null ? null : viewOf(entry),
    };
  }

  /** In the order in which entries were made, the newest first. */
  async ledger(address: Address, query: ListQuery): Promise<Page<LedgerEntryView>> {
    const contactId = await this.ownerOf(address);
    if (contactId === undefined) return { items: [], nextCursor: null };
    const before = await this.chainPositionOf(positionOf(query)?.id);
    const rows = await this.database.consentEvent.findMany({
      where: { contactId, ...(before !== undefined && { chainPosition: { lt: before } }) },
      select: ENTRY,
      orderBy: { chainPosition: 'desc' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ receivedAt, id }) => ({ at: receivedAt, id }));
    return { ...page, items: page.items.map(viewOf) };
  }

  /** Puts an administrator's act on record and in force; whatever is queued for a contact who is opted out is cancelled. */
  async record(address: Address, action: ConsentAction, reason: string): Promise<void> {
    const now = this.clock.now();
    const word = {
      address,
      action,
      scope: 'all',
      source: 'administrator',
      saidAt: now,
      receivedAt: now,
      actor: API_ACTOR,
      reason,
    };
    const recorded = await this.database.$transaction(async (tx) => {
      const entries = await recordConsent(tx, [word]);
      await announceConsent(tx, entries);
      return entries;
    });
    if (recorded.some(({ changed }) => changed)) this.metrics.consentChanges.inc({ action });
  }

  /** An address that was erased is known by its keyed hash. */
  private async ownerOf(address: Address): Promise<string | undefined> {
    const { kind, canonical } = address;
    const owner = await this.database.contactAddress.findUnique({
      where: { kind_canonical: { kind, canonical } },
      select: { contactId: true },
    });
    const [erased] = owner === null ? await findErased(this.database, [address]) : [];
    return owner?.contactId ?? erased?.contactId;
  }

  private async chainPositionOf(id: string | undefined): Promise<bigint | undefined> {
    if (id === undefined) return undefined;
    const entry = await this.database.consentEvent.findUnique({
      where: { id },
      select: { chainPosition: true },
    });
    return entry?.chainPosition;
  }
}
