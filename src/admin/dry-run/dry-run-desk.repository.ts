import { Injectable } from '@nestjs/common';
import { DryRuns, type DryRunRow } from '../../dry-run/dry-run.repository.js';
import { readExamples } from '../../dry-run/example-reader.js';
import { asObject, asText } from '../../messaging/untrusted.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { positionOf, type ListQuery } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import type { DryRunView, ListedDryRunView } from './dry-run.views.js';

/** A running one that has not told how far it is for so long belongs to a process that is gone. */
const SILENT_MS = 60_000;

const ASSUMPTIONS =
  'Everything is decided by the rulebook of the moment the dry run began, from the facts of each event then. Cooldowns and other limits of the rules are counted along the replay, beginning for each contact with what was on record at their first event. Everything else is as it was: budgets, pauses, tags, earlier messages. Files, templates and schedules count as they are now.';

/** Dry runs as they are shown. */
@Injectable()
export class DryRunDesk {
  constructor(
    private readonly runs: DryRuns,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(query: ListQuery): Promise<Page<ListedDryRunView>> {
    const rows = await this.runs.list(query.limit + 1, positionOf(query));
    const page = pageOf(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
    return {
      ...page,
      items: page.items.map(({ progressAt, state, problem, ...shown }) => ({
        ...shown,
        ...this.stateOf({ progressAt, state, problem }),
      })),
    };
  }

  async find(id: string): Promise<DryRunView | undefined> {
    const run = await this.runs.find(id);
    if (run === undefined) return undefined;
    const { ruleId, days, total, lookedAt, actor, createdAt, finishedAt } = run;
    const shown = { id: run.id, ruleId, days, total, lookedAt, actor, createdAt, finishedAt };
    return {
      ...shown,
      ...this.stateOf(run),
      ruleName: nameOf(run.definition),
      assumptions: ASSUMPTIONS,
      result: await this.resultOf(run),
    };
  }

  private stateOf(
    run: Pick<DryRunRow, 'progressAt' | 'state' | 'problem'>,
  ): Pick<DryRunView, 'state' | 'problem'> {
    const isSilent = this.clock.now().getTime() - run.progressAt.getTime() > SILENT_MS;
    if (run.state !== 'running' || !isSilent) return { state: run.state, problem: run.problem };
    return { state: 'failed', problem: 'The process that was at work is gone. Run it again.' };
  }

  private async resultOf(run: DryRunRow): Promise<DryRunView['result']> {
    if (run.result === null) return null;
    const names = await this.namesOf(run.result.otherRules.map(({ ruleId }) => ruleId));
    return {
      ...run.result,
      otherRules: run.result.otherRules.map((rule) => ({ ...rule, name: names.get(rule.ruleId) ?? null })),
      examples: await readExamples(this.database, run),
    };
  }

  private async namesOf(ruleIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.$queryRaw<{ id: string; name: string }[]>`
      select rule.id::text, revision.definition ->> 'name' as name
        from rule join rule_revision revision on revision.id = rule.revision_id
       where rule.deleted_at is null and rule.id = any(${[...ruleIds]}::uuid[])`;
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function nameOf(definition: unknown): string {
  return asText(asObject(definition)?.['name']) ?? '';
}
