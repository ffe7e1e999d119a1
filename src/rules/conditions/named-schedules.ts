import type { Condition } from '../definition/rule-definition.js';
import { asList } from './wanted-values.js';

/** The names of all schedules that a condition asks about, each once. */
export function schedulesNamedIn(condition: Condition): readonly string[] {
  return [...new Set(namesIn(condition))];
}

function* namesIn(condition: Condition): Generator<string> {
  if ('not' in condition) yield* namesIn(condition.not);
  else if ('all' in condition) for (const part of condition.all) yield* namesIn(part);
  else if ('any' in condition) for (const part of condition.any) yield* namesIn(part);
  else if (condition.op === 'within') yield* asList(condition.value);
}
