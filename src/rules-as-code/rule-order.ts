/**
 * The order that results when `wanted` is the order of some things, and others of `present` are in nobody's way: each of these stays right
 * behind the one of `wanted` that it stands behind now, or before them all.
 */
export function mergedOrder(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const known = new Set(wanted);
  const first: string[] = [];
  const following = new Map<string, string[]>();
  let followers = first;
  for (const id of present) {
    if (!known.has(id)) {
      followers.push(id);
      continue;
    }
    followers = [];
    following.set(id, followers);
  }
  return [...first, ...wanted.flatMap((id) => [id, ...(following.get(id) ?? [])])];
}

/** The fewest things that have to be taken out and put elsewhere to come from one order to the other; only those in both count. */
export function movedBetween(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => places.has(id));
  const staying = longestRise(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_, index) => !staying.has(index)));
}

/** The indexes of a longest rising subsequence of different numbers. Source: https://en.wikipedia.org/wiki/Patience_sorting */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length, the index of the least number with which a rise of that length ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}
