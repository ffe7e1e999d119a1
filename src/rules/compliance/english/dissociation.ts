import { CONTACT_GERUNDS, CONTACT_VERBS, LIST, MESSAGES, NUMBER, RELATIONS, SELF } from './lexicon.js';
import { hold, optOut, type ClauseFinding, type Surroundings } from './rule.js';

/** "I'm not a customer anymore", "this is a landline", "I don't know you": no request by itself, and the reason for one. */
export function mentionsStranger(clause: readonly string[]): boolean {
  const denied = clause.findIndex((word) =>
    /^(?:not|never|nolonger|isnt|arent|wasnt|dont|havent)$/.test(word),
  );
  const relation = clause.findIndex((word) => RELATIONS.has(word) || RELATIONS.has(word.replace(/s$/, '')));
  const text = clause.join(' ');
  return (
    (denied !== -1 && relation > denied && !clause.includes('yet')) ||
    /\b(?:landline|fax|reassigned|wrong (?:number|person)|dont know (?:you|who)|never heard of)\b/.test(
      text,
    ) ||
    /\b(?:i|we|has|have|already|house|ive|weve) (?:just )?(?:moved|sold|voted|switched|relocated|gave|donated|got this number)\b/.test(
      text,
    ) ||
    /\bnot (?:interested|selling|buying|looking)\b/.test(text)
  );
}

/** Does a clause speak of messages, or of somebody who writes to us? */
export function mentionsContact(clause: readonly string[]): boolean {
  const addressed = clause.findIndex(
    (word, at) =>
      /^(?:youre|you|your|keep|getting|receiving|only|please|use)$/.test(word) && clause[at + 1] !== 'just',
  );
  if (addressed === -1 && !CONTACT_VERBS.has(clause[0] ?? '')) return false;
  return clause.some(
    (word) =>
      MESSAGES.has(word) || CONTACT_GERUNDS.has(word) || (CONTACT_VERBS.has(word) && clause.includes('only')),
  );
}

/** "Not a customer anymore. Please remove.": a removal of nothing in particular removes the person who gives such a reason. */
export function bareRemoval(clause: readonly string[], earlier: Surroundings): ClauseFinding | undefined {
  if (earlier.alone || clause.length > 2 || !/^(?:remove|delete)$/.test(clause[0] ?? '')) return undefined;
  if (clause.length === 2 && !/^(?:it|them|him|her|this)$/.test(clause[1] ?? '')) return undefined;
  const reason =
    earlier.strangerMentioned ||
    earlier.contactMentioned ||
    earlier.deathMentioned ||
    (clause.length === 2 && earlier.numberMentioned);
  if (reason) return optOut('removal.bare', 0, clause.length - 1);
  return clause.length === 1 ? hold('removal.bare.unclear', 0, 0) : undefined;
}

/** "You're texting my work phone. Please don't." */
export function bareRefusal(clause: readonly string[], earlier: Surroundings): ClauseFinding | undefined {
  return clause.length === 1 && clause[0] === 'dont' && earlier.contactMentioned
    ? optOut('refusal.bare', 0, 0)
    : undefined;
}

/** "Add me to your do not call list", "my number is on the DNC": whoever is on it wants no contact. */
export function doNotContactList(clause: readonly string[]): ClauseFinding | undefined {
  const list = clause.findIndex(
    (word, at) =>
      word === 'dnc' ||
      (/^(?:list|registry|register)$/.test(word) && clause.slice(Math.max(0, at - 2), at).includes('dont')),
  );
  if (list === -1 || /^(?:what|is|are|does|why|was)$/.test(clause[0] ?? '')) return undefined;
  const placed = clause
    .slice(0, list)
    .some((word) => /^(?:put|add|on|place|im|is|are|registered|violat\w+)$/.test(word));
  return placed ? optOut('refusal.do-not-contact-list', Math.max(0, list - 2), list) : undefined;
}

/** "No need to text us anymore", "you don't have to message me again". */
export function needless(clause: readonly string[]): ClauseFinding | undefined {
  const to = clause.findIndex(
    (word, at) => word === 'to' && /^(?:need|have|reason|point)$/.test(clause[at - 1] ?? ''),
  );
  const verb = clause[to + 1] ?? '';
  const follows = verb === 'follow' || verb === 'check';
  if (to === -1 || !(CONTACT_VERBS.has(verb) || follows) || /^(?:reply|respond|call)$/.test(verb))
    return undefined;
  const denied = clause
    .slice(Math.max(0, to - 3), to)
    .some((word) => /^(?:no|dont|not|nolonger)$/.test(word));
  const byThem = !clause
    .slice(Math.max(0, to - 3), to)
    .some((word) => /^(?:i|we|she|he|they|if|why)$/.test(word));
  const object = clause[to + 2] ?? '';
  if (denied && byThem && (follows ? /^(?:up|in)$/.test(object) && to + 3 === clause.length : object === ''))
    return hold('refusal.needless', Math.max(0, to - 2), to + 1);
  if (!denied || !byThem || !(SELF.has(object) || NUMBER.has(clause[to + 3] ?? '') || object === 'anymore'))
    return undefined;
  return clause.slice(to).includes('anymore') || clause.includes('nolonger')
    ? optOut('refusal.needless', Math.max(0, to - 2), to + 1)
    : undefined;
}

/** "Please e-mail me instead of texting": it may end the texts, or only change how we answer. */
export function anotherWay(clause: readonly string[]): ClauseFinding | undefined {
  const than = clause.findIndex(
    (word, at) =>
      (word === 'instead' && clause[at + 1] === 'of') || (word === 'rather' && clause[at + 1] === 'than'),
  );
  const way = clause.slice(than + 2, than + 4);
  if (than < 1 || !way.some((word) => /^(?:texting|text|texts|sms|messaging|messages)$/.test(word)))
    return undefined;
  const asks =
    /^(?:can|could|would|will|please|use|i|id|we|only)$/.test(clause[0] ?? '') ||
    CONTACT_VERBS.has(clause[0] ?? '');
  return asks && clause.slice(0, than).some((word) => CONTACT_VERBS.has(word) || LIST.has(word))
    ? hold('unclear.another-way', 0, than)
    : undefined;
}
