import { schedulesNamedIn } from './conditions/named-schedules.js';
import type { RuleDefinition } from './definition/rule-definition.js';
import type { FlowDefinition } from './flows/flow-definition.js';

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

/** Everything of the library that a flow refers to: the schedules that its branches ask about. */
export function flowReferencesOf({ steps }: FlowDefinition): readonly Reference[] {
  return Object.entries(steps).flatMap(([step, definition]) =>
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
