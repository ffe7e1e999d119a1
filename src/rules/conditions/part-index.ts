const GRAM_LENGTH = 3;

type Needle = { readonly part: string; readonly rules: readonly number[] };

/**
 * Finds which of many texts are parts of another, without looking for each: every one is filed under three of its letters (all, when it
 * has fewer), those that the fewest others have too.
 */
export class PartIndex {
  private readonly needlesByGram = new Map<string, Needle[]>();
  private readonly gramLengths: readonly number[];

  /** @param rulesByPart - For each text, which is not empty, the rules that look for it. */
  constructor(rulesByPart: ReadonlyMap<string, readonly number[]>) {
    const sharedBy = new Map<string, number>();
    for (const part of rulesByPart.keys()) {
      for (const gram of gramsOf(part)) sharedBy.set(gram, (sharedBy.get(gram) ?? 0) + 1);
    }
    for (const [part, rules] of rulesByPart) {
      const gram = rarest(gramsOf(part), sharedBy);
      const needles = this.needlesByGram.get(gram);
      if (needles === undefined) this.needlesByGram.set(gram, [{ part, rules }]);
      else needles.push({ part, rules });
    }
    this.gramLengths = [...new Set([...this.needlesByGram.keys()].map((gram) => gram.length))];
  }

  /** Calls `found` for the rules of every part of the text; perhaps more than once. */
  find(text: string, found: (rules: readonly number[]) => void): void {
    for (const length of this.gramLengths) {
      for (let start = 0; start + length <= text.length; start += 1) {
        const needles = this.needlesByGram.get(text.slice(start, start + length));
        if (needles === undefined) continue;
        for (const { part, rules } of needles) {
          if (text.includes(part)) found(rules);
        }
      }
    }
  }
}

function gramsOf(part: string): ReadonlySet<string> {
  const length = Math.min(GRAM_LENGTH, part.length);
  const grams = new Set<string>();
  for (let start = 0; start + length <= part.length; start += 1) grams.add(part.slice(start, start + length));
  return grams;
}

function rarest(grams: ReadonlySet<string>, sharedBy: ReadonlyMap<string, number>): string {
  let best = '';
  let fewest = Number.POSITIVE_INFINITY;
  for (const gram of grams) {
    const count = sharedBy.get(gram) ?? 0;
    if (count < fewest) [best, fewest] = [gram, count];
  }
  return best;
}
