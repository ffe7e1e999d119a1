import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { classify, type Classification, type OptOutClass } from '#dist/rules/compliance/classify.js';

type Case = {
  readonly text: string;
  readonly expected: OptOutClass;
  readonly language: string;
  readonly reason: string;
};
type Tally = {
  readonly expected: OptOutClass;
  readonly rows: number;
  readonly right: number;
  readonly safe: number;
};
type Hit = { readonly text: string; readonly got: Classification };

const CLASSES: readonly OptOutClass[] = ['opt_out', 'hold', 'help', 'opt_in', 'none'];
const LABELS: ReadonlyMap<string, OptOutClass> = new Map([
  ...CLASSES.map((name) => [name, name] as const),
  ['ambiguous-ask', 'hold'],
]);

/** Never trims: leading and trailing spaces of a row belong to its text. */
function rowsOf(content: string): readonly (readonly string[])[] {
  return content
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** `\n` stands for a line feed, `\u{200b}` for a character one could not see in the file. */
function unescaped(text: string): string {
  return text
    .replaceAll('\\n', '\n')
    .replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

function casesOf(content: string): readonly Case[] {
  return rowsOf(content)
    .slice(1)
    .map(([text = '', label = '', language = '', reason = '']) => {
      const expected = LABELS.get(label);
      if (expected === undefined) throw new Error(`unknown label "${label}" in the case file`);
      return { text: unescaped(text), expected, language, reason };
    });
}

/** Rows `ham<TAB>text`; rows with any other label are left out. */
function hamOf(content: string): readonly string[] {
  return rowsOf(content).flatMap(([label, text]) => (label === 'ham' && text !== undefined ? [text] : []));
}

/** An opt-out that is held is safe: nothing automated leaves until it is settled. */
function tallies(cases: readonly Case[], results: readonly Classification[]): readonly Tally[] {
  return CLASSES.map((expected) => {
    const got = results.filter((_, at) => cases[at]?.expected === expected).map((result) => result.class);
    const safe = got.filter(
      (found) => found === expected || (expected === 'opt_out' && found === 'hold'),
    ).length;
    return { expected, rows: got.length, right: got.filter((found) => found === expected).length, safe };
  });
}

/** Median time of one `classify` call over all texts, after a warm-up pass, in microseconds. */
function medianMicroseconds(texts: readonly string[]): number {
  for (const text of texts) classify(text);
  const times = texts.map((text) => {
    const startedAt = performance.now();
    classify(text);
    return (performance.now() - startedAt) * 1000;
  });
  times.sort((left, right) => left - right);
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** Texts that make a careless reader look back and forth; each is repeated until it is long enough. */
const HOSTILE: readonly string[] = [
  'stop ',
  "don't text ",
  'take me off ',
  'remove. ',
  's t o p ',
  '"',
  '> ',
  '\n\n',
  '别',
  '1 ',
  'reply stop to ',
  'aaaaaaaaaa',
];
const HOSTILE_LENGTH = 4_000;
const LONGER = 10;
const GROWTH_ROUNDS = 4;

/** Best of some rounds, in microseconds of this process alone: what else the machine does must not count. */
function bestTimeUs(text: string): number {
  const times = Array.from({ length: GROWTH_ROUNDS }, () => {
    const startedAt = process.cpuUsage();
    classify(text);
    const { user, system } = process.cpuUsage(startedAt);
    return user + system;
  });
  return Math.max(1, Math.min(...times));
}

/** How much longer ten times the text takes; about ten means linear. */
function growths(): readonly { readonly shape: string; readonly ratio: number }[] {
  return HOSTILE.map((shape) => {
    const short = shape.repeat(Math.ceil(HOSTILE_LENGTH / shape.length));
    return { shape, ratio: bestTimeUs(short.repeat(LONGER)) / bestTimeUs(short) };
  });
}

function describe({ text, got }: Hit): string {
  return `${got.class.padEnd(8)} ${got.ruleId.padEnd(34)} [${got.matchedSpan}]  ${JSON.stringify(text)}`;
}

/**
 * Measures the opt-out detector: `--cases <labelled.tsv>` for recall, `--ham <messages.tsv>` for false alarms.
 * Prints a table, every wrong row and every hit, how the time grows with hostile texts, and at the end the same as one JSON line.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { cases: { type: 'string' }, ham: { type: 'string' } } });
  if (values.cases === undefined && values.ham === undefined)
    throw new Error('give --cases <file.tsv>, --ham <file.tsv>, or both');

  const cases = values.cases === undefined ? [] : casesOf(await readFile(values.cases, 'utf8'));
  const results = cases.map(({ text }) => classify(text));
  const byClass = tallies(cases, results);
  const wrong = cases.flatMap((row, at) => {
    const got = results[at];
    return got === undefined || got.class === row.expected ? [] : [{ ...row, got }];
  });

  const ham = values.ham === undefined ? [] : hamOf(await readFile(values.ham, 'utf8'));
  const hits = ham
    .map((text): Hit => ({ text, got: classify(text) }))
    .filter(({ got }) => got.class === 'opt_out' || got.class === 'hold');
  const perThousand = (wanted: OptOutClass) =>
    ham.length === 0 ? 0 : (1000 * hits.filter(({ got }) => got.class === wanted).length) / ham.length;
  const growth = growths();
  const medianUs = medianMicroseconds([...cases.map(({ text }) => text), ...ham]);

  const lines = [
    ...byClass.map(
      ({ expected, rows, right, safe }) =>
        `${expected.padEnd(8)} ${right}/${rows} right, ${safe}/${rows} safe`,
    ),
    `wrong rows: ${wrong.length}`,
    ...wrong.map((row) => `  wanted ${row.expected.padEnd(8)} got ${describe(row)}`),
    `ham rows: ${ham.length}; per 1,000: ${perThousand('opt_out').toFixed(2)} opt_out, ${perThousand('hold').toFixed(2)} hold`,
    ...hits.map((hit) => `  ${describe(hit)}`),
    `median ${medianUs.toFixed(1)} µs per message`,
    `time for ${LONGER} times the hostile text, as a multiple (${LONGER} is linear):`,
    ...growth.map(({ shape, ratio }) => `  ${ratio.toFixed(1).padStart(5)}  ${JSON.stringify(shape)}`),
    JSON.stringify({
      bench: 'optout',
      byClass,
      wrong: wrong.length,
      ham: ham.length,
      hamOptOutsPer1000: perThousand('opt_out'),
      hamHoldsPer1000: perThousand('hold'),
      medianUs,
      worstGrowth: Math.max(...growth.map(({ ratio }) => ratio)),
    }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
