import { CHANNELS } from '../../messaging/channel.js';
import { wantedMembers } from '../conditions/wanted-values.js';
import type { LeafCondition } from '../definition/rule-definition.js';

/** What a fact can be at all. Only facts that every event they belong to has are listed. */
type Domain =
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text' };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const DOMAINS: ReadonlyMap<string, Domain> = new Map<string, Domain>([
  ['message.length', { kind: 'number', least: 0, most: Infinity }],
  ['message.attachments.count', { kind: 'number', least: 0, most: Infinity }],
  ['message.channel', { kind: 'choice', values: CHANNELS }],
  ['time.hour', { kind: 'number', least: 0, most: 23 }],
  ['time.weekday', { kind: 'choice', values: WEEKDAYS }],
  ['time.date', { kind: 'text' }],
  ['event.name', { kind: 'text' }],
]);

function domainOf({ fact, timeZone }: LeafCondition): Domain | undefined {
  // Without a zone the clock shows nothing.
  if (fact.startsWith('time.') && timeZone === undefined) return undefined;
  return DOMAINS.get(fact);
}

/** Whether a leaf holds for everything that its fact can be. */
export function coversDomain(leaf: LeafCondition): boolean {
  return coverDomain([leaf]);
}

/** Whether one of the leaves holds for everything that the fact of the first can be; those about other facts do not count. */
export function coverDomain(leaves: readonly LeafCondition[]): boolean {
  const [first] = leaves;
  const domain = first === undefined ? undefined : domainOf(first);
  if (first === undefined || domain === undefined) return false;
  const alike = leaves.filter(({ fact, timeZone }) => fact === first.fact && timeZone === first.timeZone);
  if (alike.some((leaf) => leaf.op === 'exists' && leaf.value !== false)) return true;
  switch (domain.kind) {
    case 'number':
      return coversNumbers(alike, domain.least, domain.most);
    case 'choice':
      return domain.values.every((value) => alike.some((leaf) => isAmong(value, leaf)));
    case 'text':
      return false;
    default: {
      const never: never = domain;
      return never;
    }
  }
}

function coversNumbers(leaves: readonly LeafCondition[], least: number, most: number): boolean {
  const above = Math.min(...leaves.map((leaf) => (leaf.op === 'gt' ? leaf.value : Infinity)));
  const below = Math.max(...leaves.map((leaf) => (leaf.op === 'lt' ? leaf.value : -Infinity)));
  return above < least || below > most || above < below;
}

/** Whether a leaf asks for nothing that its fact can be. */
export function missesDomain(leaf: LeafCondition): boolean {
  const domain = domainOf(leaf);
  if (domain === undefined) return false;
  if (leaf.op === 'exists') return leaf.value === false;
  switch (domain.kind) {
    case 'number':
      if (leaf.op === 'gt') return leaf.value >= domain.most;
      return leaf.op === 'lt' && leaf.value <= domain.least;
    case 'choice':
      return (leaf.op === 'equals' || leaf.op === 'in') && !domain.values.some((each) => isAmong(each, leaf));
    case 'text':
      return false;
    default: {
      const never: never = domain;
      return never;
    }
  }
}

function isAmong(value: string, leaf: LeafCondition): boolean {
  if (leaf.op !== 'equals' && leaf.op !== 'in') return false;
  const isCaseSensitive = leaf.caseSensitive ?? false;
  const wanted = typeof leaf.value === 'object' ? leaf.value : [leaf.value];
  const [own] = wantedMembers([value], isCaseSensitive).texts;
  return own !== undefined && wantedMembers(wanted, isCaseSensitive).texts.has(own);
}
