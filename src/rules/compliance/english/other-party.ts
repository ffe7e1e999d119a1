import { namesContactSource, namesOurList } from './contact-source.js';
import { KIN, NUMBER, REMOVE_VERBS, THIRD } from './lexicon.js';
import { hold, optOut, type ClauseFinding, type Surroundings } from './rule.js';

const ASKED_OF_ANOTHER = /^(?:i|we|he|she|they|it|did|have|has|didnt|dont|never|not|cant|if|will|ill)$/;

/** "Take his number off", "remove her from your list", "delete it from your contacts": the messages go to somebody else, or to a number. */
export function removalOfOthers(clause: readonly string[], earlier: Surroundings): ClauseFinding | undefined {
  for (let at = 0; at < clause.length; at += 1) {
    if (!REMOVE_VERBS.has(clause[at] ?? '') || ASKED_OF_ANOTHER.test(clause[at - 1] ?? '')) continue;
    if (at === clause.length - 1 && earlier.deathMentioned) return optOut('wrong-party.deceased', at, at);
    const end = otherAt(clause, at + 1);
    if (end === undefined) continue;
    const rest = clause.slice(end + 1);
    const off = /^(?:off|from|out)$/.test(rest[0] ?? '');
    const source = off ? rest.slice(1) : [];
    const known = earlier.deathMentioned || (clause[end] === 'it' && earlier.numberMentioned);
    if (off && namesContactSource(source)) {
      return known || namesOurList(source)
        ? optOut('removal.others', at, clause.length - 1)
        : hold('removal.others.unclear', at, clause.length - 1);
    }
    const nothingElse = rest.length === 0 || (off && source.length === 0);
    if (nothingElse && known) return optOut('wrong-party.deceased', at, clause.length - 1);
    if (nothingElse && NUMBER.has(clause[end] ?? '') && clause[end] !== 'name')
      return hold('removal.others.unclear', at, clause.length - 1);
  }
  return undefined;
}

/** Index of the last word of "him", "it", "his number", "my dad". */
function otherAt(clause: readonly string[], at: number): number | undefined {
  const head = clause[at] ?? '';
  if (THIRD.has(head) || head === 'it' || head === 'them') {
    return head === 'her' && NUMBER.has(clause[at + 1] ?? '') ? at + 1 : at;
  }
  const next = clause[at + 1] ?? '';
  if (/^(?:his|their)$/.test(head)) return NUMBER.has(next) ? at + 1 : undefined;
  if (!/^(?:my|our)$/.test(head) || !KIN.has(next)) return undefined;
  return NUMBER.has(clause[at + 2] ?? '') ? at + 2 : at + 1;
}
