import { describeFact } from '../conditions/fact-catalogue.js';
import type { Scalar } from '../conditions/fact.js';
import { comparableText, wordsOf } from '../conditions/text-normalisation.js';
import type { ComparableText } from '../conditions/text-normalisation.js';
import { asList } from '../conditions/wanted-values.js';
import type { Condition, LeafCondition } from '../definition/rule-definition.js';

/**
 * Whether it is certain that `weaker` holds whenever `stronger` does. `false` means no more than that no proof was found: patterns and slips
 * of the keyboard are only compared with themselves.
 */
export function implies(stronger: Condition, weaker: Condition): boolean {
  if (JSON.stringify(stronger) === JSON.stringify(weaker)) return true;
  if ('all' in weaker) return weaker.all.every((part) => implies(stronger, part));
  if ('any' in stronger) return stronger.any.every((part) => implies(part, weaker));
  if ('any' in weaker && weaker.any.some((part) => implies(stronger, part))) return true;
  if ('all' in stronger) return stronger.all.some((part) => implies(part, weaker));
  if ('not' in stronger || 'not' in weaker || 'any' in weaker) {
    return 'not' in stronger && 'not' in weaker && implies(weaker.not, stronger.not);
  }
  return leafImplies(stronger, weaker);
}

/** A value that a leaf asks for; the leaf holds when any of its values does. */
type Wish = { readonly leaf: LeafCondition; readonly value: Scalar };

function leafImplies(stronger: LeafCondition, weaker: LeafCondition): boolean {
  if (stronger.fact !== weaker.fact || stronger.timeZone !== weaker.timeZone) return false;
  if (stronger.op === 'exists') {
    return weaker.op === 'exists' && (stronger.value ?? true) === (weaker.value ?? true);
  }
  const values = asList<Scalar>(stronger.value);
  if (weaker.op === 'exists') {
    return weaker.value !== false && values.every((value) => needsPresence({ leaf: stronger, value }));
  }
  const wanted = asList<Scalar>(weaker.value);
  return values.every((value) =>
    wanted.some((other) => wishImplies({ leaf: stronger, value }, { leaf: weaker, value: other })),
  );
}

/** An empty text equals an empty text, and is not there all the same. */
function needsPresence({ leaf, value }: Wish): boolean {
  return leaf.op !== 'within' && (typeof value !== 'string' || textOf(value, true).trimmed !== '');
}

function wishImplies(stronger: Wish, weaker: Wish): boolean {
  const [from, to] = [stronger.leaf.op, weaker.leaf.op];
  if (from === 'within' || to === 'within') return from === to && stronger.value === weaker.value;
  if (typeof stronger.value === 'number' && typeof weaker.value === 'number') {
    return numberImplies(from, stronger.value, to, weaker.value);
  }
  if (typeof stronger.value !== 'string' || typeof weaker.value !== 'string') {
    return isEquality(from) && isEquality(to) && stronger.value === weaker.value;
  }
  const caseSensitive = isCaseSensitive(stronger.leaf);
  if (caseSensitive !== isCaseSensitive(weaker.leaf)) return false;
  if (from === 'matches' || to === 'matches' || from === 'fuzzy' || to === 'fuzzy') {
    return from === to && stronger.value === weaker.value;
  }
  const sought = textOf(stronger.value, caseSensitive);
  const found = textOf(weaker.value, caseSensitive);
  if (isEquality(from) && isEquality(to)) return sought.trimmed === found.trimmed;
  // A list has members to be equal to, but no text to look into.
  if (describeFact(stronger.leaf.fact)?.type === 'list') return false;
  return textImplies(from, sought, to, found);
}

function numberImplies(
  from: LeafCondition['op'],
  one: number,
  to: LeafCondition['op'],
  other: number,
): boolean {
  if (to === 'gt') return isEquality(from) ? one > other : from === 'gt' && one >= other;
  if (to === 'lt') return isEquality(from) ? one < other : from === 'lt' && one <= other;
  return isEquality(from) && isEquality(to) && one === other;
}

/** What follows about a text from something that was found in it; both sides in the same form. */
function textImplies(
  from: LeafCondition['op'],
  sought: ComparableText,
  to: LeafCondition['op'],
  found: ComparableText,
): boolean {
  switch (to) {
    case 'word':
      if (found.words === '' || !(isEquality(from) || from === 'word' || from === 'firstWord')) return false;
      return sought.words.includes(found.words);
    case 'firstWord':
      if (found.words === '' || !(isEquality(from) || from === 'firstWord')) return false;
      return sought.words.startsWith(found.words);
    case 'contains':
      if (found.text === '') return false;
      if (from === 'word' || from === 'firstWord') {
        return wordsOf(sought).some((word) => word.includes(found.text));
      }
      return (isEquality(from) ? sought.trimmed : sought.text).includes(found.text);
    case 'startsWith':
      if (found.text === '' || !(isEquality(from) || from === 'startsWith')) return false;
      return (isEquality(from) ? sought.trimmed : sought.text).startsWith(found.text);
    case 'endsWith':
      if (found.text === '' || !(isEquality(from) || from === 'endsWith')) return false;
      return (isEquality(from) ? sought.trimmed : sought.text).endsWith(found.text);
    default:
      return false;
  }
}

function isEquality(op: LeafCondition['op']): boolean {
  return op === 'equals' || op === 'in';
}

function isCaseSensitive(leaf: LeafCondition): boolean {
  return 'caseSensitive' in leaf && (leaf.caseSensitive ?? false);
}

function textOf(value: string, caseSensitive: boolean): ComparableText {
  return comparableText(value, caseSensitive);
}
