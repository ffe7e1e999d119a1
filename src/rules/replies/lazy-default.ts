import { Filter, evalToken } from 'liquidjs';
import type { Context, Template } from 'liquidjs';
import { builtInFilter } from './liquid-engine.js';

/** Where a parsed template points back to its source and to the engine. */
const BACK_REFERENCES = new Set(['token', 'tokenizer', 'liquid', 'input']);
const NOT_THERE = Symbol('not there');

const chooseDefault = builtInFilter('default');

/**
 * Makes `a | default: b | default: 'x'` fall through as in Liquid: what `default` would insert is looked up only when it is needed, and may be
 * missing as long as another `default` follows. liquidjs looks every argument up beforehand, and then refuses one that is missing. The last
 * `default` of a row still has to have something to say.
 */
export function withLazyDefaults(templates: Template[]): Template[] {
  relax(templates, new Set());
  return templates;
}

function relax(node: unknown, seen: Set<object>): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if (Array.isArray(node)) relaxRow(node);
  for (const [name, member] of Object.entries(node)) {
    if (!BACK_REFERENCES.has(name)) relax(member, seen);
  }
}

function relaxRow(row: readonly unknown[]): void {
  for (const [index, filter] of row.entries()) {
    if (isDefault(filter)) makeLazy(filter, isDefault(row[index + 1]));
  }
}

function isDefault(node: unknown): node is Filter {
  return node instanceof Filter && node.name === 'default';
}

function makeLazy(filter: Filter, isFollowedByDefault: boolean): void {
  const [substitute, ...options] = filter.args;
  if (substitute === undefined || Array.isArray(substitute)) return;
  filter.render = function* render(value: unknown, context: Context): IterableIterator<unknown> {
    const given: unknown[] = [];
    for (const option of options) {
      if (Array.isArray(option)) given.push([option[0], yield evalToken(option[1], context)]);
    }
    const kept: unknown = Reflect.apply(chooseDefault, { context }, [value, NOT_THERE, ...given]);
    return kept === NOT_THERE ? yield evalToken(substitute, context, isFollowedByDefault) : kept;
  };
}
