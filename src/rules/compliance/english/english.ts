import type { Finding } from '../classification.js';
import type { Utterance } from '../utterance.js';
import { ceaseRule } from './cease.js';
import { senderQuestion } from './help.js';
import { keepAway, madeToStop, threat, unheard } from './idioms.js';
import { removal, switchedOff, unsubscribing } from './removal.js';
import { negatedContact, noMoreMessages, unwanted } from './refusal.js';
import { consentWithdrawn, fedUp, wantedEnd } from './withdrawal.js';
import type { ClauseFinding, ClauseRule, Surroundings } from './rule.js';
import { termsOf, type Term } from './terms.js';
import { isAffectionate, unclear } from './unclear.js';
import { mentionsDeath, ofTheDead, wrongParty } from './wrong-party.js';

function cease(clause: readonly string[], { alone }: Surroundings): ClauseFinding | undefined {
  let held: ClauseFinding | undefined;
  for (let at = 0; at < clause.length; at += 1) {
    const found = ceaseRule(clause, at);
    const finding =
      found?.bare === true && clause[at] === 'quit' && !alone ? { ...found, class: 'hold' as const } : found;
    if (finding?.class === 'opt_out') return finding;
    held ??= finding;
  }
  return held;
}

/** In order of precedence: within a clause the first opt-out wins, then the first hold, then help. */
const RULES: readonly ClauseRule[] = [
  cease,
  negatedContact,
  noMoreMessages,
  unwanted,
  removal,
  unsubscribing,
  consentWithdrawn,
  fedUp,
  wantedEnd,
  wrongParty,
  ofTheDead,
  keepAway,
  madeToStop,
  unheard,
  threat,
  switchedOff,
  unclear,
  senderQuestion,
];

/** Longer messages are read clause by clause all the same; a bare "stop" in the middle of a story is not. */
const LONGEST_WITH_BARE_STOP = 30;

/**
 * What the English rules find in each clause.
 * @param keywordOf the keyword a misspelt word was meant to be, if any.
 */
export function englishFindings(
  utterance: Utterance,
  keywordOf: (word: string) => string | undefined,
  laughing: boolean,
): readonly Finding[] {
  const clauses = clausesOf(utterance, keywordOf);
  const findings: Finding[] = [];
  let numberMentioned = false;
  let deathMentioned = false;
  for (const terms of clauses) {
    const words = terms.map((term) => term.word);
    deathMentioned ||= mentionsDeath(words);
    const surroundings = { alone: clauses.length === 1, numberMentioned, deathMentioned };
    const inClause = RULES.map((rule) => rule(words, surroundings)).filter(
      (finding) => finding !== undefined,
    );
    numberMentioned ||= words.includes('number') || words.includes('list');
    const mistaken = inClause.find(
      (finding) => finding.ruleId === 'unclear.mistake' || finding.ruleId === 'unclear.resubscribe',
    );
    for (const finding of mistaken === undefined ? inClause : [mistaken]) {
      const placed = inUtterance(finding, terms);
      findings.push(
        finding.bare === true
          ? bareStop(placed, utterance, laughing, surroundings.alone && finding.to === words.length - 1)
          : laughing
            ? laughedOff(placed)
            : personal(placed, utterance),
      );
    }
  }
  return findings;
}

function clausesOf(
  { words, clauseStarts }: Utterance,
  keywordOf: (word: string) => string | undefined,
): readonly (readonly Term[])[] {
  const starts = [...new Set([...clauseStarts, ...places(words, 'but')])].sort((left, right) => left - right);
  return starts
    .map((start, index) => termsOf(words.slice(start, starts[index + 1] ?? words.length), start, keywordOf))
    .filter((terms) => terms.length > 0);
}

/** "But" begins a new thought with or without a comma: "I like you guys but please stop texting". */
function places(words: readonly string[], word: string): readonly number[] {
  return words.flatMap((candidate, at) => (candidate === word ? [at] : []));
}

function inUtterance(finding: ClauseFinding, terms: readonly Term[]): Finding {
  const { class: found, ruleId, confidence } = finding;
  const first = terms[Math.min(finding.from, terms.length - 1)];
  const last = terms[Math.min(finding.to, terms.length - 1)];
  return { class: found, ruleId: `en.${ruleId}`, confidence, from: first?.from ?? 0, to: last?.to ?? 0 };
}

/** "Stop" that names no object is a request to a business, unless the rest of the message is fun, love, or a story. */
function bareStop(
  finding: Finding,
  { words }: Utterance,
  laughing: boolean,
  isWholeRequest: boolean,
): Finding {
  const joking = laughing || isAffectionate(words);
  const rest = words.length - (finding.to - finding.from + 1);
  const speaksToUs =
    isWholeRequest ||
    rest <= 1 ||
    words.some((word) =>
      /^(?:i|im|ive|my|you|u|your|ur|this|not|no|wrong|me|we|dont|don|please|pls|these|those|texts|messages|texting)$/.test(
        word,
      ),
    );
  if (joking || !speaksToUs || words.length > LONGEST_WITH_BARE_STOP)
    return { ...finding, class: 'hold', ruleId: `${finding.ruleId}.unclear`, confidence: 'possible' };
  return finding;
}

const PERSONAL =
  /^(?:employers?|supervisor|boss|wife|husband|girlfriend|boyfriend|mum|mom|parents|dad|gf|bf)$/;

/** Whoever has a supervisor or a wife is a person, not a programme: a quarrel with one of our people is for people to settle. */
function personal(finding: Finding, { words }: Utterance): Finding {
  const addressesPerson = words.some(
    (word, at) => PERSONAL.test(word) && /^(?:your|ur)$/.test(words[at - 1] ?? ''),
  );
  return finding.class === 'opt_out' && addressesPerson
    ? { ...finding, class: 'hold', ruleId: `${finding.ruleId}.personal`, confidence: 'possible' }
    : finding;
}

function laughedOff(finding: Finding): Finding {
  const needsEarnest =
    finding.class === 'opt_out' && /cease\.(?:deictic|everything)$|idiom\./.test(finding.ruleId);
  return needsEarnest
    ? { ...finding, class: 'hold', ruleId: `${finding.ruleId}.laughing`, confidence: 'possible' }
    : finding;
}
