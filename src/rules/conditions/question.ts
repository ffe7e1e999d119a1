import type { LeafCondition } from '../definition/rule-definition.js';
import { contactZoneOf } from '../schedules/contact-zone.js';
import type { ConditionInput } from './condition-input.js';
import type { FactValue, Scalar } from './fact.js';
import { compileFuzzyTest } from './fuzzy.js';
import { compileTextTest } from './text-operators.js';
import type { ComparableText } from './text-normalisation.js';
import { asList, wantedMembers } from './wanted-values.js';

/** The answer to one question about one fact, with what a trace shows of it. */
export type Answer = { readonly isMatch: boolean; readonly actual?: unknown; readonly detail?: string };

/** Asks a fact's value; `undefined` is a fact that this event does not have. */
export type Question = (value: FactValue | undefined, input: ConditionInput) => Answer;

const SHOWN_LENGTH = 200;
const SHOWN_MEMBERS = 50;

/** Prepares the question of a leaf: values are normalised and patterns compiled here, not for each message. */
export function compileQuestion(leaf: LeafCondition): Question {
  switch (leaf.op) {
    case 'exists':
      return (value) => ({ isMatch: isPresent(value) === (leaf.value ?? true), ...shown(value) });
    case 'gt':
      return numberQuestion(leaf.fact, (actual) => actual > leaf.value);
    case 'lt':
      return numberQuestion(leaf.fact, (actual) => actual < leaf.value);
    case 'within':
      return scheduleQuestion(leaf.fact, asList(leaf.value));
    case 'equals':
    case 'in':
      return membershipQuestion(leaf.fact, asList(leaf.value), leaf.caseSensitive ?? false);
    case 'fuzzy':
      return textQuestion(
        leaf.fact,
        leaf.caseSensitive,
        compileFuzzyTest(asList(leaf.value), leaf.caseSensitive ?? false),
      );
    default: {
      const test = compileTextTest(leaf.op, asList(leaf.value), leaf.caseSensitive ?? false);
      return textQuestion(leaf.fact, leaf.caseSensitive, (text) => ({ isMatch: test(text) }));
    }
  }
}

function isPresent(value: FactValue | undefined): boolean {
  if (value === undefined) return false;
  return typeof value === 'string' || typeof value === 'object' ? value.length > 0 : true;
}

function numberQuestion(fact: string, compare: (actual: number) => boolean): Question {
  return (value) => {
    if (value === undefined) return absent(fact);
    if (typeof value !== 'number')
      return { isMatch: false, ...shown(value), detail: `${fact} is not a number.` };
    return { isMatch: compare(value), actual: value };
  };
}

function membershipQuestion(fact: string, wanted: readonly Scalar[], caseSensitive: boolean): Question {
  const { texts, others } = wantedMembers(wanted, caseSensitive);
  return (value, input) => {
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

/** The schedules are those of the moment of deciding: opening hours that were changed meanwhile count as they are now. */
function scheduleQuestion(fact: string, names: readonly string[]): Question {
  return (value, { now, facts, schedules }) => {
    if (typeof value !== 'string') return absent(fact);
    const missing = names.filter((name) => !schedules.has(name));
    const zone = contactZoneOf(facts, now);
    const open = names.find((name) => schedules.get(name)?.isOpen(now, zone) === true);
    const details = missing.map((name) => `There is no schedule "${name}" any more.`);
    if (open !== undefined) details.unshift(`"${open}" is open.`);
    else if (missing.length < names.length) details.unshift('Closed.');
    return { isMatch: open !== undefined, actual: value, detail: details.join(' ') };
  };
}

function textQuestion(
  fact: string,
  caseSensitive = false,
  test: (text: ComparableText) => Omit<Answer, 'actual'>,
): Question {
  return (value, input) => {
    if (value === undefined) return absent(fact);
    if (typeof value !== 'string')
      return { isMatch: false, ...shown(value), detail: `${fact} is not a text.` };
    const comparable = input.comparable(value, caseSensitive);
    return { ...test(comparable), ...shown(comparable.text) };
  };
}

function absent(fact: string): Answer {
  return { isMatch: false, detail: `There is no ${fact}.` };
}

/** The value as the trace shows it: enough to recognise, never a whole e-mail. */
function shown(value: FactValue | undefined): { readonly actual?: unknown } {
  if (value === undefined) return {};
  if (typeof value === 'string' && value.length > SHOWN_LENGTH)
    return { actual: `${value.slice(0, SHOWN_LENGTH)}…` };
  return { actual: typeof value === 'object' ? value.slice(0, SHOWN_MEMBERS) : value };
}
