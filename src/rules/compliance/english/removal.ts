import { isContactSource, namesContactSource } from './contact-source.js';
import { LIST, MESSAGES, NEGATIVE, NUMBER, PERSON_SUBJECT, REMOVE_VERBS, REMOVED, SELF } from './lexicon.js';
import { isTimeLimited } from './objects.js';
import { hold, optOut, type ClauseFinding, type Surroundings } from './rule.js';

/** "Leave me out": of what has to be said, since people are left out of games and quarrels. */
const KEPT_OUT = /^(?:leave|count|keep|cut)$/;
const NEEDS_OFF = /^(?:take|get|drop|pull|cross|taking|strike|scratch|block|leave|count|keep|cut)$/;
const IS_ASKED =
  /^(?:i|we|he|she|they|it|did|have|has|didnt|dont|never|not|cant|if|forgot|lost|will|ill|should)$/;

/** "Take me off your list", "remove my number", "get me out of this". */
export function removal(clause: readonly string[], earlier: Surroundings): ClauseFinding | undefined {
  for (let at = 0; at < clause.length; at += 1) {
    const verb = clause[at] ?? '';
    if (!REMOVE_VERBS.has(verb) || isStatement(clause, at)) continue;
    const target = targetAt(clause, at + 1);
    if (target === undefined) {
      const finding = fromList(clause, at) ?? pronounAfterNumber(clause, at, earlier);
      if (finding !== undefined) return finding;
      continue;
    }
    const finding = removedFrom(clause, at, verb, target);
    if (finding !== undefined) return finding;
  }
  return passiveRemoval(clause) ?? requestedRemoval(clause) ?? offList(clause);
}

function isStatement(clause: readonly string[], at: number): boolean {
  const last = clause[at - 1];
  const second = clause[at - 2] ?? '';
  if (last === undefined) return false;
  if (last === 'i' || last === 'we')
    return (
      !/^(?:do|can|could|should)$/.test(second) ||
      !clause.slice(0, at).some((word) => /^(?:how|can|where)$/.test(word))
    );
  if (last === 'to' && /^(?:forgot|like|doctor|him|her)$/.test(second)) return second !== 'like';
  return IS_ASKED.test(last) || PERSON_SUBJECT.has(last);
}

type Target = { readonly kind: 'self' | 'number'; readonly end: number };

function targetAt(clause: readonly string[], at: number): Target | undefined {
  const head = clause[at] ?? '';
  if (SELF.has(head)) return { kind: 'self', end: at };
  const isPossessive = /^(?:my|this|our|the|these)$/.test(head);
  const noun = isPossessive ? at + 1 : at;
  const word = clause[noun] ?? '';
  if (isPossessive && NUMBER.has(word))
    return { kind: 'number', end: NUMBER.has(clause[noun + 1] ?? '') ? noun + 1 : noun };
  return word === 'number' && !isPossessive ? { kind: 'number', end: noun } : undefined;
}

function removedFrom(
  clause: readonly string[],
  verbAt: number,
  verb: string,
  target: Target,
): ClauseFinding | undefined {
  const rest = clause.slice(target.end + 1);
  const preposition = rest.findIndex((word) => /^(?:off|from|out)$/.test(word));
  const found = isTimeLimited(clause, target.end + 1)
    ? hold('removal.limited', verbAt, target.end)
    : optOut('removal.list', verbAt, target.end);
  if (preposition === -1) {
    const needsSource =
      NEEDS_OFF.test(verb) && !(target.kind === 'number' && /^(?:scratch|strike|drop)$/.test(verb));
    if (needsSource) return undefined;
    if (/^(?:lose|forget|clear|cross)$/.test(verb) && target.kind === 'self') return undefined;
    if (
      /^(?:the|these)$/.test(clause[verbAt + 1] ?? '') &&
      /^(?:name|phone|email|info|details|line|contact)$/.test(clause[target.end] ?? '')
    )
      return undefined;
    return rest.length === 0 ||
      /^(?:anymore|too|today|and|or|i|im|completely|then|if|before|this|as|entirely|altogether|its|thats|thisis|youre)$/.test(
        rest[0] ?? '',
      )
      ? found
      : undefined;
  }
  const source = clause.slice(target.end + 1 + preposition + 1);
  if (source.length === 0 && verb === 'get' && rest[preposition] === 'from') return undefined;
  const isSource = KEPT_OUT.test(verb) ? namesContactSource(source) : isContactSource(source);
  return isSource
    ? { ...found, to: Math.min(clause.length - 1, target.end + 1 + preposition + source.length) }
    : undefined;
}

/** "I am requesting removal from your list". */
function requestedRemoval(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.indexOf('removal');
  if (
    at === -1 ||
    !clause.slice(0, at).some((word) => /^(?:request|requesting|want|demand|need|my|like)$/.test(word))
  )
    return undefined;
  const preposition = clause.findIndex((word, index) => index > at && /^(?:from|off|of)$/.test(word));
  if (preposition === -1) return at === clause.length - 1 ? optOut('removal.list', 0, at) : undefined;
  return isContactSource(clause.slice(preposition + 1))
    ? optOut('removal.list', at, clause.length - 1)
    : undefined;
}

/** "Remove from list". */
function fromList(clause: readonly string[], at: number): ClauseFinding | undefined {
  if (!/^(?:from|off|out)$/.test(clause[at + 1] ?? '') || clause.length === at + 2) return undefined;
  const source = clause.slice(at + 2);
  return isContactSource(source) && source.some((word) => LIST.has(word) || MESSAGES.has(word))
    ? optOut('removal.list', at, clause.length - 1)
    : undefined;
}

function pronounAfterNumber(
  clause: readonly string[],
  at: number,
  earlier: Surroundings,
): ClauseFinding | undefined {
  const tail = clause.slice(at + 1);
  return tail.length === 1 &&
    tail[0] === 'it' &&
    (earlier.numberMentioned || clause.slice(0, at).includes('number'))
    ? optOut('removal.number', at, at + 1)
    : undefined;
}

/** "I want to be removed", "have my number taken off". */
function passiveRemoval(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => REMOVED.has(word));
  if (at === -1) return undefined;
  const before = clause.slice(0, at);
  const rest = clause.slice(at + 1);
  const wanted =
    before.some((word) =>
      /^(?:want|wanna|like|need|have|get|asked|ask|request|requested|asking|wish|how|what|process|way|can|could|may|please|requesting|demand)$/.test(
        word,
      ),
    ) || before.length === 0;
  const self =
    /^(?:be|being|get|been|myself|me)$/.test(before.at(-1) ?? '') || NUMBER.has(before.at(-1) ?? '');
  if (!wanted || !self || before.some((word) => NEGATIVE.has(word) || PERSON_SUBJECT.has(word)))
    return undefined;
  const preposition = rest.findIndex((word) => /^(?:off|from|out)$/.test(word));
  if (preposition === -1)
    return rest.length === 0 ? optOut('removal.passive', Math.max(0, at - 1), at) : undefined;
  return isContactSource(rest.slice(preposition + 1))
    ? optOut('removal.passive', Math.max(0, at - 1), clause.length - 1)
    : undefined;
}

/** "Off your list please", "me off this list", "how do I get off this list". */
function offList(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.indexOf('off');
  if (at === -1 || at > 6) return undefined;
  const source = clause.slice(at + 1);
  if (at > 0 && !/^(?:me|us|get|number|name|getting|want|wanna)$/.test(clause[at - 1] ?? ''))
    return undefined;
  if (clause.slice(0, at).some((word) => NEGATIVE.has(word) || /^(?:he|she|they)$/.test(word)))
    return undefined;
  if (source.length === 0 || !isContactSource(source)) return undefined;
  return source.some((word) => LIST.has(word) || word === 'phone')
    ? optOut('removal.off-list', at, clause.length - 1)
    : undefined;
}
