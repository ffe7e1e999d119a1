import type { DomainEvent } from '../../events/domain-events.js';
import type { TraceNode } from '../decision.js';
import { factValue } from './fact-catalogue.js';
import type { FactValue, Scalar } from './fact-catalogue.js';
import type { Facts } from '../facts.js';
import type { Condition, LeafCondition } from '../definition/rule-definition.js';
import { compileTextTest } from './text-operators.js';
import type { TextTest } from './text-operators.js';
import { comparableText } from './text-normalisation.js';
import type { ComparableText } from './text-normalisation.js';

/** What conditions are asked about. Texts are put into their comparable forms once, however many rules look at them. */
export type ConditionInput = {
  readonly event: DomainEvent;
  readonly facts: Facts;
  comparable(raw: string, caseSensitive: boolean): ComparableText;
};

/** Answers with the reasoning: `matched` or `not_matched`, and below it every question, also those that were not asked. */
export type CompiledCondition = (input: ConditionInput) => TraceNode;

type Prepared = {
  readonly evaluate: CompiledCondition;
  /** How this part looks in a trace when an earlier part has already settled the answer. */
  readonly skipped: TraceNode;
};

const SHOWN_LENGTH = 200;

/** Wraps an event and its facts for the conditions of one decision. */
export function conditionInput(event: DomainEvent, facts: Facts): ConditionInput {
  const folded = new Map<string, ComparableText>();
  const cased = new Map<string, ComparableText>();
  return {
    event,
    facts,
    comparable(raw, caseSensitive) {
      const known = caseSensitive ? cased : folded;
      let text = known.get(raw);
      if (text === undefined) {
        text = comparableText(raw, caseSensitive);
        known.set(raw, text);
      }
      return text;
    },
  };
}

/** Turns a condition into one function, once: values are normalised and patterns compiled here, not for each message. */
export function compileCondition(condition: Condition): CompiledCondition {
  return prepare(condition).evaluate;
}

function prepare(condition: Condition): Prepared {
  if ('all' in condition) return prepareGroup('all', condition.all, 'not_matched');
  if ('any' in condition) return prepareGroup('any', condition.any, 'matched');
  if ('not' in condition) return prepareNot(condition.not);
  return prepareLeaf(condition);
}

/** `settling` is the outcome of one part that settles the whole group, whatever the rest would say. */
function prepareGroup(
  label: 'all' | 'any',
  conditions: readonly Condition[],
  settling: 'matched' | 'not_matched',
): Prepared {
  const parts = conditions.map(prepare);
  const unsettled = settling === 'matched' ? 'not_matched' : 'matched';
  return {
    evaluate: (input) => {
      let isSettled = false;
      const children = parts.map((part) => {
        if (isSettled) return part.skipped;
        const node = part.evaluate(input);
        isSettled = node.outcome === settling;
        return node;
      });
      return { label, outcome: isSettled ? settling : unsettled, children };
    },
    skipped: { label, outcome: 'skipped', children: parts.map((part) => part.skipped) },
  };
}

function prepareNot(condition: Condition): Prepared {
  const part = prepare(condition);
  return {
    evaluate: (input) => {
      const node = part.evaluate(input);
      return {
        label: 'not',
        outcome: node.outcome === 'matched' ? 'not_matched' : 'matched',
        children: [node],
      };
    },
    skipped: { label: 'not', outcome: 'skipped', children: [part.skipped] },
  };
}

type LeafAnswer = { readonly isMatch: boolean; readonly actual?: unknown; readonly detail?: string };

function prepareLeaf(leaf: LeafCondition): Prepared {
  const label = `${leaf.fact} ${leaf.op}`;
  const expected = leaf.value ?? true;
  const ask = leafTest(leaf);
  return {
    evaluate: (input) => {
      const { isMatch, ...seen } = ask(factValue(leaf.fact, input.event, input.facts), input);
      return { label, outcome: isMatch ? 'matched' : 'not_matched', ...seen, expected };
    },
    skipped: { label, outcome: 'skipped', expected },
  };
}

function leafTest(leaf: LeafCondition): (value: FactValue | undefined, input: ConditionInput) => LeafAnswer {
  switch (leaf.op) {
    case 'exists':
      return (value) => ({ isMatch: isPresent(value) === (leaf.value ?? true), ...shown(value) });
    case 'gt':
      return numberTest(leaf.fact, (actual) => actual > leaf.value);
    case 'lt':
      return numberTest(leaf.fact, (actual) => actual < leaf.value);
    case 'equals':
    case 'in':
      return membershipTest(leaf.fact, asList(leaf.value), leaf.caseSensitive ?? false);
    default:
      return textLeafTest(
        leaf.fact,
        compileTextTest(leaf.op, asList(leaf.value), leaf.caseSensitive ?? false),
        leaf.caseSensitive ?? false,
      );
  }
}

function isPresent(value: FactValue | undefined): boolean {
  if (value === undefined) return false;
  return typeof value === 'string' || typeof value === 'object' ? value.length > 0 : true;
}

function numberTest(fact: string, compare: (actual: number) => boolean) {
  return (value: FactValue | undefined): LeafAnswer => {
    if (value === undefined) return absent(fact);
    if (typeof value !== 'number')
      return { isMatch: false, ...shown(value), detail: `${fact} is not a number.` };
    return { isMatch: compare(value), actual: value };
  };
}

function membershipTest(fact: string, wanted: readonly Scalar[], caseSensitive: boolean) {
  const texts = new Set(
    wanted
      .filter((each) => typeof each === 'string')
      .map((each) => comparableText(each, caseSensitive).trimmed),
  );
  const others = new Set(wanted.filter((each) => typeof each !== 'string'));
  return (value: FactValue | undefined, input: ConditionInput): LeafAnswer => {
    if (value === undefined) return absent(fact);
    if (typeof value === 'number' || typeof value === 'boolean') {
      return { isMatch: others.has(value), actual: value };
    }
    const actual = typeof value === 'string' ? [value] : value;
    const isMatch = actual.some((each) => texts.has(input.comparable(each, caseSensitive).trimmed));
    return typeof value === 'string'
      ? { isMatch, ...shown(input.comparable(value, caseSensitive).trimmed) }
      : { isMatch, ...shown(value) };
  };
}

function textLeafTest(fact: string, test: TextTest, caseSensitive: boolean) {
  return (value: FactValue | undefined, input: ConditionInput): LeafAnswer => {
    if (value === undefined) return absent(fact);
    if (typeof value !== 'string')
      return { isMatch: false, ...shown(value), detail: `${fact} is not a text.` };
    const comparable = input.comparable(value, caseSensitive);
    return { isMatch: test(comparable), ...shown(comparable.text) };
  };
}

function absent(fact: string): LeafAnswer {
  return { isMatch: false, detail: `There is no ${fact}.` };
}

/** The value as the trace shows it: enough to recognise, never a whole e-mail. */
function shown(value: FactValue | undefined): { readonly actual?: unknown } {
  if (value === undefined) return {};
  if (typeof value === 'string' && value.length > SHOWN_LENGTH)
    return { actual: `${value.slice(0, SHOWN_LENGTH)}…` };
  return { actual: typeof value === 'object' ? value.slice(0, 50) : value };
}

function asList<Value extends Scalar>(value: Value | readonly Value[]): readonly Value[] {
  return typeof value === 'object' ? value : [value];
}
