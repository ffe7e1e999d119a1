import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_TENANT_WORDS } from '../rules/compliance/classification.js';
import { checkAnswer } from './answer-check.js';
import { MAX_ANSWER_LENGTH } from './prompt.js';

const BOUNDS = {
  topics: ['Opening hours', 'delivery'],
  instructions:
    'We are open 9 to 17, Monday to Friday. Orders: https://shop.acme.example/orders or +220 300 1234.',
  vocabulary: NO_TENANT_WORDS,
};

const saying = (answer: string, topic = 'opening hours') =>
  checkAnswer(JSON.stringify({ topic, answer }), BOUNDS);

describe('an answer of the model', () => {
  it.each([
    'We are open from 9 to 17.',
    'Wir haben von 9 bis 17 Uhr geöffnet, Montag bis Freitag.',
    'Order at https://shop.acme.example/orders, or call +220 300 1234.',
    'You can reach us on +2203001234 👨‍👩‍👧.',
    'نحن مفتوحون من ٩ إلى ١٧.',
    'We close at 17.00, e.g. on Fridays.',
    'Please stop by any time before 17.',
  ])('is used when it keeps every bound: %j', (text) => {
    expect(saying(text)).toEqual({ ok: true, topic: 'Opening hours', text });
  });

  it('is found in a fence, and within a sentence', () => {
    const json = '{"topic": "DELIVERY", "answer": "Two days."}';
    const expected = { ok: true, topic: 'delivery', text: 'Two days.' };
    expect(checkAnswer('```json\n' + json + '\n```', BOUNDS)).toEqual(expected);
    expect(checkAnswer(`Sure! Here it is: ${json} Anything else?`, BOUNDS)).toEqual(expected);
  });

  it.each([
    ['no JSON', 'We are open from 9 to 17.'],
    ['half of it', '{"topic": "delivery", "answer": "Two'],
    ['a list', '["delivery"]'],
    ['nothing', ''],
    ['numbers', '{"topic": 1, "answer": 2}'],
    ['no topic', '{"answer": "We are open."}'],
  ])('is refused when it is %s', (_what, content) => {
    expect(checkAnswer(content, BOUNDS)).toMatchObject({ ok: false, why: expect.stringContaining('form') });
  });

  it.each(['none', 'politics', '', 'opening', 'opening hours; delivery', '__proto__'])(
    'is refused when its topic is %j',
    (topic) => {
      expect(saying('We are open.', topic)).toMatchObject({ ok: false });
    },
  );

  it.each([
    ['empty', '', '   '],
    ['longer', 'x'.repeat(MAX_ANSWER_LENGTH + 1)],
    ['markup', 'Open <b>now</b>', '<script>alert(1)</script>', '[here](shop)', '```sh\nls\n```'],
    ['cannot be seen', 'Open\u202e now', 'Open\u0000', 'Open\u2066 now'],
    [
      'link',
      'See https://evil.example/x',
      'See evil.example',
      'See shop.acme.example.evil.example',
      'See http://203.0.113.7/',
      'See 203.0.113.7',
      'See evil。example',
      'See ｅｖｉｌ．example',
      'See xn--evl-fpa.example',
      'Write to thief@evil.example',
      'javascript:alert(1)',
      'tel:+15550001111',
      'ftp://shop.acme.example',
      'https://localhost/',
    ],
    ['number', 'Call +1 900 555 0100', 'Call 9005550100', 'Call (900) 555-0100'],
    [
      'consent',
      'STOP',
      'stop',
      'Reply STOP to end.',
      'You have been unsubscribed.',
      'I will opt you out now.',
      'Done, you are off our mailing list.',
      'We are open. Stop texting me.',
      'Sie wurden abgemeldet.',
      'Vous êtes désabonné.',
      'START',
    ],
    ['person', 'I am a real person, and we are open.', 'I’m not a bot.', 'You are talking to a human.'],
  ])('is refused when it holds what it may not: %s', (why, ...texts) => {
    for (const text of texts) {
      expect([text, saying(text)]).toEqual([
        text,
        expect.objectContaining({ ok: false, why: expect.stringContaining(why) }),
      ]);
    }
  });

  it('is refused by the tenant’s own words of consent', () => {
    const bounds = { ...BOUNDS, vocabulary: { categories: [], extraOptOutKeywords: ['papaya'] } };
    const content = JSON.stringify({ topic: 'delivery', answer: 'Papaya' });
    expect(checkAnswer(content, BOUNDS)).toMatchObject({ ok: true });
    expect(checkAnswer(content, bounds)).toMatchObject({ ok: false });
  });

  it('never throws, and never lets anything through that breaks a bound', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record({
          topic: fc.constantFrom('delivery', 'none', 'x'),
          answer: fc.string({ unit: 'grapheme', maxLength: 2_000 }),
        })
        .map((answer) => JSON.stringify(answer)),
    );
    fc.assert(
      fc.property(hostile, (content) => {
        const checked = checkAnswer(content, BOUNDS);
        if (!checked.ok) return;
        expect(BOUNDS.topics).toContain(checked.topic);
        expect(checked.text.length).toBeLessThanOrEqual(MAX_ANSWER_LENGTH);
        expect(checked.text.trim()).not.toBe('');
      }),
    );
  });
});
