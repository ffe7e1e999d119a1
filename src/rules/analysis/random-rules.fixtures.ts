import fc from 'fast-check';
import { CHANNELS } from '../../messaging/channel.js';
import { aMessage, aRule } from '../decide.fixtures.js';
import type { Condition } from '../definition/rule-definition.js';
import type { StoredRule } from '../rule-set.js';

const WORDS = [
  'open',
  'hours',
  'opening hours',
  'Open!',
  'ope',
  'are you open',
  'price',
  'é',
  '营业',
  'yes?',
];

const texts = fc.constantFrom(...WORDS);

const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constant('message.text'),
    op: fc.constantFrom('equals', 'word', 'firstWord', 'contains', 'startsWith', 'endsWith', 'fuzzy'),
    value: fc.oneof(texts, fc.array(texts, { minLength: 1, maxLength: 3 })),
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('message.text'),
    op: fc.constant('matches'),
    value: fc.constantFrom('^open', 'h(ou|eu)rs', '\\bprice\\b', 'open.*hours', '.*', '^x*', 'q*$', '\\Ba*'),
  }),
  fc.record({
    fact: fc.constant('message.length'),
    op: fc.constantFrom('gt', 'lt'),
    value: fc.integer({ min: 2, max: 12 }),
  }),
  fc.record({
    fact: fc.constant('message.channel'),
    op: fc.constantFrom('equals', 'in'),
    value: fc.subarray([...CHANNELS, 'Fax'], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant('time.hour'),
    op: fc.constantFrom('gt', 'lt'),
    value: fc.constantFrom(-1, 0, 5, 12, 23, 24),
    timeZone: fc.constant('Africa/Banjul'),
  }),
  fc.record({
    fact: fc.constant('contact.tags'),
    op: fc.constantFrom('equals', 'in'),
    value: fc.array(fc.constantFrom('vip', 'Vip', 'new'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    fact: fc.constant('contact.attributes.city'),
    op: fc.constantFrom('equals', 'contains'),
    value: fc.constantFrom('Banjul', 'ban'),
  }),
  fc.record({
    fact: fc.constantFrom(
      'contact.attributes.city',
      'message.subject',
      'message.text',
      'message.channel',
      'message.length',
    ),
    op: fc.constant('exists'),
    value: fc.boolean(),
  }),
) as fc.Arbitrary<Condition>;

/** Conditions of words that have to do with one another, so that some follow from others. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; leaf: Condition }>(
  (tie) => ({
    leaf: leaves,
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }),
).condition;

export const messages = fc
  .record({
    text: fc
      .array(
        fc.oneof({ weight: 3, arbitrary: texts }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }),
        {
          maxLength: 4,
        },
      )
      .map((parts) => parts.join(' ')),
    channel: fc.constantFrom(...CHANNELS),
  })
  .map(({ text, channel }) => aMessage(text, { channel }));

/** Rules in an order, some of them shadows, off, or letting others have their turn. */
export const randomRules: fc.Arbitrary<readonly StoredRule[]> = fc
  .array(
    fc.record({
      when: conditions,
      mode: fc.constantFrom('live', 'live', 'shadow'),
      continue: fc.boolean(),
      enabled: fc.constantFrom(true, true, true, false),
      channels: fc.option(fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1 }), { nil: undefined }),
      limits: fc.constantFrom({}, {}, { cooldown: 'PT10M' }, { once: true }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ channels, ...rule }, index) => ({
      id: `rule-${index}`,
      revisionId: `revision-${index}`,
      number: 1,
      position: index + 1,
      definition: aRule({
        ...rule,
        name: `Rule ${index}`,
        trigger: { event: 'message.received', ...(channels !== undefined && { channels }) },
        then: [{ reply: { text: `Reply ${index}` } }],
      }),
    })),
  );
