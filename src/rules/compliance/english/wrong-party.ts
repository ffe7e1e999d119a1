import { GIVEN_NAMES } from './given-names.js';
import { CLAUSE_OPENERS, KIN } from './lexicon.js';
import { hold, optOut, type ClauseFinding } from './rule.js';

const RECIPIENT = /^(?:number|person|num|guy|man|girl|woman|lady|dude|contact|people|recipient)$/;

/** "You have the wrong number". Said with doubt ("I think…") it is held: between friends it is a joke as often as not. */
export function wrongParty(clause: readonly string[]): ClauseFinding | undefined {
  return wrongNumber(clause) ?? notThisPerson(clause) ?? noSuchPerson(clause);
}

function wrongNumber(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.indexOf('wrong');
  if (at === -1 || !RECIPIENT.test(clause[at + 1] ?? '')) return undefined;
  const before = clause.slice(0, at).filter((word) => word !== 'the' && word !== 'a' && word !== 'sorry');
  const after = clause.slice(at + 2);
  const doubt = before.some((word) => /^(?:think|maybe|might|guess|perhaps|probably|must|seems)$/.test(word));
  const addressed =
    before.length === 0 ||
    before.some((word) =>
      /^(?:you|your|youre|youve|thisis|its|got|have|texting|calling|messaging|reached)$/.test(word),
    );
  const own = before.some((word) => /^(?:i|we|he|she|they|did|my|ive|if|what|gave)$/.test(word)) && !doubt;
  const opensAnew =
    after.length === 0 ||
    CLAUSE_OPENERS.has(after[0] ?? '') ||
    /^(?:stop|sorry|bro|bud|man|dude|buddy|pal|pals|fam|fella|sir|lady|and|anymore|remove|take|hun|hon|honey|unsubscribe|mate|here|sweetie|son|chief|boss|friend)$/.test(
      after[0] ?? '',
    );
  if (
    !addressed ||
    own ||
    (before.length === 0 && !opensAnew) ||
    (after.length > 0 && /^(?:for|on|of|in|doing)$/.test(after[0] ?? ''))
  )
    return undefined;
  return doubt && !before.includes('must')
    ? hold('wrong-party.doubt', at, at + 1)
    : optOut('wrong-party.number', at, at + 1);
}

/** "I'm her mom": not that person, and still the one to talk to. */
export function mentionsKinship(clause: readonly string[]): boolean {
  return clause.some(
    (word, at) =>
      /^(?:im|thisis|its)$/.test(word) &&
      /^(?:his|her|their|the)$/.test(clause[at + 1] ?? '') &&
      KIN.has(clause[at + 2] ?? ''),
  );
}

/** "This isn't John", "I am not Maria", "this is not Maria's number". Names are known ones: "I'm not sure" has the same form. */
function notThisPerson(clause: readonly string[]): ClauseFinding | undefined {
  for (let at = 0; at < clause.length; at += 1) {
    if (!isDenial(clause, at)) continue;
    const rest = clause.slice(at + 1);
    const head = rest[0] ?? '';
    const number = rest.findIndex((word) => /^(?:number|phone|cell|line)$/.test(word));
    if (
      number > 0 &&
      number <= 2 &&
      rest.length <= number + 2 &&
      (/^(?:his|her|their|\w{3,}s)$/.test(head) || (head === 'my' && clause[at] === 'nolonger')) &&
      (clause[at - 1] !== undefined || clause[at] === 'nolonger')
    )
      return optOut('wrong-party.person', at, at + 1 + number);
    const possessive = head.endsWith('s') ? head.slice(0, -1) : head;
    const named =
      GIVEN_NAMES.has(head) || GIVEN_NAMES.has(possessive) || /^(?:mr|mrs|ms|miss|dr)$/.test(head);
    const opensAnew =
      rest.length === 1 ||
      CLAUSE_OPENERS.has(rest[1] ?? '') ||
      /^(?:anymore|stop|sorry|wrong)$/.test(rest[1] ?? '');
    if (
      /^(?:right|correct)$/.test(rest.filter((word) => word !== 'the')[0] ?? '') &&
      /^(?:number|person)$/.test(rest.at(-1) ?? '') &&
      rest.length <= 3 &&
      clause[at - 1] !== undefined
    )
      return optOut('wrong-party.number', at, clause.length - 1);
    if (named && rest.length <= 4 && (opensAnew || clause[at - 1] !== undefined))
      return optOut('wrong-party.person', at, at + 1);
  }
  return undefined;
}

function isDenial(clause: readonly string[], at: number): boolean {
  const word = clause[at] ?? '';
  const subject = clause[at - 1];
  if (word === 'isnt') return subject === undefined || subject === 'this' || subject === 'name';
  if (word === 'not') return subject === undefined || /^(?:thisis|its|no|im|name)$/.test(subject);
  return word === 'nolonger' && (subject === undefined || subject === 'thisis' || subject === 'its');
}

/** "No one here by that name", "he doesn't have this number anymore", "Maria does not live here". */
function noSuchPerson(clause: readonly string[]): ClauseFinding | undefined {
  const text = clause.join(' ');
  const found =
    /\b(?:no ?(?:one|body)|nobody) (?:here )?(?:by that name|named|here named|here by)|\b(?:doesnt|nolonger|isnt|didnt) (?:(?:have|has|has got|own|owns|use|uses|using|at|with|live|lives|work|works) )+(?:this|that|here)\b(?: (?:number|phone|cell|anymore))?|\bthis number (?:belongs to|is owned by|has been reassigned|was reassigned|nolonger belongs)|\bnew owner of this (?:number|phone)|^(?:there (?:is|s)|theres) no \w+ (?:here|at this (?:number|phone))/.exec(
      text,
    );
  if (found === null) return undefined;
  if (/\b(?:how|if|who|card|app|store|place|office|company)\b/.test(text)) return undefined;
  const from = text.slice(0, found.index).split(' ').length - 1;
  return optOut(
    'wrong-party.moved',
    from,
    Math.min(clause.length - 1, from + found[0].split(' ').length - 1),
  );
}

/** "My father is deceased", "she passed away last year", "my husband died". */
export function mentionsDeath(clause: readonly string[]): boolean {
  const at = clause.findIndex((word) => /^(?:deceased|died|dead|passed|death)$/.test(word));
  if (at === -1) return false;
  if (clause[at] === 'deceased' || (clause[at] === 'passed' && /^(?:away|on)$/.test(clause[at + 1] ?? '')))
    return true;
  const ofSomebody = clause
    .slice(Math.max(0, at - 4), at)
    .some((word) => KIN.has(word) || /^(?:he|she|hes|shes|they|owner|who)$/.test(word));
  return ofSomebody && !/^(?:test|exam|out|down|class|course|inspection)$/.test(clause[at + 1] ?? '');
}
