import { CONTACT_GERUNDS, CONTACT_VERBS, DEICTIC, MESSAGES, ONE_MESSAGE, PERSON_SUBJECT } from './lexicon.js';
import { hold, type ClauseFinding } from './rule.js';

/** Complaints about the messages that stop short of asking for their end. */
export function complaint(clause: readonly string[], alone: boolean): ClauseFinding | undefined {
  return (
    disliked(clause, alone) ??
    tooMany(clause) ??
    neverAsked(clause) ??
    sarcasm(clause) ??
    whereFrom(clause) ??
    whyStill(clause) ??
    blocked(clause)
  );
}

const DISLIKE =
  /^(?:hate|suck|sucks|annoying|irritating|ridiculous|excessive|obnoxious|intrusive|unwanted|sick|tired|harassment)$/;
const ABOUT_US =
  /^(?:this|these|those|thisis|that|its|is|are|getting|very|too|super|your|youre|you|i|im|we|the|all|of|beyond|an|really|it)$/;

/** "I hate these texts", "this is getting annoying": nothing else is spoken of. */
function disliked(clause: readonly string[], alone: boolean): ClauseFinding | undefined {
  const at = clause.findIndex((word) => DISLIKE.test(word));
  if (at === -1 || clause.length < 2) return undefined;
  const onlyUs = clause.every((word, index) => index === at || ABOUT_US.test(word) || MESSAGES.has(word));
  const pointsAtUs = clause.some(
    (word) =>
      MESSAGES.has(word) ||
      /^(?:these|those)$/.test(word) ||
      (alone && /^(?:this|thisis|youre|your)$/.test(word)),
  );
  return onlyUs && pointsAtUs ? hold('unclear.disliked', at, at) : undefined;
}

/** "Too many texts", "you text too much", "text me less". */
function tooMany(clause: readonly string[]): ClauseFinding | undefined {
  const about = clause.findIndex(
    (word) => MESSAGES.has(word) || CONTACT_GERUNDS.has(word) || CONTACT_VERBS.has(word),
  );
  const much = clause.findIndex(
    (word, at) =>
      (word === 'too' && /^(?:many|much|often|frequent)$/.test(clause[at + 1] ?? '')) ||
      /^(?:less|fewer)$/.test(word) ||
      (word === 'so' && clause[at + 1] === 'many') ||
      (word === 'many' && clause[0] === 'why'),
  );
  if (
    about === -1 ||
    much === -1 ||
    clause.length > 10 ||
    clause.some((word) => PERSON_SUBJECT.has(word) || word === 'i')
  )
    return undefined;
  const verb = clause[about] ?? '';
  if (/^(?:call|calls|ring|updates|offers|deals|phone|mail)$/.test(verb)) return undefined;
  return hold('unclear.too-many', Math.min(about, much), Math.max(about, much));
}

/** "I never signed up for this". */
function neverAsked(clause: readonly string[]): ClauseFinding | undefined {
  const gave = clause.findIndex((word) => word === 'gave' || word === 'give');
  if (
    gave !== -1 &&
    /^(?:never|didnt)$/.test(clause[gave - 1] ?? '') &&
    clause[gave + 1] === 'you' &&
    clause[gave + 3] === 'number'
  )
    return hold('unclear.never-asked', gave - 1, gave + 3);
  const at = clause.findIndex((word) =>
    /^(?:signedup|signup|subscribed|subscribe|consented|agreed|optin|consent|agree|ask|asked)$/.test(word),
  );
  if (at === -1) return undefined;
  const before = clause.slice(0, at);
  if (
    !before.slice(-3).some((word) => /^(?:never|didnt|dont|havent|not)$/.test(word)) ||
    before.some((word) => PERSON_SUBJECT.has(word) || word === 'you')
  )
    return undefined;
  const rest = clause.slice(at + 1);
  const verb = clause[at] ?? '';
  const about = rest
    .slice(0, 3)
    .some((word) => DEICTIC.has(word) || MESSAGES.has(word) || ONE_MESSAGE.has(word));
  if (/^asks?$|^asked$/.test(verb) && !about) return undefined;
  return about || rest.length === 0 ? hold('unclear.never-asked', Math.max(0, at - 2), at) : undefined;
}

/** "Keep spamming me, great idea", "thanks for the spam". */
function sarcasm(clause: readonly string[]): ClauseFinding | undefined {
  const keep = clause.findIndex((word) => word === 'keep');
  if (keep !== -1 && /^(?:spamming|harassing|bothering|annoying)$/.test(clause[keep + 1] ?? ''))
    return hold('unclear.sarcasm', keep, keep + 1);
  const spam = clause.indexOf('spam');
  return spam !== -1 &&
    spam === clause.length - 1 &&
    clause.length <= 4 &&
    /^(?:for|more|your|the|another)$/.test(clause[spam - 1] ?? '') &&
    clause[0] !== 'i'
    ? hold('unclear.sarcasm', 0, spam)
    : undefined;
}

/** "Why do you keep texting me". */
function whyStill(clause: readonly string[]): ClauseFinding | undefined {
  if (clause[0] !== 'why' || !clause.includes('you')) return undefined;
  const at = clause.findIndex((word) => word === 'keep' || word === 'still');
  const contact = clause.findIndex((word, index) => index > at && CONTACT_GERUNDS.has(word));
  return at !== -1 && contact !== -1 && /^(?:me|us|this)$/.test(clause[contact + 1] ?? '')
    ? hold('unclear.why-still', at, contact)
    : undefined;
}

/** "Who gave you my number?" is a complaint before it is a question. */
function whereFrom(clause: readonly string[]): ClauseFinding | undefined {
  if (!/^(?:how|who|where)$/.test(clause[0] ?? '')) return undefined;
  const number = clause.findIndex((word) => word === 'number' || word === 'info');
  const given = clause.findIndex((word) => /^(?:get|got|gave|find|found|give)$/.test(word));
  return number > given &&
    given !== -1 &&
    clause.includes('you') &&
    /^(?:my|this)$/.test(clause[number - 1] ?? '')
    ? hold('unclear.origin', 0, number)
    : undefined;
}

function blocked(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => /^(?:block|blocking|report|reporting|reported|blocked)$/.test(word));
  if (at === -1 || at > 3 || !/^(?:i|im|ill|gonna|will|you|ive|this|)$/.test(clause[at - 1] ?? ''))
    return undefined;
  return /^(?:you|this|your|as)$/.test(clause[at + 1] ?? '') && clause.length <= 8
    ? hold('unclear.blocked', at, at + 1)
    : undefined;
}
