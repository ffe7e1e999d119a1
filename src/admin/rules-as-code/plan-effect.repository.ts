import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { compareOnce, type Comparison } from '../../dry-run/comparison.js';
import { pastDecisions } from '../../dry-run/past-decisions.repository.js';
import { countsFirings, ReplayedFirings } from '../../dry-run/replayed-firings.js';
import { DOMAIN_EVENT_NAMES, type DomainEventName } from '../../events/domain-events.js';
import { asObject } from '../../messaging/untrusted.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { compileRulebook, withFlowRevisions } from '../../rulebook/compile-rulebook.js';
import { flowRevisionsInUse, type RulebookRow } from '../../rulebook/rulebook-at.repository.js';
import { readSnapshot, type Snapshot } from '../../rulebook/stored-snapshot.js';
import { guardFacts } from '../../rules/guards/guard-facts.js';
import type { CompiledRuleSet } from '../../rules/rule-set.js';
import type { PlanEffectView } from './plan.views.js';
import type { PlanStep, RulebookPlan } from './plan-bundle.js';
import type { RulebookState } from './rulebook-state.repository.js';

const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A plan is waited for, so it looks at the latest events only; a dry run of one rule looks at more. */
const MOST_EVENTS = 2_000;
const PATIENCE_MS = 5_000;
const DECIDED_AT_A_STRETCH = 25;
const EXAMPLES_KEPT = 20;

type Rulebooks = { readonly before: CompiledRuleSet; readonly after: CompiledRuleSet };

/** Decides the latest real events again, by the rules as they stand and as the files say. Nothing is stored and nothing is sent. */
@Injectable()
export class PlanEffects {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(state: RulebookState, plan: RulebookPlan): Promise<PlanEffectView> {
    const until = this.clock.now();
    const since = new Date(until.getTime() - DAYS * DAY_MS);
    const tally = new EffectTally(plan.steps);
    const events = eventsConcerned(plan.steps);
    if (events.length === 0) return { since, until, isCut: false, ...tally.result() };
    const rulebooks = rulebooksOf(state, plan, await flowRevisionsInUse(since, this.database));
    const deadline = performance.now() + PATIENCE_MS;
    for (const event of events) {
      const firings = firingsOf(rulebooks);
      for await (const page of pastDecisions(this.database, { event, since, until }, MOST_EVENTS)) {
        for (const row of page) {
          const snapshot = readSnapshot(JSON.parse(row.snapshot));
          if (snapshot !== undefined) tally.add(snapshot, compare(snapshot, rulebooks, firings));
          if (tally.lookedAt % DECIDED_AT_A_STRETCH === 0) await nextTurn();
        }
        if (performance.now() > deadline) return { since, until, isCut: true, ...tally.result() };
      }
    }
    return { since, until, isCut: false, ...tally.result() };
  }
}

type Firings = { readonly before: ReplayedFirings; readonly after: ReplayedFirings } | undefined;

/** Limits count from firings, so each side keeps its own; without limits nothing has to be counted. */
function firingsOf({ before, after }: Rulebooks): Firings {
  if (!countsFirings(before) && !countsFirings(after)) return undefined;
  return { before: new ReplayedFirings(), after: new ReplayedFirings() };
}

function compare(snapshot: Snapshot, rulebooks: Rulebooks, firings: Firings): Comparison {
  if (firings === undefined) return compareOnce(snapshot, rulebooks);
  const { facts, now } = snapshot;
  const sides = { before: firings.before.in(facts), after: firings.after.in(facts) };
  const comparison = compareOnce(snapshot, rulebooks, {
    before: guardFacts(sides.before).firings,
    after: guardFacts(sides.after).firings,
  });
  firings.before.note(sides.before, comparison.before, now);
  firings.after.note(sides.after, comparison.after, now);
  return comparison;
}

class EffectTally {
  lookedAt = 0;
  private changedReplies = 0;
  private readonly replies = { before: 0, after: 0 };
  private readonly rules: ReadonlyMap<string, { readonly step: PlanStep; before: number; after: number }>;
  private readonly examples: PlanEffectView['examples'][number][] = [];

  constructor(steps: readonly PlanStep[]) {
    const rules = steps.filter(({ kind }) => kind === 'rule');
    this.rules = new Map(rules.map((step) => [idOf(step), { step, before: 0, after: 0 }]));
  }

  add({ event }: Snapshot, { before, after, isChanged }: Comparison): void {
    this.lookedAt += 1;
    for (const [side, decision] of [
      ['before', before],
      ['after', after],
    ] as const) {
      this.replies[side] += decision.replies.length;
      for (const id of decision.firedRuleIds) {
        const rule = this.rules.get(id);
        if (rule !== undefined) rule[side] += 1;
      }
    }
    if (!isChanged) return;
    this.changedReplies += 1;
    this.examples.push({
      messageId: event.messageId ?? null,
      before: { verdict: before.verdict, sentence: before.sentence },
      after: { verdict: after.verdict, sentence: after.sentence },
    });
    if (this.examples.length > EXAMPLES_KEPT) this.examples.shift();
  }

  result(): Omit<PlanEffectView, 'since' | 'until' | 'isCut'> {
    const rules = [...this.rules.values()]
      .filter(({ before, after }) => before !== after)
      .map(({ step: { key, name }, before, after }) => ({ key, name, before, after }));
    const { lookedAt, changedReplies, replies } = this;
    return { lookedAt, changedReplies, replies, rules, examples: this.examples.toReversed() };
  }
}

function rulebooksOf(
  { entries }: RulebookState,
  { steps, order }: RulebookPlan,
  flows: readonly RulebookRow[],
): Rulebooks {
  const places = new Map(order.map((id, index) => [id, index + 1]));
  const after = steps.flatMap((step): readonly RulebookRow[] => {
    const { kind, action, entry, stored } = step;
    if (action === 'delete') return [];
    const id = idOf(step);
    const revisionId = action === 'create' || action === 'update' ? `planned:${kind}:${id}` : undefined;
    return [
      {
        kind,
        id,
        revisionId: revisionId ?? stored?.revisionId ?? id,
        number: stored?.number ?? 1,
        position: kind === 'rule' ? (places.get(id) ?? 0) : null,
        definition: entry?.definition ?? stored?.definition,
        heldBackAt: stored?.heldBackAt ?? null,
        heldBackReason: stored?.heldBackReason ?? null,
      },
    ];
  });
  const leaveOut = () => undefined;
  const compiled = (rows: readonly RulebookRow[]) =>
    withFlowRevisions(compileRulebook(rows, leaveOut), flows, leaveOut);
  return { before: compiled(entries), after: compiled(after) };
}

function idOf({ stored, key }: PlanStep): string {
  return stored?.id ?? key;
}

/** The events that rules are about which the plan touches; a changed template or schedule may concern any. */
function eventsConcerned(steps: readonly PlanStep[]): readonly DomainEventName[] {
  const touched = steps.filter(({ action }) => action !== 'unchanged' && action !== 'kept');
  const isLibraryTouched = touched.some(({ kind }) => kind !== 'rule');
  const about = (isLibraryTouched ? steps : touched).filter(({ kind }) => kind === 'rule');
  const names = new Set(
    about
      .flatMap(({ entry, stored }) => [entry?.definition, stored?.definition])
      .map((definition) => asObject(asObject(definition)?.['trigger'])?.['event']),
  );
  return touched.length === 0 ? [] : DOMAIN_EVENT_NAMES.filter((name) => names.has(name));
}
