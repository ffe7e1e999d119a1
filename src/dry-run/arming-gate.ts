import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import { definitionHash, firesAlike } from './definition-hash.js';
import type { DryRunRow, DryRuns } from './dry-run.repository.js';
import { countPast } from './past-decisions.repository.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const LOOKED_BACK_MS = 30 * DAY_MS;
const DRY_RUN_COUNTS_FOR_MS = DAY_MS;

/** A rule that is about to be stored. */
export type ArmingRequest = {
  readonly definition: RuleDefinition;
  /** The stored rule that it changes, and how it stands; absent for a new one. */
  readonly stored?: { readonly ruleId: string; readonly definition: RuleDefinition } | undefined;
  readonly dryRunId: string | undefined;
};

/** `forecast` is what the revision is watched by from now on; absent: as the revision before it. */
export type Arming =
  | { readonly ok: true; readonly forecast?: { readonly dryRunId: string | undefined } }
  | { readonly ok: false; readonly why: string };

/**
 * Keeps rules from going live unseen: one that begins to answer, or to answer to something else, is first tried on the past, where there is
 * enough of it. Looking at the result is left to the person; the gate only asks that there is one, of exactly this rule.
 */
export class ArmingGate {
  /** @param threshold - Fewer past events than this ask for no dry run; 0 never does. */
  constructor(
    private readonly database: Database,
    private readonly runs: DryRuns,
    private readonly clock: Clock,
    private readonly threshold: number,
  ) {}

  async judge({ definition, stored, dryRunId }: ArmingRequest): Promise<Arming> {
    const isNew = stored === undefined || !isLive(stored.definition);
    const isChanged = stored === undefined || !firesAlike(stored.definition, definition);
    if (dryRunId !== undefined) {
      const why = this.fault(await this.runs.find(dryRunId), definition, stored?.ruleId);
      return why === undefined ? { ok: true, forecast: { dryRunId } } : { ok: false, why };
    }
    const forecast = isChanged ? { forecast: { dryRunId: undefined } } : {};
    if (!isLive(definition) || (!isNew && !isChanged)) return { ok: true, ...forecast };
    if (!(await this.hasEnoughPast(definition))) return { ok: true, ...forecast };
    return { ok: false, why: askForDryRun(stored?.ruleId, this.threshold) };
  }

  private async hasEnoughPast({ trigger }: RuleDefinition): Promise<boolean> {
    if (this.threshold === 0) return false;
    const until = this.clock.now();
    const since = new Date(until.getTime() - LOOKED_BACK_MS);
    const past = { event: trigger.event, since, until };
    return (await countPast(this.database, past, this.threshold)) >= this.threshold;
  }

  /** Why a dry run does not speak for the rule; `undefined` when it does. */
  private fault(
    run: DryRunRow | undefined,
    definition: RuleDefinition,
    ruleId: string | undefined,
  ): string | undefined {
    if (run === undefined) return 'There is no such dry run. Make one: POST /api/v1/rules/dry-run.';
    if (run.state !== 'finished') {
      return `This dry run has not come to its end. See GET /api/v1/dry-runs/${run.id}.`;
    }
    if (run.ruleId !== (ruleId ?? null)) return 'This dry run was of another rule. Make one of this rule.';
    if (!definitionHash(definition).equals(run.definitionHash)) {
      return 'The rule was changed since its dry run. Make another one of exactly this rule, then save it with that "dryRunId".';
    }
    const ageMs = this.clock.now().getTime() - run.createdAt.getTime();
    return ageMs > DRY_RUN_COUNTS_FOR_MS ? 'This dry run is older than 24 hours. Make it again.' : undefined;
  }
}

function isLive({ enabled, mode }: RuleDefinition): boolean {
  return enabled && mode === 'live';
}

function askForDryRun(ruleId: string | undefined, threshold: number): string {
  const named = ruleId === undefined ? '{"definition": …}' : `{"ruleId": "${ruleId}", "definition": …}`;
  return `There were ${threshold} or more events in the last 30 days that this rule may answer to, so it has to be tried on them before it goes live: POST /api/v1/rules/dry-run with ${named}, look at what it finds, then save the rule again with the "dryRunId".`;
}
