import { Injectable } from '@nestjs/common';
import { CheckpointFiles } from '../../consent/checkpoint-files.js';
import { lastCheck } from '../../consent/ledger-check.repository.js';
import { Database } from '../../platform/database/database.js';
import type { Shown } from '../http/api-docs.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import { CHAINED_ENTRY, chainedViewOf } from './ledger-entry-row.repository.js';
import type { ChainedEntryView } from './consent.views.js';
import type { LedgerStandingView } from './ledger-entries.views.js';

const SHOWN_CHECKPOINTS = 5;

/** The ledger of everybody, as people look through it. */
@Injectable()
export class LedgerEntries {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointFiles,
  ) {}

  /** In the order of the chain, the newest first. */
  async list(query: ListQuery): Promise<Page<Shown<ChainedEntryView>>> {
    const before = await this.chainPositionOf(positionOf(query)?.id);
    const rows = await this.database.consentEvent.findMany({
      where: before === undefined ? {} : { chainPosition: { lt: before } },
      select: CHAINED_ENTRY,
      orderBy: { chainPosition: 'desc' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ receivedAt, id }) => ({ at: receivedAt, id }));
    return { ...page, items: page.items.map(chainedViewOf) };
  }

  async standing(): Promise<LedgerStandingView> {
    const [check, head, files] = await Promise.all([
      lastCheck(this.database),
      this.database.ledgerHead.findFirst({ select: { position: true } }),
      this.checkpoints.newest(SHOWN_CHECKPOINTS),
    ]);
    return {
      entries: Number(head?.position ?? 0),
      checkedAt: check?.checkedAt ?? null,
      findingCount: check?.findingCount ?? null,
      checkpoints: files.map(({ name, checkpoint }) => ({
        name,
        position: checkpoint?.position ?? null,
        hash: checkpoint?.hash ?? null,
        signedAt: checkpoint === undefined ? null : new Date(checkpoint.at),
      })),
    };
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
