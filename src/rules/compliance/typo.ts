import { slipsBetween } from '../edit-distance.js';
import { REAL_WORDS } from './real-words.js';

/** Neighbouring keys on a QWERTY keyboard, the row above and below included. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'was12',
  w: 'qeasd23',
  e: 'wrsdf34',
  r: 'etdfg45',
  t: 'ryfgh56',
  y: 'tughj67',
  u: 'yihjk78',
  i: 'uojkl89',
  o: 'ipkl90',
  p: 'ol0[',
  a: 'qwszx',
  s: 'awedxz',
  d: 'serfcx',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};

const SHORTEST_TYPO = 4;

/** Every slip of one key: two letters swapped, one doubled, left out, hit beside, or hit together with its neighbour. */
function* slipsOf(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    const before = word.slice(0, at);
    const letter = word.charAt(at);
    const after = word.slice(at + 1);
    yield before + after;
    yield before + letter + letter + after;
    if (after !== '') yield before + after.charAt(0) + letter + after.slice(1);
    for (const neighbour of NEIGHBOURS[letter] ?? '') {
      yield before + neighbour + after;
      yield before + neighbour + letter + after;
      yield before + letter + neighbour + after;
    }
  }
}

/** Maps every acceptable slip of `keywords` to its keyword, so that looking one up costs no comparison at all. */
export function slipTable(keywords: Iterable<string>): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const exact = new Set(keywords);
  for (const keyword of exact) {
    for (const slip of slipsOf(keyword)) {
      const isAmbiguous = slip.length < SHORTEST_TYPO || exact.has(slip) || REAL_WORDS.has(slip);
      if (!isAmbiguous) table.set(slip, keyword);
    }
  }
  return table;
}

const UNSUBSCRIBE = 'unsubscribe';

/** "unsubscribe" is long and rare enough to allow two slips of any kind. */
export function looksLikeUnsubscribe(word: string): boolean {
  if (Math.abs(word.length - UNSUBSCRIBE.length) > 2 || REAL_WORDS.has(word)) return false;
  if (!/^[uniojhy]/.test(word) || !/[sc].*b/.test(word)) return false;
  return slipsBetween(word, UNSUBSCRIBE) <= 2;
}
