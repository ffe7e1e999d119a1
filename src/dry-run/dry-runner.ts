import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { Log } from '../platform/logging/log.js';
import { compileRulebook, withFlowRevisions } from '../rulebook/compile-rulebook.js';
import { refuseUnknownReferences } from '../rulebook/references.repository.js';
import { flowRevisionsInUse, rulebookAt, type RulebookRow } from '../rulebook/rulebook-at.repository.js';
import { rulebookVersion } from '../rulebook/rulebook-version.repository.js';
import { readSnapshot } from '../rulebook/stored-snapshot.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import { changedRulebook, type RuleChange } from './changed-rulebook.js';
import { Comparer, type Rulebooks } from './comparison.js';
import { definitionHash } from './definition-hash.js';
import type { DryRuns } from './dry-run.repository.js';
import { countPast, pastDecisions, type Past } from './past-decisions.repository.js';
import { Tally } from './tally.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Between two breaths of everything else in this process: some ten milliseconds of deciding. */
const DECIDED_AT_A_STRETCH = 25;
const TOLD_EVERY = 2_000;

/** What shall be tried on the past. */
export type DryRunRequest = {
  /** A stored rule that would be changed; absent for a new one. */
  readonly ruleId: string | undefined;
  readonly definition: RuleDefinition;
  readonly position: number | undefined;
  readonly days: number;
  /** The latest so many events are looked at. */
  readonly limit: number;
  readonly actor: string;
};

/** Another dry run is at work in this process. */
export class DryRunBusy extends Error {
  constructor(readonly dryRunId: string) {
    super('One dry run at a time.');
  }
}

/** Tries a rule on what has happened, one dry run at a time. Stores its result and nothing else, and sends nothing. */
export class DryRunner {
  private current: { readonly id: string; readonly done: Promise<void> } | undefined;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly runs: DryRuns,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Begins, and goes on by itself. @returns the id of the dry run. */
  async start(request: DryRunRequest): Promise<string> {
    if (this.current !== undefined) throw new DryRunBusy(this.current.id);
    const id = newId();
    const begun = this.begin(id, request);
    const done = begun
      .then((rulesVersion) => this.run(id, request, rulesVersion))
      .catch(() => undefined)
      .finally(() => (this.current = undefined));
    this.current = { id, done };
    await begun;
    return id;
  }

  private async begin(id: string, { limit: _limit, ...request }: DryRunRequest): Promise<bigint> {
    await refuseUnknownReferences(this.database, request.definition);
    const rulesVersion = await rulebookVersion(this.database);
    const hash = definitionHash(request.definition);
    await this.runs.begin({ ...request, id, definitionHash: hash, rulesVersion, at: this.clock.now() });
    return rulesVersion;
  }

  /** Gives up what is at work; its row says so. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.current?.done;
  }

  private async run(id: string, request: DryRunRequest, rulesVersion: bigint): Promise<void> {
    try {
      await this.compare(id, request, rulesVersion);
    } catch (error) {
      const problem = this.isStopping
        ? 'The process was stopped. Run it again.'
        : 'Something went wrong on this side; the log has it under the id of the dry run. Run it again.';
      if (!this.isStopping) this.log.error('A dry run failed.', error, { dryRunId: id });
      await this.runs.fail(id, problem, this.clock.now()).catch((failure: unknown) => {
        this.log.error('A dry run failed, and that could not be stored.', failure, { dryRunId: id });
      });
    }
  }

  private async compare(id: string, request: DryRunRequest, rulesVersion: bigint): Promise<void> {
    const until = this.clock.now();
    const since = new Date(until.getTime() - request.days * DAY_MS);
    const past: Past = { event: request.definition.trigger.event, since, until };
    const change = { ...request, ruleId: request.ruleId ?? id, revisionId: id };
    const rulebooks = await rulebooksFor(this.database, rulesVersion, change, since);
    const total = await countPast(this.database, past, request.limit);
    const comparer = new Comparer(rulebooks);
    const tally = new Tally(change.ruleId, since, until);
    let toldAt = 0;
    for await (const page of pastDecisions(this.database, past, request.limit)) {
      for (const row of page) {
        const snapshot = readSnapshot(JSON.parse(row.snapshot));
        if (snapshot === undefined) tally.addUnreadable();
        else tally.add(row.id, snapshot, comparer.compare(snapshot));
        if (tally.count % DECIDED_AT_A_STRETCH === 0) await nextTurn();
      }
      if (this.isStopping) throw new Error('Stopped.');
      if (tally.count - toldAt < TOLD_EVERY) continue;
      toldAt = tally.count;
      await this.runs.progress(id, total, tally.count, this.clock.now());
    }
    await this.runs.finish(id, tally.count, tally.result(), this.clock.now());
  }
}

/**
 * The rulebook of a version without the change and with it, each with the revisions of flows by which conversations went on since a moment,
 * as in live traffic. What this version of the program cannot read is left out of both.
 */
export async function rulebooksFor(
  database: Database,
  rulesVersion: bigint,
  change: RuleChange,
  since: Date,
): Promise<Rulebooks> {
  const rows = await rulebookAt(rulesVersion, database);
  const flows = await flowRevisionsInUse(since, database);
  const leaveOut = () => undefined;
  const compiled = (all: readonly RulebookRow[]) =>
    withFlowRevisions(compileRulebook(all, leaveOut), flows, leaveOut);
  return { before: compiled(rows), after: compiled(changedRulebook(rows, change)), ruleId: change.ruleId };
}
