import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import type { RuleChange } from './changed-rulebook.js';
import { definitionHash, firesAlike } from './definition-hash.js';
import type { DryRunRow, DryRuns } from './dry-run.repository.js';
import { pastFirings, type PastFirings } from './past-firings.js';

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

/**
 * `forecast` is what the revision is watched by from now on; absent: as the revision before it. `why` tells people why a dry run is needed,
 * or why none is.
 */
export type Arming =
  | { readonly ok: true; readonly why: string; readonly forecast?: { readonly dryRunId: string | undefined } }
  | { readonly ok: false; readonly why: string };

/**
 * Keeps rules from going live unseen: one that begins to answer, or to answer to something else, is first tried on the past, where it would
 * have fired more than a few times. Looking at the result is left to the person; the gate only asks that there is one, of exactly this rule.
 */
export class ArmingGate {
  /** @param threshold - A rule that would have fired more often than this needs a dry run; 0 never asks for one. */
  constructor(
    private readonly database: Database,
    private readonly runs: DryRuns,
    private readonly clock: Clock,
    private readonly threshold: number,
  ) {}

  async judge(request: ArmingRequest): Promise<Arming> {
    const [arming] = await this.judgeAll([request]);
    if (arming === undefined) throw new Error('Every request is judged.');
    return arming;
  }

  /** Judges rules that go live together, in the order in which they are given: the past is read once for all of them. */
  async judgeAll(requests: readonly ArmingRequest[]): Promise<readonly Arming[]> {
    const first: (Arming | undefined)[] = [];
    // One after another: a bundle may bring thousands, and the connections are everybody's.
    for (const request of requests) first.push(await this.withoutThePast(request));
    const open = first.flatMap((arming, index) => {
      const request = requests[index];
      return arming !== undefined || request === undefined ? [] : [asChange(request, newId())];
    });
    const firings = await this.firingsOf(open.map(({ change }) => change));
    const judged = new Map(
      open.map(({ request, change }) => [request, this.byFirings(request, firings.get(change.ruleId))]),
    );
    return requests.flatMap((request, index) => first[index] ?? judged.get(request) ?? []);
  }

  /** What needs no look at the past; `undefined` when that has to tell. */
  private async withoutThePast({ definition, stored, dryRunId }: ArmingRequest): Promise<Arming | undefined> {
    if (dryRunId !== undefined) {
      const why = this.fault(await this.runs.find(dryRunId), definition, stored?.ruleId);
      if (why !== undefined) return { ok: false, why };
      return { ok: true, why: 'It was tried on the past.', forecast: { dryRunId } };
    }
    const isChanged = stored === undefined || !firesAlike(stored.definition, definition);
    const forecast = isChanged ? { forecast: { dryRunId: undefined } } : {};
    if (!isLive(definition)) {
      return { ok: true, why: 'It needs no dry run: it is not live, and answers nobody.', ...forecast };
    }
    if (!isChanged && isLive(stored.definition)) {
      return { ok: true, why: 'It needs no dry run: it is live already, and fires upon the same.' };
    }
    if (this.threshold > 0) return undefined;
    return { ok: true, why: 'It needs no dry run: HEED_ARMING_THRESHOLD is 0.', ...forecast };
  }

  private async firingsOf(changes: readonly RuleChange[]): Promise<ReadonlyMap<string, PastFirings>> {
    if (changes.length === 0) return new Map();
    const until = this.clock.now();
    const since = new Date(until.getTime() - LOOKED_BACK_MS);
    return pastFirings(this.database, changes, { since, until }, this.threshold);
  }

  private byFirings({ definition, stored }: ArmingRequest, firings: PastFirings | undefined): Arming {
    const isChanged = stored === undefined || !firesAlike(stored.definition, definition);
    const counted = firings ?? { past: 0, lookedAt: 0, fired: 0, estimate: 0 };
    const found = firingsSentence(counted, definition.trigger.event);
    if (Math.max(counted.fired, counted.estimate) > this.threshold) {
      return { ok: false, why: `${found} ${askForDryRun(stored?.ruleId, this.threshold)}` };
    }
    const why = `It needs no dry run: that is asked for above ${this.threshold} firings in 30 days. ${found}`;
    return { ok: true, why, ...(isChanged && { forecast: { dryRunId: undefined } }) };
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

/** A new rule stands at the end of the order, a stored one stays where it is. */
function asChange(
  request: ArmingRequest,
  newRuleId: string,
): { readonly request: ArmingRequest; readonly change: RuleChange } {
  const { definition, stored } = request;
  const ruleId = stored?.ruleId ?? newRuleId;
  return { request, change: { ruleId, revisionId: newRuleId, definition, position: undefined } };
}

const COUNT = new Intl.NumberFormat('en');

function firingsSentence({ past, lookedAt, fired, estimate }: PastFirings, event: string): string {
  if (lookedAt === 0) {
    return `There were ${counted(past, 'event')} of ${event} in the last 30 days.`;
  }
  const found = `It would have fired upon ${COUNT.format(fired)} of the ${COUNT.format(lookedAt)} events of ${event} that were looked at`;
  return lookedAt === past
    ? `${found}, which is all of the last 30 days.`
    : `${found}: about ${COUNT.format(estimate)} in the last 30 days.`;
}

function counted(count: number, thing: string): string {
  return `${COUNT.format(count)} ${thing}${count === 1 ? '' : 's'}`;
}

function askForDryRun(ruleId: string | undefined, threshold: number): string {
  const named = ruleId === undefined ? '{"definition": …}' : `{"ruleId": "${ruleId}", "definition": …}`;
  return `That is more than ${threshold}, so it has to be tried on the past before it goes live: POST /api/v1/rules/dry-run with ${named}, look at what it finds, then save the rule again with the "dryRunId".`;
}
