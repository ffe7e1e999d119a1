import {
  ABUSE,
  ADVERBS,
  AFFECTION,
  CLAUSE_OPENERS,
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  DEICTIC,
  HOUSEHOLD,
  LIST,
  MESSAGES,
  MODIFIERS,
  NUMBER,
  ONE_MESSAGE,
  PLURAL_DEICTIC,
  RECEIVE_VERBS,
  SELF,
  SUBSCRIPTION,
  THIRD,
  THINGS,
  TIME_LIMITS,
} from './lexicon.js';

/** What a verb of ending is about. `end` is the index of the object's last word. */
export type CeaseObject = {
  readonly kind:
    | 'contact' // "texting me", "the messages"
    | 'pestering' // "asking me for money": done to the person, but not in so many words by message
    | 'deictic' // "it", "this"
    | 'everything'
    | 'subscription'
    | 'limited' // "for now", "until Monday"
    | 'nothing'
    | 'new-clause' // "stop I am not Maria"
    | 'other';
  readonly end: number;
};

const LIMITED_FOR = /^(?:a|now|today|one|two|few|some|the|\d+)$/;

/** True when `clause` from `at` on confines a request to a time: "after 9pm", "for a week". */
export function isTimeLimited(clause: readonly string[], at: number): boolean {
  for (let index = at; index < clause.length; index += 1) {
    const word = clause[index] ?? '';
    if (TIME_LIMITS.has(word) && !/^(?:every|all|each)$/.test(clause[index - 1] ?? '')) return true;
    const next = clause[index + 1] ?? '';
    if (
      word === 'for' &&
      LIMITED_FOR.test(next) &&
      clause[index + 2] !== 'last' &&
      clause[index + 2] !== 'love'
    )
      return true;
  }
  return false;
}

/** Reads the object that follows the verb at `verbAt`. */
export function ceaseObject(clause: readonly string[], verbAt: number): CeaseObject {
  let at = verbAt + 1;
  let pointer: string | undefined;
  for (; at < clause.length && at - verbAt <= 7; at += 1) {
    const word = clause[at] ?? '';
    if (CONTACT_GERUNDS.has(word) && SELF.has(clause[at + 1] ?? '')) break;
    if (DEICTIC.has(word)) pointer = word;
    else if (!MODIFIERS.has(word)) break;
    else if (LIMITED_FOR.test(clause[at + 1] ?? '') && word === 'for') break;
  }
  const head = clause[at];
  const found = (kind: CeaseObject['kind'], end = at): CeaseObject => ({ kind, end });

  if (head === undefined) return found(bare(pointer, clause, verbAt), clause.length - 1);
  if (CONTACT_GERUNDS.has(head)) return contactObject(clause, at);
  if (head === 'contact' && at > verbAt + 1) return found('contact');
  if (messagesAt(clause, at) !== undefined) return found('contact', messagesAt(clause, at));
  if (
    CONTACT_GERUNDS.has(head) ||
    (CONTACT_VERBS.has(head) && (at === verbAt + 1 || clause[at - 1] === 'to'))
  )
    return contactObject(clause, at);
  if (at === clause.length - 1 && /^(?:asking|trying|offering|soliciting|reaching)$/.test(head))
    return found('pestering');
  if (at === verbAt + 1 && head.length > 5 && head.endsWith('ing') && SELF.has(clause[at + 1] ?? ''))
    return found('pestering', at + 1);
  if (RECEIVE_VERBS.has(head)) return received(clause, at) ? found('contact') : found('other');
  if (AFFECTION.has(head) && !head.endsWith('ing')) return found('new-clause');
  if (ABUSE.has(head) && at > verbAt + 1) return found('contact');
  if (SUBSCRIPTION.has(head)) return subscriptionObject(clause, at);
  if (isTimeLimited(clause, at) && (pointer !== undefined || at === verbAt + 1))
    return found(/^(?:for|fornow|until|till|til)$/.test(head) ? 'limited' : 'other');
  if (pointer !== undefined && (ADVERBS.has(head) || CLAUSE_OPENERS.has(head)))
    return found(bare(pointer, clause, verbAt), at - 1);
  if (at === verbAt + 1 && (CLAUSE_OPENERS.has(head) || SELF.has(head)))
    return found(SELF.has(head) ? 'other' : 'new-clause');
  if (at === verbAt + 1 && /^(?:today|yesterday|anymore|or|times|once|twice)$/.test(head))
    return found('nothing');
  if (/^\d{3,}$/.test(head) && at === clause.length - 1) return found('nothing');
  if (clause.slice(at, at + 3).includes('times')) return found('nothing');
  return found('other');
}

function bare(pointer: string | undefined, clause: readonly string[], verbAt: number): CeaseObject['kind'] {
  if (pointer === 'everything' || pointer === 'all') return 'everything';
  if (pointer !== undefined) return 'deictic';
  return clause.length - 1 === verbAt ? 'nothing' : 'other';
}

/** Index of a message word at `at` or at most two words later, as in "the appointment reminders". */
export function messagesAt(clause: readonly string[], at: number): number | undefined {
  for (let index = at; index <= at + 2 && index < clause.length; index += 1) {
    const word = clause[index] ?? '';
    const next = clause[index + 1] ?? '';
    if (
      MESSAGES.has(word) ||
      (ONE_MESSAGE.has(word) && index === at && !SELF.has(next) && !/^(?:my|this|your|people)$/.test(next))
    ) {
      return THINGS.has(next) ? undefined : index;
    }
    if (index > at && (MODIFIERS.has(word) || ADVERBS.has(word))) return undefined;
    if (CONTACT_GERUNDS.has(word) || CONTACT_VERBS.has(word) || RECEIVE_VERBS.has(word) || SELF.has(word))
      return undefined;
  }
  return undefined;
}

function subscriptionObject(clause: readonly string[], at: number): CeaseObject {
  const isThing =
    /^(?:service|plan)$/.test(clause[at] ?? '') &&
    !/^(?:to|of|anymore|with|and|or|please|from)$/.test(clause[at + 1] ?? 'anymore');
  if (isThing) return { kind: 'other', end: at };
  for (let index = at + 1; index < Math.min(clause.length, at + 6); index += 1) {
    if (THINGS.has(clause[index] ?? '')) return { kind: 'other', end: index };
    if (MESSAGES.has(clause[index] ?? '') || LIST.has(clause[index] ?? ''))
      return { kind: 'contact', end: index };
  }
  return { kind: 'subscription', end: at };
}

/** "texting me", "calling this number", "sending these" — but not "calling everyone" or "sending invoices to Bob". */
export function contactObject(clause: readonly string[], verbAt: number): CeaseObject {
  const gerund = CONTACT_GERUNDS.has(clause[verbAt] ?? '');
  const isOneMoreVerb = (word: string) => CONTACT_GERUNDS.has(word) || CONTACT_VERBS.has(word);
  let at = verbAt + 1;
  while (
    /^(?:or|and|to|at|up|with|out)$/.test(clause[at] ?? '') ||
    (/^(?:or|and)$/.test(clause[at - 1] ?? '') && isOneMoreVerb(clause[at] ?? ''))
  )
    at += 1;
  const head = clause[at];
  const next = clause[at + 1] ?? '';
  const yes: CeaseObject = { kind: 'contact', end: Math.min(at, clause.length - 1) };
  const no: CeaseObject = { kind: 'other', end: at };

  if (head === undefined) return clause[at - 1] === 'and' ? no : yes;
  if (gerund && /^(?:or|and)$/.test(clause[at - 1] ?? '') && /^(?:i|im|ill|we|else)$/.test(head)) return yes;
  if (SELF.has(head)) return yes;
  if (THIRD.has(head) || /^(?:his|their)$/.test(head)) return writtenToOthers(clause, verbAt, at);
  if (/^(?:he|she|everyone|everybody|each|somebody|someone)$/.test(head)) return no;
  if (head === 'you') return gerund && next !== '' ? yes : no;
  if (
    /^(?:this|these|those|that|them|your|any|anything|all|more|the|no|such|it|our|my|here|people)$/.test(head)
  ) {
    return pointsAtUs(clause, at, gerund) ? yes : no;
  }
  if (MESSAGES.has(head) || ABUSE.has(head) || messagesAt(clause, at) !== undefined) return yes;
  if (ADVERBS.has(head) && !/^(?:and|i|my|for|with|at|in|on|about|like)$/.test(head)) return yes;
  if (isTimeLimited(clause, at)) return /driv/.test(clause.slice(at).join(' ')) ? no : yes;
  const later = clause.slice(at, at + 6);
  return gerund && (later.includes('me') || (later.includes('number') && !NUMBER.has(next))) ? yes : no;
}

/** "Stop sending him texts", "don't text her phone": the messages are for somebody else, and this person speaks for them. */
function writtenToOthers(clause: readonly string[], verbAt: number, at: number): CeaseObject {
  const next = clause[at + 1];
  const isWriting = /^(?:text|messag|send|sms|e?mail|contact|spam|msg)/.test(clause[verbAt] ?? '');
  const messages = messagesAt(clause, at + 1);
  if (!isWriting) return { kind: 'other', end: at };
  if (messages !== undefined) return { kind: 'contact', end: messages };
  const written =
    next === undefined ||
    ADVERBS.has(next) ||
    CLAUSE_OPENERS.has(next) ||
    PLURAL_DEICTIC.has(next) ||
    ABUSE.has(next) ||
    next === 'anything';
  if (THIRD.has(clause[at] ?? '') && written) return { kind: 'contact', end: at };
  return NUMBER.has(next ?? '') ? { kind: 'contact', end: at + 1 } : { kind: 'other', end: at };
}

function pointsAtUs(clause: readonly string[], at: number, gerund: boolean): boolean {
  const head = clause[at] ?? '';
  const rest = clause.slice(at + 1, at + 5);
  const next = rest[0];
  if (head === 'my' || head === 'our') return rest.some((word) => NUMBER.has(word) || HOUSEHOLD.has(word));
  if (next === undefined) return head !== 'the' && head !== 'my';
  if (
    rest.some(
      (word) =>
        MESSAGES.has(word) || ONE_MESSAGE.has(word) || NUMBER.has(word) || ABUSE.has(word) || SELF.has(word),
    )
  )
    return true;
  return gerund ? ADVERBS.has(next) && head !== 'it' : /^(?:anymore|again|to|or)$/.test(next);
}

/** "getting these", "receiving your offers" — but not "getting sick". */
function received(clause: readonly string[], verbAt: number): boolean {
  const rest = clause.slice(verbAt + 1, verbAt + 7);
  if (rest.length === 0) return clause[verbAt] === 'receiving';
  if (messagesAt(clause, verbAt + 1) !== undefined) return true;
  const last = rest.at(-1) ?? '';
  if (rest.some((word) => MESSAGES.has(word) || CONTACT_GERUNDS.has(word) || ONE_MESSAGE.has(word)))
    return true;
  if (rest[0] === 'from' && (clause[verbAt] ?? '').startsWith('hear'))
    return /^(?:you|this|your|anyone)$/.test(rest[1] ?? '');
  return (
    DEICTIC.has(rest[0] ?? '') &&
    (rest.length === 1 || ADVERBS.has(rest[1] ?? '') || (rest.length <= 2 && DEICTIC.has(last)))
  );
}
