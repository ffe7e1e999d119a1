import {
  ABUSE,
  ADVERBS,
  COMPLIMENTS_TO_KEEP,
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  CONTACTED,
  DEICTIC,
  KIN,
  LIST,
  MARKETING,
  MESSAGES,
  NUMBER,
  ONE_MESSAGE,
  PERSON_SUBJECT,
  PLURAL_DEICTIC,
  RECEIVE_VERBS,
  SELF,
  THIRD,
} from './lexicon.js';
import { contactObject, isTimeLimited, messagesAt } from './objects.js';
import { hold, optOut, type ClauseFinding, type Surroundings } from './rule.js';

/** "Don't text me", "can you not text me", "never contact this number", "asked not to be contacted". */
export function negatedContact(
  clause: readonly string[],
  { alone }: Surroundings,
): ClauseFinding | undefined {
  for (let at = 0; at < clause.length; at += 1) {
    const negative = clause[at] ?? '';
    if (
      !/^(?:dont|never|not|nolonger|mustnt|refrain|didnt|cant|shouldnt|without|avoid|arent)$/.test(negative)
    )
      continue;
    if (!isOrder(clause, at)) continue;
    let verbAt = at + 1;
    while (
      verbAt - at <= 4 &&
      /^(?:you|to|try|be|being|been|getting|keep|dare|go|continue|from|allowed|supposed)$/.test(
        clause[verbAt] ?? '',
      )
    )
      verbAt += 1;
    const verb = clause[verbAt] ?? '';
    const between = clause.slice(at + 1, verbAt);
    if (CONTACTED.has(verb))
      return between.some((word) => /^be(?:ing|en)?$/.test(word)) || between.length === 0
        ? optOut('refusal.contact', at, verbAt)
        : undefined;
    if (
      /^(?:use|save|store)$/.test(verb) &&
      /^(?:this|my)$/.test(clause[verbAt + 1] ?? '') &&
      clause[verbAt + 2] === 'number'
    )
      return optOut('refusal.contact', at, verbAt + 2);
    if (!CONTACT_VERBS.has(verb) && !CONTACT_GERUNDS.has(verb)) continue;
    if (clause[at - 1] === 'youre' && !between.includes('to')) continue;
    const finding = contactFinding(clause, at, verbAt, alone);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** An order, not a statement: "I don't text", "why don't you text me" and "if you don't call" ask for nothing. */
function isOrder(clause: readonly string[], at: number): boolean {
  const negative = clause[at] ?? '';
  const last = clause[at - 1];
  const second = clause[at - 2] ?? '';
  if (
    clause
      .slice(0, at)
      .some((word) => /^(?:if|why|when|because|cuz|since|how|didnt|unless|who)$/.test(word)) &&
    !clause.slice(0, at).includes('would')
  )
    return false;
  if (/^(?:cant|mustnt|shouldnt|nolonger|arent)$/.test(negative) && last === 'you') return second !== 'if';
  if (negative === 'didnt') return last === 'you' && /^(?:rather|wish|prefer|if)$/.test(second);
  if (negative === 'nolonger') return last === undefined || /^(?:may|should|can)$/.test(last);
  if (/^(?:cant|shouldnt|mustnt|arent)$/.test(negative)) return false;
  if (negative === 'not' && last === 'you')
    return /^(?:can|could|would|will|told|asked|tell|ask|want|if|telling|asking|prefer|appreciate)$/.test(
      second,
    );
  if (negative === 'not')
    return (
      last === undefined ||
      /^(?:mind|asked|ask|asking|rather|prefer|appreciate|told|to|do|should|must|youre|request|id|wish|are|better|and)$/.test(
        last,
      )
    );
  if (last === 'you') return /^(?:said|asked|told|and)$/.test(second);
  return (
    last === undefined ||
    !(PERSON_SUBJECT.has(last) || /^(?:i|we|you|would|that|which|ive|have|people|lines|phones?)$/.test(last))
  );
}

function contactFinding(
  clause: readonly string[],
  from: number,
  verbAt: number,
  alone: boolean,
): ClauseFinding | undefined {
  const object = contactObject(clause, verbAt);
  if (object.kind !== 'contact') return undefined;
  if (isTimeLimited(clause, verbAt + 1)) return hold('refusal.limited', from, object.end);
  const after = clause[object.end + 1];
  const verb = clause[verbAt] ?? '';
  const isCall = /^(?:call|phone|ring|calling|phoning|ringing)$/.test(verb);
  if (
    object.end === verbAt &&
    after === undefined &&
    !isCall &&
    !/^(?:text|message|contact|email|sms|texting|messaging|contacting)$/.test(verb)
  ) {
    return verb === 'send' && alone ? hold('refusal.send', from, verbAt) : undefined;
  }
  const wholeClause = from === 0 && object.end >= clause.length - 1;
  if (isCall && prefersAnother(clause, verbAt)) return undefined;
  const namesPhone = NUMBER.has(after ?? '') && /^(?:this|my|our)$/.test(clause[object.end] ?? '');
  if (
    isCall &&
    object.end > verbAt &&
    after !== undefined &&
    !namesPhone &&
    !/^(?:again|anymore|or|and|here)$/.test(after)
  )
    return undefined;
  const isFinal = clause
    .slice(verbAt)
    .some(
      (word) =>
        /^(?:anymore|again|number|more|here)$/.test(word) || (word !== verb && CONTACT_VERBS.has(word)),
    );
  if (isCall && !isFinal && clause[from] !== 'never')
    return wholeClause && alone ? hold('refusal.call', from, object.end) : undefined;
  if (verb === 'send' && (SELF.has(clause[verbAt + 1] ?? '') || THIRD.has(clause[verbAt + 1] ?? '')))
    return sentThing(clause, verbAt + 2) ? optOut('refusal.contact', from, object.end) : undefined;
  if (
    verb !== 'send' &&
    SELF.has(clause[object.end] ?? '') &&
    after !== undefined &&
    /^(?:the|a|an|his|her|when)$/.test(after)
  )
    return undefined;
  return optOut('refusal.contact', from, object.end);
}

/** "Don't call just text": one way instead of another, unless they are joined ("don't call or text"). */
function prefersAnother(clause: readonly string[], verbAt: number): boolean {
  const other = clause.findIndex((word, at) => at > verbAt && CONTACT_VERBS.has(word));
  return (
    other !== -1 &&
    !/^(?:or|and|nor|dont|never|not|to)$/.test(clause[other - 1] ?? '') &&
    !clause.slice(verbAt).some((word) => /^(?:or|and|nor)$/.test(word))
  );
}

function sentThing(clause: readonly string[], at: number): boolean {
  const head = clause[at];
  if (
    head === undefined ||
    PLURAL_DEICTIC.has(head) ||
    /^(?:this|anything|anymore|again|any|more|stuff)$/.test(head)
  )
    return true;
  return (
    messagesAt(clause, at) !== undefined ||
    clause.slice(at, at + 4).some((word) => MESSAGES.has(word) || ABUSE.has(word))
  );
}

/** "No more messages", "no texts please". */
export function noMoreMessages(clause: readonly string[], earlier: Surroundings): ClauseFinding | undefined {
  for (let at = 0; at < clause.length; at += 1) {
    if (clause[at] !== 'no' && clause[at] !== 'without') continue;
    const last = clause[at - 1];
    if (
      last !== undefined &&
      !/^(?:want|said|wanted|and|stop|yes|nope|need|with|but|only|instead)$/.test(last) &&
      !MESSAGES.has(last)
    )
      continue;
    const qualified = /^(?:more|further|additional|mo|future)$/.test(clause[at + 1] ?? '');
    let object = at + (qualified ? 2 : 1);
    if (qualified && clause[object] === undefined)
      return at === 0 ? optOut('refusal.no-more', at, at + 1) : undefined;
    if (qualified && clause[object] === 'of' && DEICTIC.has(clause[object + 1] ?? ''))
      return optOut('refusal.no-more', at, object + 1);
    if (qualified) while (clause[object] === 'of' || clause[object] === 'your') object += 1;
    const messages =
      messagesAt(clause, object) ??
      (CONTACT_GERUNDS.has(clause[object] ?? '') || clause[object] === 'contact' || clause[object] === 'msgs'
        ? object
        : undefined);
    if (messages === undefined) continue;
    const unwelcome = MARKETING.has(clause[messages] ?? '') || clause[messages] === 'spam';
    if (unwelcome && at === 0 && messages === clause.length - 1)
      return optOut('refusal.no-more', at, messages);
    const following = clause[messages + 1];
    if (/^(?:have|has|came|come|arrived|arriving|were|was|since|coming)$/.test(following ?? '')) continue;
    if (at === 0 && earlier.alone && isTimeLimited(clause, messages + 1))
      return hold('refusal.limited', at, messages);
    if (at === 0 && following === undefined && earlier.contactMentioned)
      return optOut('refusal.no-more', at, messages);
    if (following === 'thisis' && at === 0) return optOut('refusal.no-more', at, messages);
    if (
      !qualified &&
      following !== undefined &&
      !/^(?:and|or|but|anymore|im|i|bro|man|its|only|to)$/.test(following)
    )
      continue;
    const plural =
      MESSAGES.has(clause[messages] ?? '') ||
      CONTACT_GERUNDS.has(clause[messages] ?? '') ||
      qualified ||
      clause[messages] === 'contact';
    if (
      plural &&
      (earlier.alone || qualified || last !== undefined) &&
      (at === 0 || qualified || last === 'and' || clause.length <= 6)
    )
      return optOut('refusal.no-more', at, messages);
  }
  return undefined;
}

const WISH =
  /^(?:want|wanna|wish|need|like|care|desire|interested|rather|prefer|asked|ask|interest|agree|consent|wanted|looking|wanting)$/;

/** "I don't want these", "no longer wish to receive", "not interested in your offers", "would rather not get". */
export function unwanted(clause: readonly string[]): ClauseFinding | undefined {
  for (let at = 0; at < clause.length; at += 1) {
    if (!WISH.test(clause[at] ?? '')) continue;
    const window = clause.slice(Math.max(0, at - 3), at);
    const negated =
      window.some((word) => /^(?:dont|doesnt|never|not|nolonger|no|didnt)$/.test(word)) ||
      (/^(?:rather|prefer|like|wish|want|ask|asked)$/.test(clause[at] ?? '') &&
        (clause[at + 1] === 'not' || (clause[at + 1] === 'to' && clause[at + 2] === 'not')));
    const end = negated ? unwantedObject(clause, at + 1) : undefined;
    if (window.some((word) => /^(?:you|it|who|why|if|u)$/.test(word))) continue;
    const ofOthers = window.some((word) => /^(?:he|she|they)$/.test(word)) || KIN.has(clause[at - 2] ?? '');
    if (ofOthers && !clause.slice(at).some((word) => /^(?:your|these)$/.test(word))) continue;
    if (end !== undefined) return optOut('refusal.unwanted', Math.max(0, at - window.length), end);
  }
  return undefined;
}

function unwantedObject(clause: readonly string[], start: number): number | undefined {
  let receives = false;
  for (let at = start; at < Math.min(clause.length, start + 9); at += 1) {
    const word = clause[at] ?? '';
    if (COMPLIMENTS_TO_KEEP.has(word)) return undefined;
    if (/^(?:reschedule|miss|book|order|buy|pay|the|go|talk|do)$/.test(word) && word !== 'the')
      return undefined;
    if (CONTACTED.has(word) && /^(?:be|being|get)$/.test(clause[at - 1] ?? '')) return at;
    if (MESSAGES.has(word))
      return clause.slice(start, at).some((part) => /^(?:have|has|had)$/.test(part)) ? undefined : at;
    if (
      CONTACT_GERUNDS.has(word) ||
      (CONTACT_VERBS.has(word) && clause[at - 1] === 'to' && clause[at - 2] === 'you')
    )
      return at;
    if (ONE_MESSAGE.has(word) && (receives || clause[at - 1] === 'your' || clause[at - 1] === 'a')) return at;
    if (LIST.has(word) && clause.slice(start, at).some((part) => part === 'on' || part === 'in'))
      return clause.slice(start, at).includes('waiting') ? undefined : at;
    if (word.startsWith('hear') && clause[at + 1] === 'from')
      return /^(?:you|your|this|anyone|them)$/.test(clause[at + 2] ?? '') ? at + 2 : undefined;
    if (word === 'nothing' || (word === 'anything' && clause[at + 1] === 'from')) return at;
    if (RECEIVE_VERBS.has(word)) receives = true;
    if (PLURAL_DEICTIC.has(word) || (receives && (word === 'this' || word === 'it' || word === 'any'))) {
      const next = clause[at + 1];
      if (next === undefined || ADVERBS.has(next)) return at;
    }
  }
  const last = clause.findLast((word) => !/^(?:anymore|any|more|further|from|you)$/.test(word)) ?? '';
  return receives && (last === 'receiving' || last === 'receive') ? clause.length - 1 : undefined;
}
