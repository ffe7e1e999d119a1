import { list } from '../language-pack.js';
import {
  ABUSE,
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  DEICTIC,
  HOUSEHOLD,
  LIST,
  MESSAGES,
  SELF,
  STOP_VERBS,
} from './lexicon.js';
import { optOut, type ClauseFinding } from './rule.js';

/** Consecutive terms at the start of a clause that tell somebody to keep away. */
const DISMISSALS: readonly (readonly string[])[] = list(`
  go away, fuck off, f off, f k off, f you off, fuck you stop, fk off, fuk off, fck off, piss off, bugger
  off, screw off, bug off, buzz off, sod off, back off, get lost, get off my phone, stay off my phone, get
  out of my phone, get out of my inbox, stop it off, cut it out, knock it off, leave my phone alone, shove
  off, beat it, f u stop, go bother someone, bother someone, bug someone, find someone else to text, go
  text someone else, text someone else, stay away from me, kick rocks, take a hike
`).map((phrase) => phrase.split(' '));

const QUALIFIED = /^(?:to|and|from|for|on|if|in|at|with|of|the)$/;

/** "Leave me alone", "let me be", "go away". */
export function keepAway(clause: readonly string[]): ClauseFinding | undefined {
  return leftAlone(clause) ?? dismissed(clause);
}

function leftAlone(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => word === 'leave' || word === 'let');
  const householdAlone =
    at !== -1 &&
    /^(?:my|our)$/.test(clause[at + 1] ?? '') &&
    HOUSEHOLD.has(clause[at + 2] ?? '') &&
    clause[at + 3] === 'alone';
  if (householdAlone) return optOut('idiom.leave-alone', at, at + 3);
  if (at === -1 || !/^(?:me|us)$/.test(clause[at + 1] ?? '')) return undefined;
  if (clause.slice(0, at).some((word) => /^(?:dont|never|not|he|she|they|cant|if|wont|didnt)$/.test(word)))
    return undefined;
  if (clause[at + 2] === 'be' && clause[at + 3] !== undefined) return undefined;
  const wish = clause[at] === 'leave' ? /^(?:alone|be|be\w*|tf)$/ : /^(?:alone|be)$/;
  if (!wish.test(clause[at + 2] ?? '') || /^(?:with|for|in|at|the|a|there)$/.test(clause[at + 3] ?? ''))
    return undefined;
  return optOut('idiom.leave-alone', at, at + 2);
}

function dismissed(clause: readonly string[]): ClauseFinding | undefined {
  const verb = clause[0] === 'go' ? clause[1] : clause[0];
  if (
    /^(?:send|text|message|spam|bother|bug|harass|annoy|pester|email)$/.test(verb ?? '') &&
    /\b(?:someone|somebody|anyone) else$/.test(clause.slice(0, 8).join(' ')) &&
    !clause.includes('me') &&
    (verb !== 'send' || clause.some((word) => MESSAGES.has(word) || DEICTIC.has(word)))
  )
    return optOut('idiom.dismissal', 0, clause.length - 1);
  const start =
    /^(?:you|can|just|oh|and|do|us|a|favor|pls|spammers?)$/.test(clause[0] ?? '') && clause.length < 6
      ? 1
      : 0;
  for (const phrase of DISMISSALS) {
    if (!phrase.every((word, offset) => clause[start + offset] === word)) continue;
    const next = clause[start + phrase.length];
    const aboutMessages = clause
      .slice(start + phrase.length, start + phrase.length + 4)
      .some((word) => MESSAGES.has(word) || CONTACT_GERUNDS.has(word) || ABUSE.has(word));
    if (next !== undefined && QUALIFIED.test(next) && !aboutMessages && next !== 'and') return undefined;
    return optOut('idiom.dismissal', start, start + phrase.length - 1);
  }
  return undefined;
}

/** "Make it stop", "make these texts stop". */
export function madeToStop(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.indexOf('make');
  const end = clause.indexOf('stop', at);
  if (at === -1 || end === -1 || end - at > 4) return undefined;
  const between = clause.slice(at + 1, end);
  if (
    clause.slice(0, at).some((word) => /^(?:dont|he|she|cant|that|will|would|to)$/.test(word)) &&
    !clause.includes('how')
  )
    return undefined;
  if (clause[end + 1] !== undefined && !/^(?:please|anymore|thanks)$/.test(clause[end + 1] ?? ''))
    return undefined;
  return between.length > 0 &&
    between.every((word) => DEICTIC.has(word) || MESSAGES.has(word) || LIST.has(word))
    ? optOut('idiom.make-stop', at, end)
    : undefined;
}

const CONSEQUENCE =
  /^(?:report|reporting|sue|suing|lawyer|attorney|police|cops|legal|fcc|ftc|complaint|court|authorities)$/;

/** "If you text me again I will report you", "one more text and I'm calling a lawyer". */
export function threat(clause: readonly string[]): ClauseFinding | undefined {
  const consequence = clause.findIndex((word) => CONSEQUENCE.test(word));
  const condition = clause.findIndex(
    (word, at) =>
      (word === 'if' && clause[at + 1] === 'you') ||
      (/^(?:one|another|next|any)$/.test(word) &&
        /^(?:more|further|text|texts|message|messages|call)$/.test(clause[at + 1] ?? '')),
  );
  if (consequence === -1) return undefined;
  if (condition === -1) return dared(clause, consequence);
  const contact = clause
    .slice(condition + 1, condition + 6)
    .some(
      (word) =>
        CONTACT_VERBS.has(word) || CONTACT_GERUNDS.has(word) || MESSAGES.has(word) || STOP_VERBS.has(word),
    );
  return contact ? optOut('idiom.threat', condition, consequence) : undefined;
}

/** "Text me again and I'm calling my lawyer". */
function dared(clause: readonly string[], consequence: number): ClauseFinding | undefined {
  const and = clause.indexOf('and');
  const dares =
    CONTACT_VERBS.has(clause[0] ?? '') && SELF.has(clause[1] ?? '') && and > 0 && and < consequence;
  return dares &&
    /^(?:i|ill|im|we)$/.test(clause[and + 1] ?? '') &&
    /^(?:sue|suing|lawyer|attorney|police|cops|fcc|ftc|court)$/.test(clause[consequence] ?? '')
    ? optOut('idiom.threat', 0, consequence)
    : undefined;
}

/** "I unsubscribed and still get these": complaints that an earlier request went unheard. */
export function unheard(clause: readonly string[]): ClauseFinding | undefined {
  if (
    /^(?:stop|unsubscribe|optout|unsubscribing)$/.test(clause[0] ?? '') &&
    /^(?:doesnt|isnt|didnt|wont|not|dont)$/.test(clause[1] ?? '') &&
    (clause[2] ?? '').startsWith('work')
  )
    return optOut('idiom.unheard', 0, 2);
  if (/^(?:stop means stop|what part of stop|which part of stop)/.test(clause.join(' ')))
    return optOut('idiom.unheard', 0, clause.length - 1);
  const at = clause.findIndex((word) => /^(?:still|keep|kept|continue)$/.test(word));
  if (at === -1 || clause.slice(0, at).some((word) => word === 'if' || word === 'will')) return undefined;
  const asked = clause
    .slice(0, at)
    .findIndex((word) => /^(?:stop|unsubscribe|unsubscribed|optout|optedout|stopped)$/.test(word));
  const contacted = clause
    .slice(at)
    .some(
      (word, index, rest) =>
        CONTACT_GERUNDS.has(word) ||
        MESSAGES.has(word) ||
        DEICTIC.has(word) ||
        (CONTACT_VERBS.has(word) && SELF.has(rest[index + 1] ?? '')),
    );
  return asked !== -1 && contacted ? optOut('idiom.unheard', asked, at) : undefined;
}
