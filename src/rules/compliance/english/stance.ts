import {
  CONTACT_GERUNDS,
  MESSAGES,
  NEGATIVE,
  NOUN_MARKERS,
  PERSON_SUBJECT,
  STOP_VERBS,
  words,
} from './lexicon.js';

/** Who is asked to end something, read from the words before the verb. */
export type Stance =
  | 'request' // "stop", "can you stop", "I need you to stop"
  | 'wish' // "I want to stop"
  | 'how' // "how do I stop"
  | 'reported' // "I said stop"
  | 'complaint' // "you won't stop"
  | 'unknown'
  | 'else'; // negated, a noun, somebody else's business

const JOINERS = words('and but then or yes yeah yea nope sorry yo oh');
const MODALS = words(
  'can could would will wont cant dont may must should gotta better ought shall need if wouldnt couldnt',
);
const FORBIDDING = words('dont never not cant couldnt havent shouldnt mustnt nolonger arent isnt');
const REFUSING = words('wont doesnt didnt wouldnt');
const ASKED = words(`
  want need ask asked asking tell told telling like beg begging request requested expect order demand said wish
`);
const WANTED = words(`
  want like need wish love prefer wanted needed have asking request requesting hoping id asked wanna
`);
const SAID = words(`
  said say saying says texted replied typed sent wrote send reply text put answered responded told selected typing
  sending texting replying pressed repeat repeating repeated
`);
const MEANS = words('how word code keyword do way ways steps link able button option possible');
const THE_MESSAGES = words('this these those messages texts spam');
const FACT_FINDING = words('did do does when where before after until why unless as have');
const WE = words('i we ive weve');

const some = (before: readonly string[], set: ReadonlySet<string>) => before.some((word) => set.has(word));

/** @param verbAt index in `clause` of a verb of ending. */
export function stanceAt(clause: readonly string[], verbAt: number): Stance {
  const before = clause.slice(0, verbAt);
  const last = before.at(-1);
  const second = before.at(-2) ?? '';
  if (last === undefined) return 'request';
  if (JOINERS.has(last)) return joined(before);
  if (clause[verbAt] === 'stopped')
    return last === 'you' && /^(?:if|wish|rather)$/.test(second) ? 'request' : 'else';
  if (last === 'you') return secondPerson(before);
  if (FORBIDDING.has(last)) return second === 'why' ? 'unknown' : 'else';
  if (REFUSING.has(last)) return refused(second, last);
  if (last === 'to') return infinitive(before.slice(0, -1));
  if (last === 'wanna') return second === '' || WE.has(second) ? 'wish' : 'else';
  if (/^(?:warning|chance|request|time)$/.test(last) && /^(?:last|final|third|second|my)$/.test(second))
    return 'request';
  if (MODALS.has(last)) return modal(second);
  if (last === 'no') return before.length === 1 && STOP_VERBS.has(clause[verbAt] ?? '') ? 'request' : 'else';
  if (last === 'i' || last === 'we') return firstPerson(before);
  if (SAID.has(last)) return said(before);
  if (
    MESSAGES.has(last) &&
    verbAt === clause.length - 1 &&
    verbAt <= 2 &&
    /^(?:all|these|your|the)$/.test(second)
  )
    return 'request';
  if (last === 'it' || last === 'that' || THE_MESSAGES.has(last))
    return second === 'make' ? 'request' : 'unknown';
  return NOUN_MARKERS.has(last) || PERSON_SUBJECT.has(last) ? 'else' : 'unknown';
}

/** "F off and stop spamming me" asks; "he had to eat and stop" does not. */
function joined(before: readonly string[]): Stance {
  return some(before, PERSON_SUBJECT) || before.includes('i') ? 'unknown' : 'request';
}

/** "Can you stop" and "I insist that you stop" ask; "when do you stop" wants to know. */
function secondPerson(before: readonly string[]): Stance {
  const auxiliary = before.at(-2) ?? '';
  if (auxiliary === 'do' && before.at(-3) === 'how') return 'how';
  if (auxiliary === 'did') return 'else';
  if (auxiliary === 'if')
    return before.some((word) => /^(?:appreciate|wish|like|would|love|glad)$/.test(word))
      ? 'request'
      : 'unknown';
  return FACT_FINDING.has(auxiliary) ? 'unknown' : 'request';
}

/** "You won't stop" complains; "the rain won't stop" does not. */
function refused(subject: string, verb: string): Stance {
  const ours = subject === 'you' || subject === 'they' || THE_MESSAGES.has(subject);
  return ours || (subject === '' && verb === 'wont') ? 'complaint' : 'else';
}

/** "How do I stop", "can I stop" look for a way; "I stop", "should I stop" speak of something else. */
function firstPerson(before: readonly string[]): Stance {
  const auxiliary = before.at(-2) ?? '';
  if (auxiliary === 'can' || auxiliary === 'could') return 'how';
  return /^(?:do|would|should)$/.test(auxiliary) && before.at(-3) === 'how' ? 'how' : 'else';
}

/** "I said stop", but not "he said stop" or "the sign says stop". */
function said(before: readonly string[]): Stance {
  if (before.some((word) => /^(?:he|she|they|sign|doctor|song|it|if)$/.test(word))) return 'else';
  if (before.slice(-4, -1).some((word) => FORBIDDING.has(word) || word === 'didnt')) return 'else';
  return some(before, WE) || before.includes('im') || before.length === 1 ? 'reported' : 'unknown';
}

/** "I told you five times to stop" and "I told you to stop" are one request. */
function withoutFrequency(before: readonly string[]): readonly string[] {
  const often = /^(?:times?|twice|before|yesterday|today)$/.test(before.at(-1) ?? '');
  if (!often) return before;
  return before.slice(0, before.at(-1)?.startsWith('time') === true ? -2 : -1);
}

/** What stands before "to stop". */
function infinitive(given: readonly string[]): Stance {
  const before = withoutFrequency(given);
  const last = before.at(-1) ?? '';
  const second = before.at(-2) ?? '';
  const thirdParty = some(before, PERSON_SUBJECT);
  if (/^(?:didnt|havent) i (?:tell|told|ask|asked) you$/.test(before.join(' '))) return 'request';
  if (some(before, NEGATIVE)) return 'else';
  if (last === 'told' && before.includes('you') && !before.includes('i')) return 'request';
  if (/^(?:request|notice|demand|warning)$/.test(last) && !thirdParty) return 'request';
  if (/^(?:text|reply|send)$/.test(last) && before.includes('what')) return 'reported';
  if (MEANS.has(last)) return 'how';
  if (last === 'you') return ASKED.has(second) && !thirdParty ? 'request' : 'unknown';
  if (before.includes('you') && /^(?:need|have|ought|want|gotta|are|supposed)$/.test(last)) return 'request';
  if (
    /^(?:has|have|needs|gotta)$/.test(last) &&
    before.length <= 3 &&
    (second === 'thisis' || THE_MESSAGES.has(second))
  )
    return 'request';
  if (WANTED.has(last)) return wanted(before, thirdParty);
  if (last === 'needs')
    return THE_MESSAGES.has(second) || second === 'it' || some(before, CONTACT_GERUNDS) ? 'request' : 'else';
  return /^(?:me|us|him|her|them)$/.test(last) || thirdParty ? 'else' : 'unknown';
}

/** "I want to stop" is a wish, "these texts need to stop" a request, "she wants to stop" neither. */
function wanted(before: readonly string[], thirdParty: boolean): Stance {
  if (some(before, THE_MESSAGES) || some(before, MESSAGES)) return 'request';
  return thirdParty || before.includes('you') ? 'unknown' : 'wish';
}

function modal(subject: string): Stance {
  if (subject === 'you' || subject === 'if' || THE_MESSAGES.has(subject)) return 'request';
  return /^(?:i|we|he|she|it|they|who|ill|that)$/.test(subject) ? 'else' : 'unknown';
}
