import type { Snapshot } from '../rulebook/stored-snapshot.js';
import { decide } from '../rules/decide.js';
import type { Decision, PlannedReply } from '../rules/decision.js';
import type { Facts } from '../rules/facts.js';
import { guardFacts, type RuleFiring } from '../rules/guards/guard-facts.js';
import { explainRule } from '../rules/match-rules.js';
import type { CompiledRuleSet } from '../rules/rule-set.js';
import { countsFirings, ReplayedFirings, withFirings } from './replayed-firings.js';

/** Two rulebooks that differ in one rule. */
export type Rulebooks = {
  readonly before: CompiledRuleSet;
  readonly after: CompiledRuleSet;
  readonly ruleId: string;
};

/** The firings that one side of an example was decided by, where they are not those on record. */
export type ReplayedSides = { readonly before: readonly RuleFiring[]; readonly after: readonly RuleFiring[] };

/** One event, decided with and without the change. */
export type Comparison = {
  readonly before: Decision;
  readonly after: Decision;
  /** Whether what the customer gets differs. */
  readonly isChanged: boolean;
  readonly replayed?: ReplayedSides;
};

/** Decides events in the order in which they came, with and without the change. Each side keeps its own count of firings. */
export class Comparer {
  private readonly firings: { readonly before: ReplayedFirings; readonly after: ReplayedFirings } | undefined;
  /** Contacts for whom the two sides may have fired differently. */
  private readonly affected = new Set<string | undefined>();

  constructor(private readonly rulebooks: Rulebooks) {
    const counts = countsFirings(rulebooks.before) || countsFirings(rulebooks.after);
    this.firings = counts ? { before: new ReplayedFirings(), after: new ReplayedFirings() } : undefined;
  }

  compare(snapshot: Snapshot): Comparison {
    const { now, facts } = snapshot;
    if (this.firings === undefined) return this.decideSides(snapshot, { before: facts, after: facts });
    const sides = { before: this.firings.before.in(facts), after: this.firings.after.in(facts) };
    const comparison = this.decideSides(snapshot, sides);
    this.firings.before.note(sides.before, comparison.before, now);
    this.firings.after.note(sides.after, comparison.after, now);
    if (sides.before === facts && sides.after === facts) return comparison;
    const replayed = {
      before: guardFacts(sides.before).firings,
      after: guardFacts(sides.after).firings,
    };
    return { ...comparison, replayed };
  }

  /** Most events have nothing to do with the rule: these are decided once, and that decision counts for both sides. */
  private decideSides(snapshot: Snapshot, sides: Sides): Comparison {
    const contactId = snapshot.facts.contact?.id;
    if (!this.affected.has(contactId)) {
      if (isIndifferent({ ...snapshot, facts: sides.before }, this.rulebooks)) {
        const decision = decide(snapshot.event, sides.before, this.rulebooks.before, snapshot.now);
        return { before: decision, after: decision, isChanged: false };
      }
      if (this.firings !== undefined) this.affected.add(contactId);
    }
    return decideBoth(snapshot, sides, this.rulebooks);
  }
}

type Sides = { readonly before: Facts; readonly after: Facts };

/**
 * Whether the rule can have no part in a decision, before or after its change: its condition does not hold, and nothing that it did earlier
 * is counted. Then both rulebooks decide the same, down to the texts; only the steps of the reasoning name another rule.
 */
function isIndifferent(situation: Snapshot, { before, after, ruleId }: Rulebooks): boolean {
  const { firings, waitingReplies } = guardFacts(situation.facts);
  return (
    before.byEvent.has(situation.event.name) &&
    after.byEvent.has(situation.event.name) &&
    !firings.some((firing) => firing.ruleId === ruleId) &&
    !waitingReplies.some((waiting) => waiting.ruleId === ruleId) &&
    explainRule(before, situation, ruleId)?.outcome !== 'matched' &&
    explainRule(after, situation, ruleId)?.outcome !== 'matched'
  );
}

/** Decides one event again, by the firings that it was compared with. */
export function compareOnce(
  snapshot: Snapshot,
  rulebooks: Omit<Rulebooks, 'ruleId'>,
  replayed?: ReplayedSides,
): Comparison {
  const { facts } = snapshot;
  const sides =
    replayed === undefined
      ? { before: facts, after: facts }
      : { before: withFirings(facts, replayed.before), after: withFirings(facts, replayed.after) };
  return decideBoth(snapshot, sides, rulebooks);
}

function decideBoth(
  { event, now }: Snapshot,
  facts: Sides,
  rulebooks: Omit<Rulebooks, 'ruleId'>,
): Comparison {
  const before = decide(event, facts.before, rulebooks.before, now);
  const after = decide(event, facts.after, rulebooks.after, now);
  return { before, after, isChanged: isChanged(before, after) };
}

function isChanged(before: Decision, after: Decision): boolean {
  if (before.verdict !== after.verdict || before.replies.length !== after.replies.length) return true;
  return before.replies.some((reply, index) => said(reply) !== said(after.replies[index]));
}

/** What a customer sees of a reply. */
function said(reply: PlannedReply | undefined): string {
  return JSON.stringify([reply?.text, reply?.media, reply?.template]);
}
