import { list } from '../language-pack.js';
import { complaint } from './complaint.js';
import {
  AFFECTION,
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  MESSAGES,
  NEGATIVE,
  PERSON_SUBJECT,
  SUBSCRIPTION,
  THINGS,
} from './lexicon.js';
import { isTimeLimited } from './objects.js';
import { hold, type ClauseFinding, type Surroundings } from './rule.js';

/** Clauses that mean "perhaps stop" when they are all a clause says. */
const WHOLE_CLAUSES: ReadonlySet<string> = new Set(
  list(`
    not interested, im not interested, nolonger interested, im nolonger interested, no interest, no thanks,
    no thx, no thank you, no ty, no tnx, nah thanks, nope thanks, thats enough, enough is enough, thisis
    enough, had enough, ive had enough, annoying, very annoying, thisis annoying, its annoying, youre
    annoying, you are annoying, your annoying, so annoying, too annoying, how annoying, thats annoying, fuck
    you, f you, not for me, not wanted, dont want, do not want, nah im good, nty, no im good, notnow, many texts, many messages, dont want, i
    dont want, dont want it, dont want this, i dont want this, i dont want it, dont want this anymore, i
    dont want this anymore, i dont want it anymore, dont want it anymore, take a hike, resubscribe, im
    nolonger a customer, nolonger needed, i want out, i want off, can you not, could you not, hard pass, thisis spam, thisis a scam, is this spam,
    is this a scam, thisis harassment, harassment, blocking you, im blocking you, im reporting you, i will
    report you, reporting you, block me, go to hell, thisis too much, way too many, too often, so many
    texts, why so many texts, cancel my text, unwanted, quit this, i decline, i refuse, not anymore, not
    needed
  `),
);

/** The same, but only as the whole message: inside a longer one they are ordinary talk. */
const WHOLE_MESSAGES: ReadonlySet<string> = new Set(
  list(`
    im done, i am done, im out, im good, im good thanks, im all set, pause, leave, goodbye, good bye, pass,
    too much, no need, enough, reported, blocked, block, junk, scam, not right, ill pass, let me go, let me
    out, withdraw, decline, refuse, shut up, too many, snooze, mute
  `),
);

/** "Cancel that" said as a whole, and the like, are found by the cease rules; these are the other hints. */
export function unclear(clause: readonly string[], { alone }: Surroundings): ClauseFinding | undefined {
  const last = clause.length - 1;
  const said = clause.join(' ');
  if (WHOLE_CLAUSES.has(said) || (alone && WHOLE_MESSAGES.has(said))) return hold('unclear.refusal', 0, last);
  return (
    complaint(clause, alone) ??
    notInterested(clause) ??
    accountClosing(clause) ??
    pausing(clause) ??
    contactHours(clause) ??
    resubscribing(clause) ??
    byMistake(clause)
  );
}

const NOT_INTERESTED =
  /^(?:(?:i|im|we|sorry|were|are|nah|nope|no|but) )*(?:not|nolonger|isnt|arent) (?:very |all that |really )?interested(?: (?:anymore|today|sorry|guys|in it|in this|in that|(?:at|in) (?:this|the) (?:time|moment)|this time|bro|man|yet|either))?$/;

function notInterested(clause: readonly string[]): ClauseFinding | undefined {
  return NOT_INTERESTED.test(clause.join(' ')) ? hold('unclear.refusal', 0, clause.length - 1) : undefined;
}

/** "Delete my account", "close my account". */
function accountClosing(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => /^(?:delete|close|erase|remove|deactivate|cancel)$/.test(word));
  if (
    at === -1 ||
    clause
      .slice(0, at)
      .some(
        (word) =>
          NEGATIVE.has(word) ||
          PERSON_SUBJECT.has(word) ||
          (/^(?:did|you)$/.test(word) && !/^(?:can|could|please|would)$/.test(clause[0] ?? '')),
      )
  )
    return undefined;
  if (SUBSCRIPTION.has(clause[at + 1] ?? '') && at + 2 === clause.length)
    return hold('unclear.account', at, at + 1);
  const preposition = clause.findIndex((word, index) => index > at && /^(?:from|off|to|on|for)$/.test(word));
  const object = clause
    .slice(at + 1, preposition === -1 ? at + 6 : Math.min(preposition, at + 6))
    .findIndex((word) => SUBSCRIPTION.has(word) || word === 'data' || word === 'information');
  if (object !== -1 && THINGS.has(clause[at + 2 + object] ?? '')) return undefined;
  if (object === -1 || !/^(?:my|all|our|the|this)$/.test(clause[at + 1] ?? '')) return undefined;
  return /^(?:service|plan)$/.test(clause[at + 1 + object] ?? '') && clause[at + 1] !== 'my'
    ? undefined
    : hold('unclear.account', at, at + 1 + object);
}

/** "Pause texts until Monday", "take a break from texts". */
function pausing(clause: readonly string[]): ClauseFinding | undefined {
  const first = clause.findIndex((word) => /^(?:pause|snooze|mute|suspend|unpause|hold|break)$/.test(word));
  if (first === -1 || first > 4) return undefined;
  const verb = clause[first] ?? '';
  const rest = clause.slice(first + 1);
  const messages = rest.some((word) => MESSAGES.has(word) || CONTACT_GERUNDS.has(word));
  if (verb === 'hold' || verb === 'break')
    return messages && (verb === 'break' || rest[0] !== 'on')
      ? hold('unclear.pause', first, clause.length - 1)
      : undefined;
  if (first > 0 && !/^(?:you|to|i|me|can|could|want)$/.test(clause[first - 1] ?? '')) return undefined;
  return messages ||
    rest.length === 0 ||
    (isTimeLimited(clause, first + 1) && rest.length <= 5) ||
    /^(?:me|this|it|these|for)$/.test(rest[0] ?? '')
    ? hold('unclear.pause', first, clause.length - 1)
    : undefined;
}

/** "Please only text me after 5pm". */
function contactHours(clause: readonly string[]): ClauseFinding | undefined {
  const only = clause.indexOf('only');
  if (only === -1) return undefined;
  if (CONTACT_VERBS.has(clause[0] ?? '') && /^(?:me|us)$/.test(clause[1] ?? '') && isTimeLimited(clause, 2))
    return hold('unclear.hours', 0, only);
  if (only > 4) return undefined;
  const verb = clause.slice(only + 1, only + 4).findIndex((word) => CONTACT_VERBS.has(word));
  if (
    verb === -1 ||
    clause.slice(0, only).some((word) => PERSON_SUBJECT.has(word) || /^(?:i|we)$/.test(word))
  )
    return undefined;
  return isTimeLimited(clause, only) || /^(?:on|between|at|in)$/.test(clause[only + verb + 3] ?? '')
    ? hold('unclear.hours', only, only + 1 + verb)
    : undefined;
}

const RESUBSCRIBE = new RegExp(
  [
    '(?:start|resume|begin|restart) (?:texting|messaging|sending|contacting) (?:me|us|these|texts|messages)',
    '(?:start|resume|begin|restart) (?:receiving|getting) (?:these|your|(?:the )?(?:texts|messages))',
    '(?:start|resume|restart|continue) (?:the |my |your |these |those )?(?:texts|messages|alerts|notifications|emails|updates)',
    '(?:resubscribe|subscribe) (?:me|us|my number)',
    'signmeup(?! for)',
    '(?:sign|add|put|opt) me back',
    'opt me in',
    'add me (?:to|back)[a-z ]{0,20}(?:list|texts|messages)(?! for)',
    '(?:want|like|love) (?:to )?(?:get|receive|start) (?:getting |receiving )?(?:your |the |these )?(?:texts|messages)(?! in)',
    'can i (?:get|receive|start)(?: \\w+){0,3} (?:texts|messages|alerts)',
    '(?:want|like|love) to (?:subscribe|resubscribe|optin)',
    'want to start$',
    'turn (?:\\w+ ){0,3}(?:texts|messages|alerts|notifications|them|it) back on',
    'turn back on (?:\\w+ ){0,2}(?:texts|messages|alerts|notifications)',
  ]
    .map((pattern) => `(?:^| )${pattern}\\b`)
    .join('|'),
);

/** "Sign me up again", "start texting me again": free text never lifts a suppression, and is not to be ignored either. */
function resubscribing(clause: readonly string[]): ClauseFinding | undefined {
  const text = clause.join(' ');
  const found = RESUBSCRIBE.exec(text);
  if (
    found === null ||
    found[0].includes('dont') ||
    /\b(?:dont|never|not|nolonger|didnt|if)\b/.test(text.slice(0, found.index))
  )
    return undefined;
  const from = text
    .slice(0, found.index)
    .trim()
    .split(' ')
    .filter((word) => word !== '').length;
  return hold(
    'unclear.resubscribe',
    from,
    Math.min(clause.length - 1, from + found[0].trim().split(' ').length - 1),
  );
}

/** "I accidentally texted stop", "ignore that stop". */
function byMistake(clause: readonly string[]): ClauseFinding | undefined {
  const stop = clause.findIndex((word) =>
    /^(?:stop|unsubscribe|unsubscribed|optout|optedout|cancel)$/.test(word),
  );
  if (stop === -1) return undefined;
  const before = clause.slice(0, stop);
  const mistake = before.findIndex(
    (word, at) =>
      /^(?:accident|accidentally|accidently|mistakenly|oops|ignore|mistake)$/.test(word) ||
      (/^(?:didnt|not|never)$/.test(word) && /^(?:mean|meant|intend)$/.test(before[at + 1] ?? '')),
  );
  const after = clause.slice(stop).some((word) => /^(?:accident|mistake|accidentally)$/.test(word));
  if (mistake === -1 && !after) return undefined;
  return clause[stop] === 'cancel' && clause.length > 7
    ? undefined
    : hold('unclear.mistake', Math.max(0, mistake), stop);
}

export function isAffectionate(words: readonly string[]): boolean {
  return words.some((word) => AFFECTION.has(word));
}
