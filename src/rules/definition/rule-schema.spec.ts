import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { asArray, asObject } from '../../messaging/untrusted.js';
import { describeFacts } from '../conditions/fact-catalogue.js';
import { parseRuleDefinition } from './parse-rule-definition.js';
import { OPERATORS } from './rule-definition.js';
import { ruleSchema } from './rule-schema.js';

const SCHEMA = ruleSchema();

/** Which keyword of the schema refuses the value; undefined when none does. Knows the keywords that our schema uses and no others. */
function refusal(value: unknown, json: unknown): string | undefined {
  const schema = asObject(json) ?? {};
  return Object.entries(schema).find(([keyword, wanted]) => !passes(keyword, wanted, value, schema))?.[0];
}

function passes(keyword: string, wanted: unknown, value: unknown, schema: object): boolean {
  const object = asObject(value);
  const list = asArray(value);
  const branches = () => (asArray(wanted) ?? []).filter((each) => refusal(value, each) === undefined).length;
  switch (keyword) {
    case '$ref': {
      const name = String(wanted).replace('#/$defs/', '');
      return refusal(value, asObject(SCHEMA['$defs'])?.[name]) === undefined;
    }
    case 'anyOf':
      return branches() > 0;
    case 'oneOf':
      return branches() === 1;
    case 'const':
      return value === wanted;
    case 'enum':
      return asArray(wanted)?.includes(value) === true;
    case 'type':
      return [wanted].flat().some((type) => isOfType(value, String(type)));
    case 'minLength':
      return typeof value !== 'string' || Array.from(value).length >= Number(wanted);
    case 'maxLength':
      return typeof value !== 'string' || Array.from(value).length <= Number(wanted);
    case 'pattern':
      return typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value);
    case 'minimum':
      return typeof value !== 'number' || value >= Number(wanted);
    case 'maximum':
      return typeof value !== 'number' || value <= Number(wanted);
    case 'items':
      return list === undefined || list.every((each) => refusal(each, wanted) === undefined);
    case 'minItems':
      return list === undefined || list.length >= Number(wanted);
    case 'maxItems':
      return list === undefined || list.length <= Number(wanted);
    case 'minProperties':
      return object === undefined || Object.keys(object).length >= Number(wanted);
    case 'maxProperties':
      return object === undefined || Object.keys(object).length <= Number(wanted);
    case 'required':
      return object === undefined || (asArray(wanted) ?? []).every((key) => String(key) in object);
    case 'propertyNames':
      return object === undefined || Object.keys(object).every((key) => refusal(key, wanted) === undefined);
    case 'properties':
      return Object.entries(asObject(wanted) ?? {}).every(
        ([key, each]) => object === undefined || !(key in object) || refusal(object[key], each) === undefined,
      );
    case 'additionalProperties': {
      const known = 'properties' in schema ? Object.keys(asObject(schema.properties) ?? {}) : [];
      const others = Object.entries(object ?? {}).filter(([key]) => !known.includes(key));
      return wanted === false
        ? others.length === 0
        : others.every(([, each]) => refusal(each, wanted) === undefined);
    }
    case '$schema':
    case '$defs':
    case 'title':
    case 'description':
    case 'default':
      return true;
    default:
      throw new Error(`The check does not know "${keyword}".`);
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return asObject(value) !== undefined;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

const field = (...values: unknown[]) =>
  fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 30, arbitrary: fc.constantFrom(...values) });

const FACTS = describeFacts().map(({ name }) => name.replace('<name>', 'city'));

const leaf = fc.oneof(
  ...describeFacts().map((fact) =>
    fc
      .record(
        {
          fact: fc.constant(fact.name.replace('<name>', 'Größe_1')),
          op: fc.constantFrom(...OPERATORS),
          value: field('a', ['a', 'B c'], 1, [1, 2], true, false, 'a.*b'),
          caseSensitive: fc.boolean(),
        },
        { requiredKeys: ['fact', 'op'] },
      )
      .map((question) => (fact.needsTimeZone ? { ...question, timeZone: 'Africa/Banjul' } : question)),
  ),
  fc.record({ fact: field(...FACTS), op: field(...OPERATORS), value: field('a', 1) }),
);

const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const action = fc.oneof(
  fc
    .record(
      {
        source: fc.constantFrom<object>(
          { text: 'Hi {{ contact.name | default: "you" }}' },
          { variants: ['a'] },
          { use: 'Greeting' },
          {},
        ),
        languages: field({ fr: 'Bonjour', 'pt-BR': 'Olá' }, { FR: 'x' }),
        fallback: field('Hello'),
        media: field([{ url: 'https://acme.example/a.jpg', mimeType: 'image/jpeg' }]),
        template: field({ name: 'a', language: 'en_US', parameters: { body_1: 'x' } }),
      },
      { requiredKeys: ['source'] },
    )
    .map(({ source, ...reply }) => ({ reply: { ...source, ...reply } })),
  fc.constantFrom(
    { reply: { text: 'hello' } },
    { send: { channel: 'email', text: 'hello' } },
    { send: { channel: 'sms', connection: 'integify/default', text: 'hello' } },
    { tag: 'x' },
    { tag: ' ' },
    { untag: 'x' },
    { attribute: { name: 'city', value: 'Banjul' } },
    { attribute: { name: 'city', value: null } },
    { attribute: { name: 'orders', value: 3 } },
    { pause: { for: 'PT30M' } },
    { handOver: { reason: 'angry', for: 'P1D' } },
    { startFlow: 'Booking' },
    { webhook: { url: 'https://acme.example/hook', include: ['message'] } },
    { webhook: { url: 'https://acme.example/hook' } },
  ),
);

const trigger = fc.constantFrom<unknown>(...DOMAIN_EVENT_NAMES.map((event) => ({ event })));

const draft = fc.record(
  {
    name: field('A'),
    enabled: field(true),
    mode: field('live', 'shadow'),
    trigger: field({ event: 'message.received' }, { event: 'message.received', channels: ['whatsapp'] }),
    then: fc.array(action, { minLength: 1, maxLength: 2 }),
    limits: field(
      {},
      { cooldown: 'P1D', cooldownScope: 'contact' },
      { atMost: { count: 2, per: 'P1D' }, once: true, debounce: 'PT3S' },
      { once: false, debounce: 'PT0S' },
    ),
    continue: field(false),
    category: field('offers'),
    group: field('Shop'),
    tests: field([], [{ text: 'hi', expect: 'reply', channel: 'whatsapp' }]),
  },
  { requiredKeys: [] },
);

const rule = (differences: object) => ({
  name: 'A',
  trigger: { event: 'message.received' },
  when: { all: [] },
  then: [{ tag: 'x' }],
  ...differences,
});

const asking = (differences: object) =>
  rule({ when: { fact: 'message.text', op: 'word', value: 'x', ...differences } });

describe('the JSON Schema of a rule', () => {
  it.each<[string, fc.Arbitrary<unknown>]>([
    ['a condition', fc.record({ when: condition, trigger }).map(rule)],
    ['a rule', draft.map(rule)],
  ])('accepts %s whenever the parser does, as it was written and as it is kept', (_what, drafts) => {
    let accepted = 0;
    fc.assert(
      fc.property(drafts, (json) => {
        const reading = parseRuleDefinition(json);
        if (!reading.ok) return;
        accepted += 1;
        expect(refusal(json, SCHEMA)).toBeUndefined();
        expect(refusal(reading.definition, SCHEMA)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it.each<[string, unknown]>([
    ['an unknown field', rule({ naem: 'x' })],
    ['an unknown event', rule({ trigger: { event: 'message.recieved' } })],
    ['an unknown fact', asking({ fact: 'message.txt' })],
    ['an unknown operator', asking({ op: 'includes' })],
    ['an operator of another type', asking({ op: 'gt', value: 3 })],
    ['a number for a text', asking({ value: 3 })],
    ['a single value for in', asking({ op: 'in' })],
    ['a long value', asking({ value: 'x'.repeat(201) })],
    ['an hour of no clock', asking({ fact: 'time.hour', op: 'gt', value: 3 })],
    ['a schedule for a text', asking({ op: 'within' })],
    ['the case of a schedule', asking({ fact: 'time.now', op: 'within', caseSensitive: true })],
    ['a bad condition deep inside', rule({ when: { any: [{ not: { all: [{ fact: 'x' }] } }] } })],
    ['an empty any', rule({ when: { any: [] } })],
    ['two actions in one', rule({ then: [{ tag: 'x', untag: 'y' }] })],
    ['a reply of two texts', rule({ then: [{ reply: { text: 'a', use: 'b' } }] })],
    ['a bad duration', rule({ limits: { cooldown: '10m' } })],
  ])('refuses %s', (_what, json) => {
    expect(refusal(rule({}), SCHEMA)).toBeUndefined();
    expect(parseRuleDefinition(json)).toMatchObject({ ok: false });
    expect(refusal(json, SCHEMA)).toBeDefined();
  });

  it('is published as docs/rule.schema.json; take it from GET /api/v1/rules/schema when it has changed', () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../../docs/rule.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(SCHEMA);
  });
});
