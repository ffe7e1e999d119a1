import { Injectable } from '@nestjs/common';
import type { Forecast } from '../../dry-run/forecast.js';
import { asObject, type JsonObject } from '../../messaging/untrusted.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { RuleRow } from '../../rulebook/rule.repository.js';
import { NO_TRAFFIC, trafficOf } from '../../rulebook/rule-hits.repository.js';
import type { RuleFiguresView } from './rule-figures.views.js';

/** A `RuleView`: its definition was checked when it was stored, and is not read again to be shown. */
export type RuleJson = JsonObject;

/** Rules as they are shown: as they were stored, with how they do. */
@Injectable()
export class ShownRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(rows: readonly RuleRow[]): Promise<readonly RuleJson[]> {
    const ruleIds = rows.map(({ id }) => id);
    const traffic = await trafficOf(this.database, ruleIds, this.clock.now());
    const forecasts = await this.forecastsOf(rows.flatMap(({ dryRunId }) => dryRunId ?? []));
    return rows.map((row) => {
      const { id, key, position, number, revisionId, createdAt, updatedAt, heldBackAt } = row;
      return {
        ...asObject(row.definition),
        id,
        key,
        position,
        revision: number,
        revisionId,
        createdAt,
        updatedAt,
        heldBack: heldBackAt === null ? null : { at: heldBackAt, reason: row.heldBackReason ?? '' },
        traffic: traffic.get(id) ?? NO_TRAFFIC,
        forecast: forecasts.get(row.dryRunId ?? '') ?? null,
      };
    });
  }

  private async forecastsOf(
    dryRunIds: readonly string[],
  ): Promise<ReadonlyMap<string, NonNullable<RuleFiguresView['forecast']>>> {
    if (dryRunIds.length === 0) return new Map();
    const rows = await this.database.$queryRaw<{ id: string; forecast: Forecast; madeAt: Date }[]>`
      select id::text, result -> 'forecast' as forecast, created_at as "madeAt"
        from dry_run where id = any(${[...dryRunIds]}::uuid[]) and state = 'finished'`;
    return new Map(
      rows.map(({ id, forecast, madeAt }) => {
        const { mean, low, high } = forecast;
        return [id, { mean, low, high, dryRunId: id, madeAt }];
      }),
    );
  }
}
