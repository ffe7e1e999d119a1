import type { TraceNode } from '../decision.js';
import type { Condition, LeafCondition } from '../definition/rule-definition.js';
import type { ConditionInput } from './condition-input.js';
import { factReader } from './fact-catalogue.js';
import { compileQuestion } from './question.js';

/** Answers with the reasoning: `matched` or `not_matched`, and below it every question, also those that were not asked. */
export type CompiledCondition = (input: ConditionInput) => TraceNode;

type Prepared = {
  readonly evaluate: CompiledCondition;
  /** How this part looks in a trace when an earlier part has already settled the answer. */
  readonly skipped: TraceNode;
};

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

function prepareLeaf(leaf: LeafCondition): Prepared {
  const label = `${leaf.fact} ${leaf.op}${leaf.timeZone === undefined ? '' : ` (${leaf.timeZone})`}`;
  const expected = leaf.value ?? true;
  const read = factReader(leaf.fact, leaf.timeZone);
  const ask = compileQuestion(leaf);
  return {
    evaluate: (input) => {
      const { isMatch, actual, detail } = ask(read(input.event, input.facts, input.now), input);
      return {
        label,
        outcome: isMatch ? 'matched' : 'not_matched',
        ...(actual === undefined ? {} : { actual }),
        ...(detail === undefined ? {} : { detail }),
        expected,
      };
    },
    skipped: { label, outcome: 'skipped', expected },
  };
}
