import type { RulebookRow } from '../rulebook/rulebook-at.repository.js';
import type { Bundle } from './bundle.js';

/** A bundle as if it were a stored rulebook; its keys stand for ids. */
export function bundleRows({ rules, library }: Bundle): readonly RulebookRow[] {
  const inForce = { number: 1, heldBackAt: null, heldBackReason: null };
  const items = library.map(({ kind, key, definition }) => {
    const id = `${kind}:${key}`;
    return { ...inForce, kind, id, revisionId: id, position: null, definition };
  });
  const ordered = rules.map(({ kind, key, definition }, index) => {
    return { ...inForce, kind, id: key, revisionId: key, position: index + 1, definition };
  });
  return [...items, ...ordered];
}
