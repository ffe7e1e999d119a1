import { schedulesNamedIn } from './conditions/named-schedules.js';
import type { RuleDefinition } from './definition/rule-definition.js';
import { parseFlowDefinition } from './flows/parse-flow.js';

/** Something of the library that a rule names, and where it does so: a JSON pointer. */
export type Reference = {
  readonly kind: 'schedule' | 'template' | 'flow';
  readonly name: string;
  readonly pointer: string;
};

/** Everything of the library that a rule refers to. */
export function referencesOf({ when, then }: RuleDefinition): readonly Reference[] {
  const schedules = schedulesNamedIn(when).map((name): Reference => ({
    kind: 'schedule',
    name,
    pointer: '/when',
  }));
  const others = then.flatMap((action, index): readonly Reference[] => {
    if ('startFlow' in action) {
      return [{ kind: 'flow', name: action.startFlow, pointer: `/then/${index}/startFlow` }];
    }
    if (!('reply' in action) || action.reply.use === undefined) return [];
    return [{ kind: 'template', name: action.reply.use, pointer: `/then/${index}/reply/use` }];
  });
  return [...schedules, ...others];
}

/**
 * Everything of the library that a flow refers to: the schedules that its branches ask about. Of what this version cannot read as a flow,
 * nothing.
 */
export function flowReferencesOf(flow: unknown): readonly Reference[] {
  const reading = parseFlowDefinition(flow);
  if (!reading.ok) return [];
  return Object.entries(reading.definition.steps).flatMap(([step, definition]) =>
    'branch' in definition
      ? definition.branch.flatMap(({ when }, index) =>
          schedulesNamedIn(when).map((name): Reference => ({
            kind: 'schedule',
            name,
            pointer: `/steps/${step}/branch/${index}/when`,
          })),
        )
      : [],
  );
}
