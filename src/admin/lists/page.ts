import { encodeCursor, type ListPosition } from './cursor.js';

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/**
 * Makes a page out of up to `limit + 1` rows: the extra one only tells that there are more. `stoppedAt` is where a bounded search gave
 * up; then the page may be short, and the next one goes on from there.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => ListPosition,
  stoppedAt?: ListPosition,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? placeOf(last) : stoppedAt;
  return { items, nextCursor: next === undefined ? null : encodeCursor(next) };
}

/** How many rows one page of a search looks at, so that a search for what is not there ends. */
export const MAX_SEARCHED_ROWS = 20_000;
