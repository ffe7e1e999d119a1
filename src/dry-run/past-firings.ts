import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DomainEventName } from '../events/domain-events.js';
import type { Database } from '../platform/database/database.js';
import { compileRulebook, withFlowRevisions } from '../rulebook/compile-rulebook.js';
import { flowRevisionsInUse, rulebookAt } from '../rulebook/rulebook-at.repository.js';
import { rulebookVersion } from '../rulebook/rulebook-version.repository.js';
import { readSnapshot } from '../rulebook/stored-snapshot.js';
import { decide } from '../rules/decide.js';
import { referencesOf } from '../rules/references.js';
import type { CompiledRuleSet } from '../rules/rule-set.js';
import { rulebookWithAll, type RuleChange } from './changed-rulebook.js';
import { countPast, pastDecisions, type Past } from './past-decisions.repository.js';
import { countsFirings, ReplayedFirings } from './replayed-firings.js';

/** Somebody waits for the answer, so it is estimated from the latest events; a dry run looks at more. */
const MOST_LOOKED_AT = 5_000;
/** Counting the events in full is cheaper than deciding them, and has its end too. */
const MOST_COUNTED = 50_000;
const PATIENCE_MS = 3_000;
const DECIDED_AT_A_STRETCH = 25;

/** How often a rule would have fired. */
export type PastFirings = {
  /** The events that it may answer to, counted up to 50,000. */
  readonly past: number;
  /** How many of them were decided again, the latest 5,000 at most; 0 where there was nothing to find out. */
  readonly lookedAt: number;
  /** Upon how many of these it would have fired. */
  readonly fired: number;
  /** Upon how many of `past` that would be. */
  readonly estimate: number;
};

type Tally = { lookedAt: number; readonly fired: Map<string, number> };

/**
 * Estimates how often rules would have fired in a time, had all of them been live: by deciding the latest events again with the `decide` of
 * live traffic. It ends as soon as every rule is above the threshold. Where there are no more events than that, none is looked at.
 *
 * @returns by the ids of the rules
 */
export async function pastFirings(
  database: Database,
  changes: readonly RuleChange[],
  time: Omit<Past, 'event'>,
  threshold: number,
): Promise<ReadonlyMap<string, PastFirings>> {
  const firings = new Map<string, PastFirings>();
  const rulebook = memoised(() => rulebookWith(database, changes, time.since));
  for (const event of new Set(changes.map(eventOf))) {
    const rules = changes.filter((change) => eventOf(change) === event);
    const past = { ...time, event };
    const count = await countPast(database, past, MOST_COUNTED);
    const isOpen = count > threshold;
    const tally = isOpen ? await decideAgain(database, past, rules, await rulebook(), threshold) : NOTHING;
    for (const { ruleId } of rules) {
      const fired = tally.fired.get(ruleId) ?? 0;
      const estimate = tally.lookedAt === 0 ? 0 : Math.round((fired * count) / tally.lookedAt);
      firings.set(ruleId, { past: count, lookedAt: tally.lookedAt, fired, estimate });
    }
  }
  return firings;
}

const NOTHING: Tally = { lookedAt: 0, fired: new Map() };

function eventOf({ definition }: RuleChange): DomainEventName {
  return definition.trigger.event;
}

function memoised<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

async function rulebookWith(
  database: Database,
  changes: readonly RuleChange[],
  since: Date,
): Promise<CompiledRuleSet> {
  const rows = await rulebookAt(await rulebookVersion(database), database);
  const leaveOut = () => undefined;
  const rulebook = compileRulebook(rulebookWithAll(rows, changes), leaveOut);
  return withFlowRevisions(rulebook, await flowRevisionsInUse(since, database), leaveOut);
}

async function decideAgain(
  database: Database,
  past: Past,
  changes: readonly RuleChange[],
  rulebook: CompiledRuleSet,
  threshold: number,
): Promise<Tally> {
  const tally: Tally = { lookedAt: 0, fired: new Map() };
  const firings = countsFirings(rulebook) ? new ReplayedFirings() : undefined;
  const uncertain = new Set(changes.filter((change) => namesUnknown(change, rulebook)).map(idOf));
  const open = new Set(changes.map(idOf));
  const deadline = performance.now() + PATIENCE_MS;
  for await (const page of pastDecisions(database, past, MOST_LOOKED_AT)) {
    for (const row of page) {
      const snapshot = readSnapshot(JSON.parse(row.snapshot));
      // What cannot be read says nothing about how often the rule would have fired.
      if (snapshot === undefined) continue;
      tally.lookedAt += 1;
      if (tally.lookedAt % DECIDED_AT_A_STRETCH === 0) await nextTurn();
      const { event, now } = snapshot;
      const facts = firings?.in(snapshot.facts) ?? snapshot.facts;
      const decision = decide(event, facts, rulebook, now);
      firings?.note(facts, decision, now);
      for (const id of new Set([...decision.firedRuleIds, ...uncertain])) {
        const fired = (tally.fired.get(id) ?? 0) + 1;
        tally.fired.set(id, fired);
        if (fired > threshold) open.delete(id);
      }
      if (open.size === 0) return tally;
    }
    if (performance.now() > deadline) return tally;
  }
  return tally;
}

function idOf({ ruleId }: RuleChange): string {
  return ruleId;
}

/** Files may bring a rule together with its schedule. What a schedule that is not stored yet says is not known here: it counts as open always. */
function namesUnknown({ definition }: RuleChange, { library }: CompiledRuleSet): boolean {
  return referencesOf(definition).some(
    ({ kind, name }) => kind === 'schedule' && !library.schedules.has(name),
  );
}
