import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Provider } from '../../src/messaging/provider.js';
import type { ParsedWebhook } from '../../src/messaging/provider-event.js';
import { anyJson, anyText, membersReversed, spoiltVersions, withHostileNames } from './hostile-values.js';
import type { ConformanceSamples } from './provider-samples.js';

const MAX_KEY_LENGTH = 512; // An index entry of PostgreSQL holds about 2,700 bytes, so a key has to stay well below.

/** Reading webhooks: the sample table, stable keys, and that no body makes the parser throw or give what cannot be stored. */
export function describeParsing(
  provider: Provider,
  { webhooks, unknownType, account }: ConformanceSamples,
): void {
  const parseBytes = (bytes: Uint8Array): ParsedWebhook => {
    const parsed = provider.parse(bytes, account.settings);
    expectStorable(parsed);
    return parsed;
  };
  const parse = (body: unknown): ParsedWebhook => parseBytes(Buffer.from(JSON.stringify(body)));

  describe('its webhooks', () => {
    it.each(webhooks.map((sample) => [sample.name, sample] as const))('reads %s', (_name, { body, kind }) => {
      expect(parse(body)).toMatchObject({ readable: true, event: { kind } });
    });

    it('keeps a type it does not know instead of failing on it', () => {
      expect(parse(unknownType)).toMatchObject({ readable: true, event: { kind: 'unknown' } });
    });

    it.each(webhooks.map((sample) => [sample.name, sample] as const))(
      'gives %s the same key and event however its JSON is written',
      (_name, { body }) => {
        const first = parse(body);
        expect(parse(body)).toEqual(first);
        expect(parseBytes(Buffer.from(JSON.stringify(body, undefined, 2)))).toEqual(first);
        expect(parse(membersReversed(body))).toEqual(first);
      },
    );

    it.each(webhooks.map((sample) => [sample.name, sample] as const))(
      'stands %s with any member missing or of another type',
      (_name, { body }) => {
        for (const { value } of spoiltVersions(body)) parse(value);
        parse(withHostileNames(body));
      },
    );

    it('stands any bytes', () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseBytes(bytes)));
    });

    it('stands any JSON', () => {
      fc.assert(fc.property(anyJson, (body) => void parse(body)));
    });

    it('stands any text in any text member', () => {
      const samples = fc.constantFrom(...webhooks.map((sample) => sample.body));
      fc.assert(
        fc.property(samples, fc.infiniteStream(fc.option(anyText, { nil: undefined })), (body, texts) => {
          const withTexts: unknown = JSON.parse(JSON.stringify(body), (key, value: unknown) => {
            if (typeof value !== 'string' || key === 'type') return value;
            return texts.next().value ?? value;
          });
          parse(withTexts);
        }),
      );
    });

    it.each([
      ['an empty body', ''],
      ['a cut-off body', '{"id":"evt_1","type":"'],
      ['a body of too many levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      [
        'a body of too many members',
        `{${Array.from({ length: 30_000 }, (_, index) => `"k${index}":0`).join(',')}}`,
      ],
      ['a body that names __proto__', '{"id":"evt_1","type":"x","data":{"__proto__":{"polluted":true}}}'],
      [
        'a body that hides __proto__',
        '{"id":"evt_1","type":"x","data":{"\\u005f_proto__":{"polluted":true}}}',
      ],
      ['a body that is no object', '"evt_1"'],
      ['a list', '[]'],
      ['null', 'null'],
    ])('says why it cannot read %s', (_name, text) => {
      const parsed = parseBytes(Buffer.from(text));
      expect(parsed.readable).toBe(false);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    });

    it('does not read a body that is not UTF-8', () => {
      expect(parseBytes(Uint8Array.of(0x22, 0xff, 0xfe, 0x22)).readable).toBe(false);
    });
  });
}

function expectStorable(parsed: ParsedWebhook): void {
  if (parsed.readable) {
    expect(parsed.type).not.toBe('');
    expect(parsed.idempotencyKey).not.toBe('');
    expect(parsed.idempotencyKey.length).toBeLessThanOrEqual(MAX_KEY_LENGTH);
  } else {
    expect(parsed.why).toMatch(/^[A-Z].+\.$/s);
  }
  const flaw = flawWithin(parsed, 'result');
  expect(flaw).toBeUndefined();
}

/** What PostgreSQL or JSON could not hold: NUL, lone surrogates, NaN, impossible dates. */
function flawWithin(value: unknown, at: string): string | undefined {
  if (typeof value === 'string')
    return value.includes('\u0000') || !value.isWellFormed() ? `${at} is no storable text` : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${at} is ${value}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? `${at} is no date` : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const flaw = flawWithin(key, `the name of ${at}.${key}`) ?? flawWithin(member, `${at}.${key}`);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}
