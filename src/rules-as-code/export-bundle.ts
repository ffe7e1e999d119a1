import { asArray, asFilledText, asObject, type JsonObject } from '../messaging/untrusted.js';
import type { LibraryKind } from '../rulebook/library-kinds.js';
import { LISTS, type BundleJson } from './bundle.js';
import { keyForName } from './rule-key.js';

/** What stands on the server, as a bundle is made of it; rules in their order. */
export type Exported =
  | { readonly kind: 'rule'; readonly id: string; readonly key: string | null; readonly definition: unknown }
  | { readonly kind: LibraryKind; readonly id: string; readonly definition: unknown };

/**
 * A rulebook as the JSON of a bundle, without what is said by leaving it out. A rule without a key gets one made of its name; its id stands
 * beside that, so that `apply` knows it again and gives it the key.
 */
export function exportBundle(version: string, stored: readonly Exported[]): BundleJson {
  const keys = new Set(
    stored.flatMap((each) => (each.kind === 'rule' && each.key !== null ? [each.key] : [])),
  );
  const rules = stored.flatMap((each) => {
    if (each.kind !== 'rule') return [];
    const definition = withoutDefaults(asObject(each.definition) ?? {});
    if (each.key !== null) return [{ key: each.key, ...definition }];
    const key = keyForName(asFilledText(definition['name']) ?? '', keys);
    keys.add(key);
    return [{ key, id: each.id, ...definition }];
  });
  const of = (kind: LibraryKind) =>
    stored.flatMap((each) => (each.kind === kind ? [asObject(each.definition) ?? {}] : []));
  return {
    version,
    [LISTS.rule]: rules,
    [LISTS.schedule]: of('schedule'),
    [LISTS.template]: of('template'),
    [LISTS.flow]: of('flow'),
  };
}

/** A rule as a person would write it: what the reader fills in by itself is left out. */
export function withoutDefaults(definition: JsonObject): JsonObject {
  const isDefault: Readonly<Record<string, (value: unknown) => boolean>> = {
    enabled: (value) => value === true,
    mode: (value) => value === 'live',
    limits: (value) => Object.keys(asObject(value) ?? { some: 1 }).length === 0,
    continue: (value) => value === false,
    tests: (value) => asArray(value)?.length === 0,
  };
  return Object.fromEntries(
    Object.entries(definition).filter(([name, value]) => isDefault[name]?.(value) !== true),
  );
}
