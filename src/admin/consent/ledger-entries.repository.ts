import { Injectable } from '@nestjs/common';
import { CheckpointFiles } from '../../consent/checkpoint-files.js';
import { lastCheck } from '../../consent/ledger-check.repository.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { ListPosition } from '../lists/cursor.js';
import { positionOf } from '../lists/list-query.js';
import { MAX_SEARCHED_ROWS, pageOf, type Page } from '../lists/page.js';
import { CHAINED_ENTRY, chainedViewOf } from './ledger-entry-row.repository.js';
import type { ChainedEntryView } from './consent.views.js';
import { firstIdAt } from '../stats/first-id-at.js';
import type { LedgerQuery, LedgerStandingView } from './ledger-entries.views.js';

const SHOWN_CHECKPOINTS = 5;

/** The ledger of everybody, as people look through it. */
@Injectable()
export class LedgerEntries {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointFiles,
  ) {}

  /** In the order of the chain, the newest first. A filter looks at a bounded number of entries, and the page says where it stopped. */
  async list(query: LedgerQuery): Promise<Page<Shown<ChainedEntryView>>> {
    const { action, changed, since, limit } = query;
    const before = await this.chainPositionOf(positionOf(query)?.id);
    const walked = {
      ...(before !== undefined && { chainPosition: { lt: before } }),
      ...(since !== undefined && { id: { gte: firstIdAt(new Date(since)) } }),
    };
    const isFiltered = action !== undefined || changed !== undefined;
    const stop = isFiltered ? await this.endOfSearch(walked) : null;
    const rows = await this.database.consentEvent.findMany({
      where: {
        AND: [walked, stop === null ? {} : { chainPosition: { gte: stop.chainPosition } }],
        ...(action !== undefined && { action }),
        ...(changed !== undefined && { changed: true }),
      },
      select: CHAINED_ENTRY,
      orderBy: { chainPosition: 'desc' },
      take: limit + 1,
    });
    const stoppedAt = stop === null ? undefined : placeOf(stop);
    const page = pageOf(rows, limit, placeOf, stoppedAt);
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

  /** No index knows what was done. */
  private endOfSearch(walked: Prisma.ConsentEventWhereInput) {
    return this.database.consentEvent.findFirst({
      where: walked,
      orderBy: { chainPosition: 'desc' },
      skip: MAX_SEARCHED_ROWS,
      select: { id: true, receivedAt: true, chainPosition: true },
    });
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

function placeOf({ id, receivedAt }: { readonly id: string; readonly receivedAt: Date }): ListPosition {
  return { at: receivedAt, id };
}
