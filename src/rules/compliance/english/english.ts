import type { Finding } from '../classification.js';
import type { Utterance } from '../utterance.js';
import { ceaseRule } from './cease.js';
import {
  anotherWay,
  bareRefusal,
  bareRemoval,
  doNotContactList,
  mentionsContact,
  mentionsStranger,
  needless,
} from './dissociation.js';
import { senderQuestion } from './help.js';
import { CONTACT_GERUNDS, CONTACT_VERBS } from './lexicon.js';
import { keepAway, madeToStop, threat, unheard } from './idioms.js';
import { removalOfOthers } from './other-party.js';
import { removal } from './removal.js';
import { negatedContact, noMoreMessages, unwanted } from './refusal.js';
import { consentWithdrawn, fedUp, unwelcome, wantedEnd } from './withdrawal.js';
import type { ClauseFinding, ClauseRule, Surroundings } from './rule.js';
import { termsOf, type Term } from './terms.js';
import { isAffectionate, unclear } from './unclear.js';
import { switchedOff, unsubscribing } from './unsubscribing.js';
import { mentionsDeath, mentionsKinship, wrongParty } from './wrong-party.js';

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
  needless,
  doNotContactList,
  removal,
  removalOfOthers,
  bareRemoval,
  bareRefusal,
  unsubscribing,
  consentWithdrawn,
  fedUp,
  unwelcome,
  wantedEnd,
  wrongParty,
  keepAway,
  madeToStop,
  unheard,
  threat,
  switchedOff,
  unclear,
  anotherWay,
  senderQuestion,
];

/** Longer messages are read clause by clause all the same; a bare "stop" in the middle of a story is not. */
const LONGEST_WITH_BARE_STOP = 30;

/** How far back a clause is still about what another one said. */
const MOST_CLAUSES_REMEMBERED = 8;

/** Looks back only when a rule asks: most clauses ask for nothing. */
class Earlier implements Surroundings {
  constructor(
    private readonly spoken: readonly (readonly string[])[],
    private readonly index: number,
  ) {}

  get alone(): boolean {
    return this.spoken.length === 1;
  }

  get numberMentioned(): boolean {
    return this.some((words) => words.some((word) => NAMES_NUMBER.test(word)));
  }

  get contactMentioned(): boolean {
    return this.some(mentionsContact);
  }

  get strangerMentioned(): boolean {
    return this.some(mentionsStranger);
  }

  get deathMentioned(): boolean {
    return this.some(mentionsDeath) || mentionsDeath(this.spoken[this.index] ?? []);
  }

  private some(mentions: (words: readonly string[]) => boolean): boolean {
    return this.spoken.slice(Math.max(0, this.index - MOST_CLAUSES_REMEMBERED), this.index).some(mentions);
  }
}

const NAMES_NUMBER = /^(?:number|list|phone|landline|line|cell|fax)$/;

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
  const spoken = clauses.map((terms) => terms.map((term) => term.word));
  for (const [index, terms] of clauses.entries()) {
    if (findings.at(-1)?.class === 'opt_out') break; // The first opt-out decides.
    const words = spoken[index] ?? [];
    const surroundings = new Earlier(spoken, index);
    const inClause = RULES.map((rule) => rule(words, surroundings)).filter(
      (finding) => finding !== undefined,
    );
    const mistaken = inClause.find(
      (finding) => finding.ruleId === 'unclear.mistake' || finding.ruleId === 'unclear.resubscribe',
    );
    for (const finding of mistaken === undefined ? inClause : [mistaken]) {
      if (finding.ruleId === 'wrong-party.person' && clauses.slice(index, index + 3).some(speaksAsKin))
        continue;
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
  return isTakenBack(clauses) ? findings.map(retracted) : findings;
}

/** "I'm not Sarah, I'm her mom": not a wrong number. */
function speaksAsKin(terms: readonly Term[]): boolean {
  return mentionsKinship(terms.map((term) => term.word));
}

/** "How do I unsubscribe? Never mind, found it." */
function isTakenBack(clauses: readonly (readonly Term[])[]): boolean {
  return clauses.slice(1).some(([first, second]) => {
    const opening = `${first?.word ?? ''} ${second?.word ?? ''}`;
    return /^(?:nevermind|nvm|disregard|never mind|just kidding)\b/.test(opening);
  });
}

function retracted(finding: Finding): Finding {
  return finding.class === 'opt_out'
    ? { ...finding, class: 'hold', ruleId: `${finding.ruleId}.retracted`, confidence: 'possible' }
    : finding;
}

function clausesOf(
  { words, clauseStarts }: Utterance,
  keywordOf: (word: string) => string | undefined,
): readonly (readonly Term[])[] {
  const starts = [...new Set([...clauseStarts, ...places(words, 'but')])].sort((left, right) => left - right);
  return starts
    .map((start, index) => termsOf(words.slice(start, starts[index + 1] ?? words.length), start, keywordOf))
    .filter((terms) => terms.length > 0)
    .reduce<(readonly Term[])[]>((clauses, terms) => {
      const last = clauses.at(-1);
      if (last !== undefined && enumerates(last, terms)) clauses.splice(-1, 1, [...last, ...terms]);
      else clauses.push(terms);
      return clauses;
    }, []);
}

/** "Do not call, text or email me": the comma stands for "or". */
function enumerates(first: readonly Term[], second: readonly Term[]): boolean {
  const isContact = (term: Term | undefined) =>
    CONTACT_VERBS.has(term?.word ?? '') || CONTACT_GERUNDS.has(term?.word ?? '');
  return (
    first.length <= 4 &&
    isContact(first.at(-1)) &&
    isContact(second[0]) &&
    second.slice(1, 4).some(({ word }) => word === 'or' || word === 'and')
  );
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
      /^(?:i|im|ive|my|you|u|your|ur|this|not|no|wrong|me|we|dont|don|please|pls|these|those|texts|messages|texting|tcpa|fcc|illegal|violation|spam|consent|lawyer)$/.test(
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
  if (finding.class !== 'opt_out') return finding;
  const addressesPerson = words.some(
    (word, at) => PERSONAL.test(word) && /^(?:your|ur)$/.test(words[at - 1] ?? ''),
  );
  return addressesPerson
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
