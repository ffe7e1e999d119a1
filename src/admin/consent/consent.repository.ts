import { Injectable } from '@nestjs/common';
import { ConsentSettingsRepository } from '../../consent/settings/consent-settings.repository.js';
import { announceConsent } from '../../contacts/consent-events.js';
import { recordConsent } from '../../contacts/consent-ledger.repository.js';
import { ALL_MESSAGES, type ConsentAction } from '../../contacts/consent-state.js';
import { findErased } from '../../contacts/erased-address.repository.js';
import { entriesAbout } from '../../contacts/linking/linked-entries.repository.js';
import type { Address } from '../../messaging/address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import type { CategoryConsentView, ChainedEntryView, ConsentView } from './consent.views.js';
import { CHAINED_ENTRY, chainedViewOf, ENTRY, viewOf } from './ledger-entry-row.repository.js';

/** What a person did about somebody's consent: to everything (`all`), or to one category of messages. */
export type ConsentActOf = {
  readonly action: ConsentAction;
  readonly scope: string;
  readonly reason: string;
  readonly actor: string;
};

/** Consent as people ask about it and change it. */
@Injectable()
export class ConsentDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly settings: ConsentSettingsRepository,
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
      categories: await this.categoriesOf(contactId),
      isKnown: contactId !== undefined,
      contactId: contactId ?? null,
      since: entry?.occurredAt ?? null,
      lastEntry: entry === null ? null : viewOf(entry),
    };
  }

  /** Every category there is, and those that somebody left before they were taken away. */
  private async categoriesOf(contactId: string | undefined): Promise<readonly CategoryConsentView[]> {
    const { settings } = await this.settings.current();
    const said =
      contactId === undefined
        ? []
        : await this.database.consentCategory.findMany({
            where: { contactId },
            orderBy: { category: 'asc' },
          });
    const present = settings.categories.map(({ key, name }) => ({
      key,
      name,
      row: said.find((row) => row.category === key),
    }));
    const gone = said
      .filter(
        (row) => row.state === 'opted_out' && !settings.categories.some(({ key }) => key === row.category),
      )
      .map((row) => ({ key: row.category, name: row.category, row }));
    return [...present, ...gone].map(({ key, name, row }) => ({
      key,
      name,
      state: row?.state ?? 'subscribed',
      since: row?.effectiveAt ?? null,
    }));
  }

  /** In the order in which entries were made, the newest first. */
  async ledger(address: Address, query: ListQuery): Promise<Page<ChainedEntryView>> {
    const contactId = await this.ownerOf(address);
    if (contactId === undefined) return { items: [], nextCursor: null };
    const before = await this.chainPositionOf(positionOf(query)?.id);
    const rows = await this.database.consentEvent.findMany({
      where: {
        ...(await entriesAbout(this.database, contactId)),
        ...(before !== undefined && { chainPosition: { lt: before } }),
      },
      select: CHAINED_ENTRY,
      orderBy: { chainPosition: 'desc' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ receivedAt, id }) => ({ at: receivedAt, id }));
    return { ...page, items: page.items.map(chainedViewOf) };
  }

  /**
   * Puts an administrator's act on record and in force; whatever is queued for a contact who is opted out is cancelled.
   * @returns `false` when there is no such category.
   */
  async record(address: Address, act: ConsentActOf): Promise<boolean> {
    const { action, scope, reason, actor } = act;
    if (scope !== ALL_MESSAGES && !(await this.isCategory(scope))) return false;
    const now = this.clock.now();
    const word = {
      address,
      action,
      scope,
      source: 'administrator',
      saidAt: now,
      receivedAt: now,
      actor,
      reason,
    };
    const recorded = await this.database.$transaction(async (tx) => {
      const entries = await recordConsent(tx, [word]);
      await announceConsent(tx, entries);
      return entries;
    });
    if (recorded.some(({ changed }) => changed)) this.metrics.consentChanges.inc({ action });
    return true;
  }

  private async isCategory(key: string): Promise<boolean> {
    const { settings } = await this.settings.current();
    return settings.categories.some((category) => category.key === key);
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
