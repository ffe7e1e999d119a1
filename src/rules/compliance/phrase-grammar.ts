import type { Finding } from './classification.js';
import { Clause, isBorrowed, parsesOf, REACH, type Parse } from './clause.js';

type Match = {
  readonly rule: string;
  readonly span: readonly [number, number];
  /** It is said to whom, and not what: enough to wait, not to end everything. */
  readonly held?: true;
};

/** "Stop sending me messages". */
function ceaseContact(clause: Clause): Match | undefined {
  const span =
    clause.follows('cease', 'contact') ??
    clause.follows('cease', 'messages') ??
    clause.follows('cease', 'receive', 2) ??
    clause.near('cease', 'messages');
  if (span === undefined || clause.at('cease').some((place) => clause.negatedAt(place))) return undefined;
  if (clause.isEnglish(span)) return undefined;
  return { rule: 'cease-contact', span };
}

/** "Do not write to me", "don't send any more". */
function negatedContact(clause: Clause): Match | undefined {
  const order = clause.follows('not', 'contactOrder', 5);
  if (order !== undefined && (clause.has('noMore') || clause.has('self') || clause.has('messages')))
    return { rule: 'negated-contact', span: order };
  if (order !== undefined && order[0] === 0 && order[1] === 1 && clause.length === 2)
    return { rule: 'negated-contact.bare', span: order, held: true };
  const orderFirst = clause.follows('contactOrder', 'not', 5);
  if (orderFirst !== undefined && clause.has('noMore')) return { rule: 'negated-contact', span: orderFirst };
  const refusal = clause.at('refusal')[0];
  if (refusal !== undefined && (clause.has('noMore') || clause.has('self') || clause.has('messages')))
    return { rule: 'negated-contact', span: [refusal, refusal] };
  const any = clause.near('not', 'contact');
  const more = clause.near('noMore', 'contact');
  return any !== undefined &&
    more !== undefined &&
    clause.at('not').some((not) => !clause.at('noMore').includes(not))
    ? { rule: 'negated-contact', span: any }
    : undefined;
}

/** "No more messages", "keine Nachrichten mehr". */
function noMoreMessages(clause: Clause): Match | undefined {
  const more = clause.near('noMore', 'messages');
  if (more !== undefined && clause.has('not') && more[1] - more[0] <= 3)
    return { rule: 'no-more-messages', span: more };
  const none = clause.follows('not', 'messages', 2);
  const adjacent = none !== undefined && (none[1] === none[0] + 1 || clause.isParticle(none[0] + 1));
  return none !== undefined && adjacent && !clause.isEnglish(none) && none[0] === 0 && clause.isShort()
    ? { rule: 'no-more-messages', span: none }
    : undefined;
}

/** "I do not want to receive". */
function unwanted(clause: Clause): Match | undefined {
  const unwilling = clause.near('unwilling', 'messages') ?? clause.near('unwilling', 'receive');
  if (unwilling !== undefined) return { rule: 'unwanted', span: unwilling };
  const want = clause.near('not', 'want') ?? clause.near('want', 'noMore');
  if (want === undefined) return undefined;
  const object =
    clause.near('want', 'receive') ?? clause.near('want', 'messages') ?? clause.near('want', 'contactOrder');
  const plainReceive =
    clause.near('want', 'receive') !== undefined &&
    !clause.has('messages') &&
    !clause.has('noMore') &&
    clause.length > 6;
  return object === undefined || plainReceive
    ? undefined
    : { rule: 'unwanted', span: [Math.min(want[0], object[0]), Math.max(want[1], object[1])] };
}

/** "Take me off the list", "delete my number". */
function removal(clause: Clause): Match | undefined {
  const span = clause.follows('remove', 'numberOrList', 5) ?? clause.near('numberOrList', 'remove');
  const self = clause.near('remove', 'self');
  if (clause.at('remove').some((place) => clause.negatedAt(place))) return undefined;
  if (span !== undefined) return { rule: 'removal', span };
  return self !== undefined && clause.length <= 3 ? { rule: 'removal', span: self } : undefined;
}

/** "I want to unsubscribe". */
function unsubscribing(clause: Clause): Match | undefined {
  const place = clause.at('unsubscribe').find((at) => !clause.negatedAt(at));
  return place === undefined ? undefined : { rule: 'unsubscribe', span: [place, place] };
}

/** "No es el número de mi pedido". */
function isAboutThing(parse: Parse, idiom: number): boolean {
  return (
    !parse.has('messages') &&
    (parse.get('otherObject') ?? []).some((place) => Math.abs(place - idiom) <= REACH)
  );
}

const RULES = [ceaseContact, negatedContact, noMoreMessages, unwanted, removal, unsubscribing] as const;

/** "Hören Sie bitte auf, mir zu schreiben": a comma before what shall end. */
export function endsInCease(clause: readonly string[]): boolean {
  for (const parse of parsesOf(clause).values()) {
    if (parse.has('cease') && parse.size === 1 && clause.length <= 5) return true;
  }
  return false;
}

/**
 * A wish to end contact in one clause of any language but English, read from the parts of speech of that language's pack.
 * Two parts of the same language must meet, so a single foreign-looking word in a sentence decides nothing.
 */
export function phraseFinding(clause: readonly string[], offset: number): Finding | undefined {
  for (const [language, parse] of parsesOf(clause)) {
    const finding = (rule: string, from: number, to: number, held = false): Finding => ({
      class: held ? 'hold' : 'opt_out',
      ruleId: `phrase.${language}.${rule}`,
      confidence: held ? 'possible' : 'likely',
      from: offset + from,
      to: offset + to,
    });
    const idiom = parse.get('optOutPhrases')?.[0];
    if (idiom !== undefined && !isAboutThing(parse, idiom))
      return finding('idiom', idiom, Math.min(idiom + 1, clause.length - 1));
    if (parse.size === 1 && !parse.has('unsubscribe')) continue;
    if (isBorrowed(parse, clause)) continue;
    const sentence = new Clause(parse, clause);
    if (sentence.has('reminder') || (sentence.has('otherObject') && !sentence.has('messages'))) continue;
    for (const rule of RULES) {
      const match = rule(sentence);
      if (match !== undefined) return finding(match.rule, match.span[0], match.span[1], match.held);
    }
  }
  return undefined;
}
