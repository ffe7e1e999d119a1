import { storableText } from '../../messaging/untrusted.js';
import { slipsBetween } from '../edit-distance.js';
import type { DefinitionProblem } from './rule-definition.js';

const MAX_PROBLEMS = 100;
const MAX_QUOTED_LENGTH = 40;
const MOST_NAMED = 50;

/** A place in a JSON document that can complain: each reader says what is wrong where it stands, and reading goes on. */
export type Place = {
  /** The place of a member or an element below this one. */
  at(key: string | number): Place;
  refuse(message: string): void;
};

/** The root of a document; everything refused below it ends up in `problems`, at most a hundred of them. */
export function documentRoot(problems: DefinitionProblem[]): Place {
  return placeAt('', problems);
}

function placeAt(pointer: string, problems: DefinitionProblem[]): Place {
  return {
    at: (key) => placeAt(`${pointer}/${pointerToken(key)}`, problems),
    refuse(message) {
      if (problems.length < MAX_PROBLEMS) problems.push({ pointer, message });
    },
  };
}

/** Source: RFC 6901, section 3, https://www.rfc-editor.org/rfc/rfc6901 */
function pointerToken(key: string | number): string {
  return String(key).slice(0, MAX_QUOTED_LENGTH).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A refused value as a message may show it: short, on one line, and only when it is a text. */
export function quoted(value: unknown): string {
  if (typeof value !== 'string') return 'this value';
  const line = storableText(value).replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, ' ');
  return line.length > MAX_QUOTED_LENGTH ? `"${line.slice(0, MAX_QUOTED_LENGTH)}…"` : `"${line}"`;
}

/** What to write instead: the nearest allowed word if one is near, otherwise all of them, as far as they can be read. */
export function suggestion(wrong: unknown, allowed: readonly string[]): string {
  const nearest = typeof wrong === 'string' ? nearestWord(wrong, allowed) : undefined;
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  const more = allowed.length > MOST_NAMED ? ', …' : '.';
  return `Use one of: ${allowed.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function nearestWord(wrong: string, allowed: readonly string[]): string | undefined {
  if (wrong.length > 80) return undefined;
  let nearest: string | undefined;
  let leastEdits = Math.max(wrong.length > 3 ? 2 : 1, Math.floor(wrong.length / 4)) + 1;
  for (const word of allowed) {
    const edits = slipsBetween(wrong.toLowerCase(), word.toLowerCase());
    if (edits < leastEdits) [nearest, leastEdits] = [word, edits];
  }
  return nearest;
}
