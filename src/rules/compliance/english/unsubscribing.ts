import { isContactSource } from './contact-source.js';
import { MESSAGES, MODIFIERS, NEGATIVE, NUMBER, PERSON_SUBJECT, SELF, THINGS } from './lexicon.js';
import { isTimeLimited, messagesAt } from './objects.js';
import { hold, optOut, type ClauseFinding } from './rule.js';

const UNSUBSCRIBE = /^(?:unsubscribe|optout|unenroll|unlist|deregister|unregister|optedout|unsubscription)$/;

/** "Unsubscribe me from this", "I want to opt out", "opt my number out". */
export function unsubscribing(clause: readonly string[]): ClauseFinding | undefined {
  const separated = separatedOptOut(clause);
  if (separated !== undefined) return separated;
  const at = clause.findIndex((word) => UNSUBSCRIBE.test(word) || word === 'unsubscribed');
  if (at === -1) return undefined;
  const before = clause.slice(0, at);
  const past = clause[at] === 'unsubscribed' || clause[at] === 'optedout';
  if (before.some((word) => /^(?:accident|accidentally|mistake|mean|meant|oops)$/.test(word)))
    return undefined;
  if (before.includes('if') || (at === 1 && /^(?:does|will|would|is)$/.test(before[0] ?? '')))
    return undefined;
  if (!before.includes('why') && (isUnwished(before) || isFootnote(before))) return undefined;
  if (NAMED_AFTER_IT.test(clause[at + 1] ?? '')) return brokenMeans(clause, at);
  const source = clause.slice(at + 1).filter((word) => !SELF.has(word));
  const about = source.findIndex((word) => /^(?:from|of|to)$/.test(word));
  const elsewhere = about !== -1 && !isOurs(source.slice(about + 1));
  if (elsewhere) return undefined;
  if (past && !/^(?:be|get|being|have|been|ive|i|me|to)$/.test(before.at(-1) ?? 'be')) return undefined;
  if (past && before.some((word) => PERSON_SUBJECT.has(word) || word === 'was')) return undefined;
  if (about === -1 && source.length > 0 && before.length === 0 && THINGS.has(source[0] ?? ''))
    return undefined;
  return optOut('removal.unsubscribe', at, Math.min(clause.length - 1, at + 1));
}

/** "I don't want to unsubscribe". */
function isUnwished(before: readonly string[]): boolean {
  const denied = before.findLastIndex((word) => /^(?:dont|never|not|didnt)$/.test(word));
  return denied !== -1 && before.slice(denied + 1).every((word) => LEADS_TO_WISH.test(word));
}

const LEADS_TO_WISH =
  /^(?:want|wish|mean|need|wanna|like|trying|try|plan|planning|going|gonna|to|i|say|said|ask|asked|choose|chose)$/;

/** "Do I have to say stop to opt out?": the words of our own footer. */
function isFootnote(before: readonly string[]): boolean {
  return (
    before.length > 2 && before.slice(-2).join(' ') === 'stop to' && !/^(?:i|please)$/.test(before[0] ?? '')
  );
}

const NAMED_AFTER_IT =
  /^(?:button|link|option|page|form|url|feature|menu|deadline|period|fee|policy|window|date)$/;
const FAILS = /^(?:error|broken|dead|fails|failed|404|doesnt|isnt|not|wont|cant|didnt|wheres|where|no)$/;

/** "Your unsubscribe link doesn't work": they tried to leave, and perhaps still want to. A plain question about it asks for nothing. */
function brokenMeans(clause: readonly string[], at: number): ClauseFinding | undefined {
  const asks = /^(?:is|does|did|do|are|was)$/.test(clause[0] ?? '');
  return !asks && clause.some((word) => FAILS.test(word))
    ? hold('unclear.broken-unsubscribe', at, at + 1)
    : undefined;
}

function isOurs(source: readonly string[]): boolean {
  const words = source.filter((word) => !MODIFIERS.has(word));
  return (
    !/^(?:their|his|her)$/.test(source[0] ?? '') &&
    (words.length === 0 ||
      isContactSource(source) ||
      messagesAt(source, 0) !== undefined ||
      /^(?:alerts|you|anything|everything)$/.test(words[0] ?? ''))
  );
}

/** "Opt me out", "opt this number out", "sign me out". */
function separatedOptOut(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => word === 'opt' || word === 'opting');
  if (at === -1) return undefined;
  const out = clause.indexOf('out', at);
  const inside = clause.slice(at + 1, out);
  if (out === -1 || out - at > 4 || !inside.some((word) => SELF.has(word) || NUMBER.has(word)))
    return undefined;
  if (clause.slice(0, at).some((word) => NEGATIVE.has(word))) return undefined;
  return isContactSource(clause.slice(out + 1)) || clause[out + 1] !== 'of'
    ? optOut('removal.unsubscribe', at, out)
    : undefined;
}

/** "Turn off these texts", "shut these texts off", "turn these off". */
export function switchedOff(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => /^(?:turn|shut|switch|cut)$/.test(word));
  if (at === -1 || clause.slice(0, at).some((word) => NEGATIVE.has(word) || /^(?:he|she|they)$/.test(word)))
    return undefined;
  const rest = clause.slice(at + 1, at + 8);
  if (!rest.some((word) => /^(?:off|down|out)$/.test(word))) return undefined;
  const limited = isTimeLimited(clause, at);
  const messages =
    rest.some((word) => MESSAGES.has(word)) ||
    (rest[0] === 'these' && rest[1] === 'off' && rest.length === 2);
  if (!messages) return undefined;
  return limited
    ? hold('removal.limited', at, at + rest.length)
    : optOut('removal.switch-off', at, Math.min(clause.length - 1, at + rest.length));
}
