import { Injectable } from '@nestjs/common';
import { ConsentSettingsRepository } from '../../consent/settings/consent-settings.repository.js';
import { Database } from '../../platform/database/database.js';
import { keptDays, PURGE_KINDS } from '../../retention/purge-plan.js';
import type { Shown } from '../http/api-docs.js';
import type { RetentionKindView } from './retention.views.js';

/** Retention as people look at it. */
@Injectable()
export class RetentionRuns {
  constructor(
    private readonly database: Database,
    private readonly settings: ConsentSettingsRepository,
  ) {}

  async list(): Promise<Shown<RetentionKindView>[]> {
    const [{ settings }, rows] = await Promise.all([
      this.settings.current(),
      this.database.retentionRun.findMany(),
    ]);
    const runs = new Map(rows.map((row) => [row.kind, row]));
    return PURGE_KINDS.map((kind) => {
      const run = runs.get(kind);
      return {
        kind,
        keptDays: keptDays(settings.retention, kind) ?? null,
        lastRunAt: run?.lastRunAt ?? null,
        lastPurged: run?.lastPurged ?? 0,
        totalPurged: Number(run?.totalPurged ?? 0n),
      };
    });
  }
}
