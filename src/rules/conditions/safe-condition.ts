import type { Condition } from '../definition/rule-definition.js';
import { compileCondition } from './condition.js';
import type { CompiledCondition } from './condition.js';
import { schedulesNamedIn } from './named-schedules.js';

/**
 * A condition that names a schedule which is gone does not hold, whatever else it says: were only the question answered "closed", then
 * `not` around it would make a rule answer everybody, day and night.
 */
export function safeCondition(when: Condition, schedules: ReadonlyMap<string, unknown>): CompiledCondition {
  const missing = schedulesNamedIn(when).find((name) => !schedules.has(name));
  if (missing === undefined) return compileCondition(when);
  const detail = `There is no schedule "${missing}" any more. Choose another one here, or make it again.`;
  return () => ({ label: 'schedules', outcome: 'not_matched', detail });
}
