import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classify, type ClassifyContext } from './classify.js';
import { KEYWORDS } from './vocabulary.js';

type Case = { readonly text: string; readonly expected: string; readonly reason: string };

/** `\n` stands for a line feed, `\u{200b}` for a character one could not see in the file. */
function unescaped(text: string): string {
  return text
    .replaceAll('\\n', '\n')
    .replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

const CASES: readonly Case[] = readFileSync('src/rules/compliance/classify.cases.tsv', 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [text = '', expected = '', , reason = ''] = line.split('\t');
    return { text: unescaped(text), expected, reason };
  });

const classOf = (text: string, context?: ClassifyContext) => classify(text, context).class;
const anyCase = fc.constantFrom(...CASES.map(({ text }) => text));
/** Machines and telephones begin their texts as they always do; only people vary the beginning. */
const writtenByPeople = fc.constantFrom(
  ...CASES.filter(
    ({ text }) => !['none.machine', 'none.reaction', 'none.quotation'].includes(classify(text).ruleId),
  ).map(({ text }) => text),
);

describe('the case file', () => {
  for (const reason of new Set(CASES.map((row) => row.reason))) {
    it(`classifies: ${reason}`, () => {
      const rows = CASES.filter((row) => row.reason === reason);
      const got = rows.map(({ text }) => [text, classOf(text)]);
      expect(got).toEqual(rows.map(({ text, expected }) => [text, expected]));
    });
  }
});

describe('words that were missed elsewhere, or taken for a stop', () => {
  it.each(['STOP', 'Stop. Thank you', 'st0p', 'no mas', 'please stop texting me'])(
    'D13, I14: %j opts out',
    (text) => expect(classOf(text)).toBe('opt_out'),
  );

  it.each(['We must STOP this bill', 'we have to STOP this bill before it passes', 'Is this the last stop?'])(
    'D13, I14: %j does not',
    (text) => expect(classOf(text)).toBe('none'),
  );
});

describe('what must not matter', () => {
  const disguises: Readonly<Record<string, (text: string) => string>> = {
    'upper case': (text) => text.toUpperCase(),
    'lower case': (text) => text.toLowerCase(),
    'spaces around it': (text) => `  ${text} \u00a0`,
    'zero-width characters inside it': (text) => Array.from(text).join('\u200b'),
    'smart quotes': (text) => text.replaceAll("'", '’').replaceAll('"', '”'),
    'full-width letters': (text) =>
      text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    'decomposed accents': (text) => text.normalize('NFD'),
    'composed accents': (text) => text.normalize('NFC'),
  };
  for (const [name, disguise] of Object.entries(disguises)) {
    it(`${name} leaves the class of every case as it is`, () => {
      fc.assert(
        fc.property(anyCase, (text) => classOf(disguise(text)) === classOf(text)),
        { numRuns: 1_500 },
      );
    });
  }

  it('punctuation behind it leaves the class of every case as it is', () => {
    const marks = fc.string({ unit: fc.constantFrom('.', '!', '…', ' ', '\u00a0'), maxLength: 6 });
    fc.assert(
      fc.property(anyCase, marks, (text, after) => classOf(`${text}${after}`) === classOf(text)),
      { numRuns: 1_500 },
    );
  });

  it('punctuation in front of it leaves the class of what people write as it is', () => {
    const marks = fc.string({ unit: fc.constantFrom('.', '!', '*', '~', '…', ' '), maxLength: 6 });
    fc.assert(
      fc.property(writtenByPeople, marks, (text, before) => classOf(`${before}${text}`) === classOf(text)),
      { numRuns: 1_500 },
    );
  });

  it('several disguises at once leave the class of every case as it is', () => {
    const some = fc.subarray(Object.values(disguises), { minLength: 2 });
    fc.assert(
      fc.property(
        anyCase,
        some,
        (text, worn) =>
          classOf(worn.reduce((dressed, disguise) => disguise(dressed), text)) === classOf(text),
      ),
      { numRuns: 1_000 },
    );
  });

  it('punctuation at the edges of a keyword leaves it a keyword', () => {
    const keyword = fc.constantFrom(
      ...[...KEYWORDS].filter(([, { class: found }]) => found === 'opt_out').map(([word]) => word),
    );
    const marks = fc.string({
      unit: fc.constantFrom('.', '!', '?', ',', ';', '"', '(', ')', '*', '~', '…', ' '),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        keyword,
        marks,
        marks,
        (word, before, after) => classOf(`${before}${word}${after}`) === 'opt_out',
      ),
    );
  });
});

describe('any input at all', () => {
  const anyUtf16 = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units));

  it('is classified without throwing, and its span is part of its normalised text', () => {
    fc.assert(
      fc.property(fc.oneof(anyUtf16, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const { normalised, matchedSpan } = classify(text);
        expect(normalised).toContain(matchedSpan);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gets the same answer every time', () => {
    fc.assert(fc.property(anyCase, (text) => expect(classify(text)).toEqual(classify(text))));
  });

  it.each(['', ' ', '\ud800', '\udc00stop\ud800', '\u200b\u200d', '😀😀', '>'])('copes with %j', (text) => {
    expect(() => classify(text)).not.toThrow();
  });

  it.each([
    'stop ',
    "don't text ",
    'take me off ',
    '"',
    "'",
    '> ',
    '\n',
    '🛑',
    's t o p ',
    'reply ',
    'ha',
    '\u200b',
  ])('finishes on a hundred thousand characters of %j', (part) => {
    expect(typeof classOf(part.repeat(Math.ceil(100_000 / part.length)))).toBe('string');
  });
});

describe('precedence and context', () => {
  it.each([
    'stop '.repeat(9),
    'stop '.repeat(2_000),
    'stop stop it',
    'Stop, stop, STOP sending me these texts',
    'stop stop stop stop texting me',
  ])('hears a stop that is said again and again: %#', (text) => {
    expect(classify(text).class).toBe('opt_out');
  });

  it('hears nothing in other words that are said again and again', () => {
    for (const text of ['very very good', 'no no, see you at the bus stop', 'ha ha ha'])
      expect(classify(text).class).toBe('none');
  });

  it('puts opt-out before help and help before opt-in', () => {
    expect(classOf('help stop start please')).toBe('hold');
    expect(classOf('help stop')).toBe('opt_out');
    expect(classOf('start help')).toBe('help');
  });

  it('takes YES as an answer only to the question that is open', () => {
    expect(classOf('Yes!')).toBe('none');
    expect(classOf('Yes!', { pendingDoubleOptIn: true })).toBe('opt_in');
    expect(classOf('yes please', { pendingClarification: true })).toBe('opt_out');
    expect(classOf('sí', { pendingClarification: true, pendingDoubleOptIn: true })).toBe('opt_out');
  });

  it('takes NO after a clarification as leave to go on, under its own rule', () => {
    expect(classify('no', { pendingClarification: true })).toMatchObject({
      class: 'none',
      ruleId: 'context.clarified-no',
    });
    expect(classOf('no, stop', { pendingClarification: true })).toBe('opt_out');
  });

  it('keeps a bare CANCEL an opt-out in an appointment flow, and says that it was one', () => {
    const context = { appointmentFlow: true };
    expect(classify('Cancel', context)).toMatchObject({
      class: 'opt_out',
      ruleId: 'keyword.cancel-in-appointment-flow',
    });
    expect(classOf('cancel my appointment', context)).toBe('none');
  });

  it('lets a tenant add keywords', () => {
    expect(classOf('Nee bedankt!', { extraOptOutKeywords: ['nee bedankt'] })).toBe('opt_out');
    expect(classOf('HOURS?', { extraHelpKeywords: ['hours'] })).toBe('help');
    expect(classOf('Deals please', { extraOptInKeywords: ['DEALS'] })).toBe('opt_in');
  });

  it('never lets a tenant take STOP away', () => {
    expect(classOf('STOP', { extraOptInKeywords: ['stop'], extraHelpKeywords: ['stop'] })).toBe('opt_out');
  });
});

describe('scope', () => {
  it.each([
    ['STOP', 'all'],
    ['stop everything', 'all'],
    ['stop sending promos', 'all'],
    ['STOP MARKETING', { category: 'marketing' }],
    ['stop sending promos but keep my appointment reminders', { category: 'marketing' }],
    ['unsubscribe me from marketing but keep order updates', { category: 'marketing' }],
    ['only send order updates, no marketing', { category: 'marketing' }],
    ['stop, but I still love you all', 'all'],
  ])('%j ends %j', (text, scope) => {
    expect(classify(text).scope).toEqual(scope);
  });

  it('knows the categories a tenant sends, and no others', () => {
    const categories = [{ key: 'billing', name: 'Billing', keywords: ['billing', 'order updates'] }];
    const billing = { category: 'billing' };
    expect(classify('STOP billing', { categories })).toMatchObject({ class: 'opt_out', scope: billing });
    expect(classify('Stop order updates please', { categories }).scope).toEqual(billing);
    expect(classify('START BILLING', { categories })).toMatchObject({ class: 'opt_in', scope: billing });
    expect(classify('STOP', { categories }).scope).toBe('all');
    expect(classify('START', { categories }).scope).toBe('all');
  });

  it('takes a stop of a kind of messages that the tenant has no category for as a stop of everything', () => {
    for (const text of ['STOP MARKETING', 'parar marketing', 'STOP NOTIFICATION']) {
      expect(classify(text, { categories: [] })).toMatchObject({ class: 'opt_out', scope: 'all' });
    }
    expect(classOf('START MARKETING', { categories: [] })).toBe('none');
  });

  it('does not take the end of an order for the end of its messages', () => {
    const categories = [{ key: 'orders', name: 'Order', keywords: ['order'] }];
    expect(classOf('cancel order', { categories })).toBe('none');
    expect(classOf('STOP ORDER', { categories })).toBe('opt_out');
  });
});

describe('the explanation', () => {
  it('names the rule, the words that fired it and what it read', () => {
    expect(classify('Hi! Can you PLEASE stop texting me?')).toMatchObject({
      class: 'opt_out',
      ruleId: 'en.cease.contact',
      matchedSpan: 'stop texting me',
      normalised: 'hi can you please stop texting me',
      confidence: 'likely',
    });
  });

  it('says why a text is not the sender speaking', () => {
    expect(classify('Liked “Reply STOP to opt out”').ruleId).toBe('none.reaction');
    expect(classify('This number does not accept SMS messages').ruleId).toBe('none.machine');
  });
});
