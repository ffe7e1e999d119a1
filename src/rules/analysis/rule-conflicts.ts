import type { DomainEventName } from '../../events/domain-events.js';
import { threadChannel } from '../../messaging/channel.js';
import { conditionInput } from '../conditions/condition-input.js';
import { schedulesNamedIn } from '../conditions/named-schedules.js';
import { buildRuleIndex } from '../conditions/rule-index.js';
import type { RuleIndex } from '../conditions/rule-index.js';
import { decide } from '../decide.js';
import type { RuleDefinition } from '../definition/rule-definition.js';
import type { Library } from '../library.js';
import { explainRule } from '../match-rules.js';
import { compileRules, eventChannel } from '../rule-set.js';
import type { CompiledRuleSet, StoredRule } from '../rule-set.js';
import type { Situation } from '../stage.js';
import { alwaysHolds, neverHolds } from './certainty.js';
import { coveredByConsent } from './consent-cover.js';
import { exampleMessages } from './example-messages.js';
import { implies } from './implication.js';

/** Rules further down the order are not looked at. */
export const MOST_ANALYSED = 2_000;
/** Of rules that answer to the same example so many are compared with. */
const EARLIER_COMPARED = 20;

/**
 * `unreachable`: its condition contradicts itself, or all it asks for are words of consent, which are answered before any rule is asked.
 * `always`: it asks for something and answers everything. `shadowed`: whenever it matches, the earlier rule does, and ends the search. `duplicate`:
 * the same both ways. `hidden`: the earlier rule answers everything. `overlap`: both match the example, and only the earlier one answers.
 */
export type ConflictKind = 'unreachable' | 'always' | 'shadowed' | 'duplicate' | 'hidden' | 'overlap';

export type NamedRule = { readonly id: string; readonly name: string };

export type RuleConflict = {
  readonly kind: ConflictKind;
  /** `proven` for every message there can be; `example_found` for at least this one. */
  readonly certainty: 'proven' | 'example_found';
  /** The rule that has the problem. */
  readonly rule: NamedRule;
  /** The rule above it; absent where its own condition is the problem. */
  readonly earlier?: NamedRule;
  /** Something that both rules match, and that only the earlier one answers; or what shows the rule’s own problem. Decided, not supposed. */
  readonly example?: ConflictExample;
};

export type ConflictExample = {
  readonly event: DomainEventName;
  /** What a customer writes; of any other event what it tells, as JSON. */
  readonly text: string;
  readonly channel: string;
  readonly sentence: string;
};

/** What is found of one rule; empty for most. */
export type RuleFindings = { readonly ruleId: string; readonly conflicts: readonly RuleConflict[] };

/** The rules that are looked at, in their order. */
export function analysedRules(rules: readonly StoredRule[]): readonly StoredRule[] {
  return rules
    .filter(({ definition }) => definition.enabled)
    .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_ANALYSED);
}

/**
 * Looks for rules that can never answer, and for rules that answer in place of others, one rule after another: whoever asks can breathe in
 * between. Each rule is compared with those above it that match one of its own examples, which an index finds, and not with all of them.
 */
export function* ruleConflicts(rules: readonly StoredRule[], library: Library): Generator<RuleFindings> {
  const analysed = analysedRules(rules);
  // Rules about different events never meet.
  for (const name of new Set(analysed.map(eventOf))) {
    const sameEvent = analysed.filter((rule) => eventOf(rule) === name);
    yield* conflictsAmong(sameEvent, library);
  }
}

function eventOf({ definition }: StoredRule): DomainEventName {
  return definition.trigger.event;
}

function* conflictsAmong(analysed: readonly StoredRule[], library: Library): Generator<RuleFindings> {
  const analysis: Analysis = {
    rules: analysed,
    library,
    alone: analysed.map((rule) => compileRules([asLive(rule)], library)),
    index: buildRuleIndex(analysed.map(({ definition }) => definition.when)),
  };
  for (const position of analysed.keys()) {
    const rule = analysed[position];
    if (rule === undefined) continue;
    yield { ruleId: rule.id, conflicts: conflictsOf(rule, position, analysis) };
  }
}

type Analysis = {
  readonly rules: readonly StoredRule[];
  readonly library: Library;
  /** Each rule by itself. */
  readonly alone: readonly CompiledRuleSet[];
  readonly index: RuleIndex;
};

function conflictsOf(rule: StoredRule, position: number, analysis: Analysis): readonly RuleConflict[] {
  const { definition } = rule;
  if (neverHolds(definition.when)) {
    return [{ kind: 'unreachable', certainty: 'proven', rule: named(rule) }];
  }
  const covered = coveredByConsent(definition);
  if (covered !== undefined) {
    const example: ConflictExample = { event: 'message.received', ...covered };
    return [{ kind: 'unreachable', certainty: 'proven', rule: named(rule), example }];
  }
  return [...alwaysConflict(rule, analysis), ...conflictsWithEarlier(rule, position, analysis)];
}

/** A rule that plainly asks for nothing is meant to answer everything; one that asks for something hardly is. */
function alwaysConflict(rule: StoredRule, { library }: Analysis): readonly RuleConflict[] {
  const { when } = rule.definition;
  const isPlain = 'all' in when && when.all.length === 0;
  if (isPlain || schedulesNamedIn(when).length > 0 || !alwaysHolds(when)) return [];
  const rules = compileRules([asLive(rule)], library);
  const examples = exampleMessages(rule.definition).flatMap((situation) => {
    const decision = decide(situation.event, situation.facts, rules, situation.now);
    return decision.firedRuleIds.includes(rule.id) ? [exampleOf(situation, decision.sentence)] : [];
  });
  const [example] = examples;
  const conflict: RuleConflict = { kind: 'always', certainty: 'proven', rule: named(rule) };
  return [example === undefined ? conflict : { ...conflict, example }];
}

function conflictsWithEarlier(
  rule: StoredRule,
  position: number,
  analysis: Analysis,
): readonly RuleConflict[] {
  const { definition } = rule;
  const overlaps = new Map<string, RuleConflict>();
  for (const situation of exampleMessages(definition)) {
    if (!matches(position, situation, analysis)) continue;
    for (const earlier of earlierMatches(situation, position, analysis)) {
      const example = witness(earlier, rule, situation, analysis.library);
      if (example === undefined) continue;
      const kind = provenKind(earlier.definition, definition);
      const conflict = { rule: named(rule), earlier: named(earlier), example };
      if (kind !== undefined) return [{ kind, certainty: 'proven', ...conflict }];
      if (overlaps.has(earlier.id) || answersAlike(earlier.definition, definition)) continue;
      overlaps.set(earlier.id, { kind: 'overlap', certainty: 'example_found', ...conflict });
    }
  }
  return [...overlaps.values()];
}

/** The rules above that match the situation and would end the search. */
function earlierMatches(situation: Situation, position: number, analysis: Analysis): readonly StoredRule[] {
  const { rules, index, library } = analysis;
  const candidates = index
    .candidates(conditionInput(situation, library.schedules))
    .filter((candidate) => candidate < position);
  const matching: StoredRule[] = [];
  for (const candidate of candidates) {
    const rule = rules[candidate];
    if (rule === undefined || !endsTheSearch(rule)) continue;
    if (matches(candidate, situation, analysis)) matching.push(rule);
    if (matching.length === EARLIER_COMPARED) break;
  }
  return matching;
}

function matches(position: number, situation: Situation, { rules, alone }: Analysis): boolean {
  const [rule, compiled] = [rules[position], alone[position]];
  if (rule === undefined || compiled === undefined) return false;
  return explainRule(compiled, situation, rule.id)?.outcome === 'matched';
}

/** Shadows let the next rules have their turn, and so does a rule of a category for those who have left it. */
function endsTheSearch({ definition, heldBack }: StoredRule): boolean {
  const { mode, continue: continues, category } = definition;
  return mode === 'live' && heldBack === undefined && !continues && category === undefined;
}

/** Tries the two rules alone on a message: `undefined` unless both match, and the decision is the earlier one's. */
function witness(
  earlier: StoredRule,
  later: StoredRule,
  situation: Situation,
  library: Library,
): ConflictExample | undefined {
  const rules = compileRules([asLive(earlier), asLive(later)], library);
  const decision = decide(situation.event, situation.facts, rules, situation.now);
  if (
    explainRule(rules, situation, earlier.id)?.outcome !== 'matched' ||
    explainRule(rules, situation, later.id)?.outcome !== 'matched' ||
    decision.ruleRevisionId !== earlier.revisionId ||
    decision.firedRuleIds.includes(later.id)
  ) {
    return undefined;
  }
  return exampleOf(situation, decision.sentence);
}

function exampleOf({ event, facts }: Situation, sentence: string): ConflictExample {
  return {
    event: event.name,
    text: event.name === 'message.received' ? event.payload.text : JSON.stringify(event.payload),
    channel: eventChannel(event, facts) ?? 'sms',
    sentence,
  };
}

/** As it would be without its mode; what holds a rule back is no matter of its condition. */
function asLive({ id, revisionId, number, position, definition }: StoredRule): StoredRule {
  return { id, revisionId, number, position, definition: { ...definition, mode: 'live' } };
}

/** How the earlier rule certainly stands in the way of the later one; `undefined` when that cannot be proved. */
function provenKind(earlier: RuleDefinition, later: RuleDefinition): ConflictKind | undefined {
  if (!coversChannels(earlier, later)) return undefined;
  // A schedule that is deleted makes its whole rule silent, so nothing can be said for ever about a rule that names one.
  if (schedulesNamedIn(earlier.when).length > 0) return undefined;
  if (alwaysHolds(earlier.when)) return 'hidden';
  if (!implies(later.when, earlier.when)) return undefined;
  const isMutual = coversChannels(later, earlier) && implies(earlier.when, later.when);
  return isMutual ? 'duplicate' : 'shadowed';
}

function coversChannels({ trigger: earlier }: RuleDefinition, { trigger: later }: RuleDefinition): boolean {
  if (earlier.channels === undefined) return true;
  const covered = earlier.channels.map(threadChannel);
  return later.channels?.map(threadChannel).every((channel) => covered.includes(channel)) ?? false;
}

function answersAlike(one: RuleDefinition, other: RuleDefinition): boolean {
  return JSON.stringify(one.then) === JSON.stringify(other.then);
}

function named({ id, definition }: StoredRule): NamedRule {
  return { id, name: definition.name };
}
