import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { DomainEvent } from '#dist/events/domain-events.js';
import { decide } from '#dist/rules/decide.js';
import { parseRuleDefinition } from '#dist/rules/definition/parse-rule-definition.js';
import type { Facts } from '#dist/rules/facts.js';
import { matchRules } from '#dist/rules/match-rules.js';
import { compileRules, type CompiledRuleSet, type StoredRule } from '#dist/rules/rule-set.js';
import { median } from './report.js';

const SIZES = [10, 100, 1_000, 10_000] as const;
const NOW = new Date('2026-04-10T12:00:00Z');

/** What the rules ask for: a whole word, a part of the text, or a pattern. */
const KINDS = {
  keyword: (index: number) => ({ fact: 'message.text', op: 'word', value: keyword(index) }),
  contains: (index: number) => ({ fact: 'message.text', op: 'contains', value: keyword(index) }),
  pattern: (index: number) => ({
    fact: 'message.text',
    op: 'matches',
    value: `(ask|order).*\\b${keyword(index)}\\b`,
  }),
} as const;

type Kind = keyof typeof KINDS;
type Subject = {
  readonly kind: Kind;
  readonly size: number;
  readonly rules: CompiledRuleSet;
  readonly compileMs: number;
};
type Row = Omit<Subject, 'rules'> & {
  readonly decideUs: number;
  readonly matchUs: number;
  readonly decideRatio: number;
  readonly matchRatio: number;
};

/**
 * Measures what deciding costs as rules grow in number: the same messages, of which a third is answered by one of the first ten rules,
 * which all sizes have. Each round takes the sizes in turn, so that a busy moment of the machine falls on all of them.
 * `decide` is a whole decision, opt-out detection and rendering included; `match` is the rules alone.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '15' } } });
  const rounds = Math.max(1, Number(values.rounds) || 1);
  const rows = (['keyword', 'contains', 'pattern'] as const).flatMap((kind) => measure(kind, rounds));
  printRows(rows);
  console.log(JSON.stringify({ bench: 'rules', rounds, rows }));
}

function measure(kind: Kind, rounds: number): Row[] {
  const subjects = SIZES.map((size) => subjectOf(kind, size));
  const events = messages();
  const decideTimes = timesOf(subjects, rounds, (rules) => {
    for (const event of events) decide(event, FACTS, rules, NOW);
  });
  const matchTimes = timesOf(subjects, rounds, (rules) => {
    for (const event of events) matchRules(rules, { event, facts: FACTS, now: NOW });
  });
  const [smallest] = subjects;
  if (smallest === undefined) return [];
  const base = { decideUs: decideTimes.get(smallest) ?? 1, matchUs: matchTimes.get(smallest) ?? 1 };
  return subjects.map((subject) => {
    const decideUs = decideTimes.get(subject) ?? Number.NaN;
    const matchUs = matchTimes.get(subject) ?? Number.NaN;
    return {
      kind,
      size: subject.size,
      compileMs: subject.compileMs,
      decideUs,
      matchUs,
      decideRatio: decideUs / base.decideUs,
      matchRatio: matchUs / base.matchUs,
    };
  });
}

/** The median over all rounds, in microseconds per message; the first round warms up and does not count. */
function timesOf(
  subjects: readonly Subject[],
  rounds: number,
  work: (rules: CompiledRuleSet) => void,
): ReadonlyMap<Subject, number> {
  const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  const count = messages().length;
  for (let round = 0; round <= rounds; round += 1) {
    for (const subject of subjects) {
      const begun = performance.now();
      work(subject.rules);
      const us = ((performance.now() - begun) * 1_000) / count;
      if (round > 0) times.get(subject)?.push(us);
    }
  }
  return new Map([...times].map(([subject, all]) => [subject, median(all)]));
}

function subjectOf(kind: Kind, size: number): Subject {
  const stored = Array.from({ length: size }, (_, index) => storedRule(kind, index));
  const begun = performance.now();
  const rules = compileRules(stored);
  return { kind, size, rules, compileMs: performance.now() - begun };
}

function storedRule(kind: Kind, index: number): StoredRule {
  const reading = parseRuleDefinition({
    name: `Rule ${index}`,
    trigger: { event: 'message.received' },
    when: KINDS[kind](index),
    then: [{ reply: { text: `Thank you for asking about ${keyword(index)}.` } }],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return {
    id: `rule-${index}`,
    revisionId: `revision-${index}`,
    number: 1,
    position: index,
    definition: reading.definition,
  };
}

/** Words of two syllables and a number, so that rules share most of their letters, as real keywords do. */
function keyword(index: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];
  const digits = Array.from(String(index).padStart(2, '0'), Number);
  return `${digits.map((digit) => syllables[digit] ?? '').join('')}${index}`;
}

function messages(): DomainEvent[] {
  const ordinary = [
    'what are your opening hours on saturday?',
    'hi, I would like to ask whether my order has been sent already, thank you',
    'ok',
    'Can you send me the price list again please? The last one did not open on my phone.',
    'running ten minutes late',
    'Is there parking near the shop?',
  ];
  return Array.from({ length: 300 }, (_, index) =>
    message(
      index % 3 === 0
        ? `hello, I ask for ${keyword((index / 3) % 10)} please`
        : (ordinary[index % ordinary.length] ?? ''),
    ),
  );
}

function message(text: string): DomainEvent {
  return {
    id: 'event',
    name: 'message.received',
    lane: 'lane',
    occurredAt: NOW,
    connectionId: 'connection',
    payload: {
      channel: 'sms',
      from: '+2207654321',
      to: '+2203001234',
      text,
      attachments: [],
      isAutomatic: false,
    },
  };
}

const FACTS: Facts = {
  brand: { name: 'Acme' },
  contact: { id: 'contact', tags: [], attributes: {}, consent: 'subscribed' },
  conversation: { id: 'conversation', channel: 'sms', theirAddress: '+2207654321' },
  providerConfirmsOptOut: false,
  answersHelpAlways: false,
};

function printRows(rows: readonly Row[]): void {
  const line = (cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(12) : cell.padStart(14))).join(''));
  console.log('\nRules: microseconds per message, and how many times those of 10 rules\n');
  line(['', 'rules', 'decide µs', 'times', 'match µs', 'times', 'compile ms']);
  for (const row of rows) {
    line([
      row.kind,
      String(row.size),
      row.decideUs.toFixed(1),
      row.decideRatio.toFixed(2),
      row.matchUs.toFixed(1),
      row.matchRatio.toFixed(2),
      row.compileMs.toFixed(0),
    ]);
  }
  console.log('');
}
