import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyWebhookSignature } from 'contiguity';
import fc from 'fast-check';
import { SIGNATURE_HEADER, verifySignature } from './contiguity.signature.js';

const NOW = new Date('2026-04-10T12:00:00Z');
const NOW_SECONDS = NOW.getTime() / 1000;
const SECRET = 'whsec_9974ab26f9cfa06e';
const BODY = '{"id":"evt_1","type":"text.incoming.sms","data":{"body":"Grüße 👋"}}';

/** Where we judge otherwise than the SDK, on purpose. `weSay` is our answer; the SDK gives the other one. */
const DEVIATIONS: readonly {
  readonly name: string;
  readonly reason: string;
  readonly weSay: 'right' | 'wrong';
  readonly applies: (header: string) => boolean;
  readonly example: (right: { readonly t: string; readonly v1: string }) => string;
}[] = [
  {
    name: 'hexadecimal digits in capitals',
    reason: 'They are the same digest; nothing is won by refusing them.',
    weSay: 'right',
    applies: (header) => /v1=[0-9a-f]*[A-F]/.test(header),
    example: ({ t, v1 }) => `t=${t},v1=${v1.toUpperCase()}`,
  },
  {
    name: 'blanks around a comma',
    reason: 'HTTP allows them in lists, and a proxy may put them there.',
    weSay: 'right',
    applies: (header) => /\s,|,\s|^\s|\s$/.test(header),
    example: ({ t, v1 }) => `t=${t}, v1=${v1}`,
  },
  {
    name: 'v1 before t',
    reason: 'The documentation does not make the order part of the signature.',
    weSay: 'right',
    applies: (header) => /v1=.*,\s*t=/.test(header),
    example: ({ t, v1 }) => `v1=${v1},t=${t}`,
  },
  {
    name: 'an element between t and v1',
    reason: 'A future scheme must not make the present one unreadable.',
    weSay: 'right',
    applies: (header) => /t=\d+\s*,\s*(?!v1=)\w+=\S*\s*,.*v1=/.test(header),
    example: ({ t, v1 }) => `t=${t},v0=00,v1=${v1}`,
  },
  {
    name: 'the right digest in a later v1',
    reason: 'That is how a rotation of secrets can be signed twice; the SDK reads the first only.',
    weSay: 'right',
    applies: (header) => (header.match(/v1=/g) ?? []).length > 1,
    example: ({ t, v1 }) => `t=${t},v1=${'0'.repeat(64)},v1=${v1}`,
  },
  {
    name: 'text around the elements',
    reason: 'The SDK searches for its pattern anywhere in the header; we read the whole header or nothing.',
    weSay: 'wrong',
    applies: (header) => header.split(',').some((part) => !/^(?:t=\d+|v[01]=[0-9a-z]*)$/i.test(part.trim())),
    example: ({ t, v1 }) => `junk t=${t},v1=${v1}`,
  },
  {
    name: 'characters behind a right digest',
    reason:
      'The SDK stops reading at the first foreign character, so that a longer value passes as a right one.',
    weSay: 'wrong',
    applies: (header) => /v1=[0-9a-f]{64}[^,\s]/.test(header),
    example: ({ t, v1 }) => `t=${t},v1=${v1}zz`,
  },
  {
    name: 'two times',
    reason: 'It would be open which one was signed.',
    weSay: 'wrong',
    applies: (header) => (header.match(/t=/g) ?? []).length > 1,
    example: ({ t, v1 }) => `t=1,t=${t},v1=${v1}`,
  },
];

describe('verifying beside the published SDK of Contiguity', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW.getTime());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('agrees on every generated header but for the listed deviations', () => {
    const seen = { valid: 0, stale: 0, invalid: 0 };
    const deviated = new Set<string>();
    fc.assert(
      fc.property(generatedHeader(), (header) => {
        const ours = verdictOn(header);
        seen[ours] += 1;
        if (sdkSaysRight(header) !== (ours !== 'invalid')) {
          const weSay = ours === 'invalid' ? 'wrong' : 'right';
          const reasons = DEVIATIONS.filter(
            (deviation) => deviation.weSay === weSay && deviation.applies(header),
          );
          expect(reasons).not.toEqual([]);
          for (const { name } of reasons) deviated.add(name);
        } else {
          expect(sdkSaysRight(header, 300)).toBe(ours === 'valid');
        }
      }),
      { numRuns: 8000 },
    );
    // A comparison proves something only when every verdict and every deviation came up.
    expect(Math.min(seen.valid, seen.stale, seen.invalid)).toBeGreaterThan(300);
    expect(deviated).toEqual(new Set(DEVIATIONS.map(({ name }) => name)));
  });

  it('agrees on any body of valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (body, isRight) => {
        const header = `t=${NOW_SECONDS},v1=${digest(isRight ? body : `${body} `, String(NOW_SECONDS))}`;
        const headers = { [SIGNATURE_HEADER]: header };
        expect(verifySignature(Buffer.from(body), headers, [SECRET], NOW)).toBe(
          isRight ? 'valid' : 'invalid',
        );
        expect(verifyWebhookSignature(body, header, SECRET, 300)).toBe(isRight);
      }),
    );
  });

  it.each(DEVIATIONS.map((deviation) => [deviation.name, deviation] as const))(
    'deviates on %s, and in no other direction',
    (_name, { example, weSay, applies }) => {
      const t = String(NOW_SECONDS);
      const header = example({ t, v1: digest(BODY, t) });
      expect(applies(header)).toBe(true);
      expect(verdictOn(header)).toBe(weSay === 'right' ? 'valid' : 'invalid');
      expect(sdkSaysRight(header, 300)).toBe(weSay === 'wrong');
    },
  );

  it('deviates on a body that is not UTF-8: we check the bytes that came, the SDK a repaired text', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const t = String(NOW_SECONDS);
    const v1 = createHmac('sha256', SECRET).update(`${t}.`).update(bytes).digest('hex');
    const header = `t=${t},v1=${v1}`;
    expect(verifySignature(bytes, { [SIGNATURE_HEADER]: header }, [SECRET], NOW)).toBe('valid');
    expect(verifyWebhookSignature(bytes, header, SECRET, 300)).toBe(false);
  });
});

function verdictOn(header: string): 'valid' | 'stale' | 'invalid' {
  return verifySignature(Buffer.from(BODY), { [SIGNATURE_HEADER]: header }, [SECRET], NOW);
}

function sdkSaysRight(header: string, toleranceSeconds?: number): boolean {
  return verifyWebhookSignature(BODY, header, SECRET, toleranceSeconds);
}

function digest(body: string, t: string): string {
  return createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex');
}

/** Headers around one right pair of time and digest: whole, spoilt, doubled, in another order, with blanks and junk. */
function generatedHeader(): fc.Arbitrary<string> {
  const seconds = fc.oneof(
    fc.integer({ min: NOW_SECONDS - 300, max: NOW_SECONDS + 300 }),
    fc.integer({ min: NOW_SECONDS - 400, max: NOW_SECONDS + 400 }),
    fc.integer({ min: 0, max: NOW_SECONDS * 1000 }),
    fc.constantFrom(NOW_SECONDS - 301, NOW_SECONDS - 300, NOW_SECONDS + 300, NOW_SECONDS + 301),
  );
  return seconds.chain((value) => {
    const t = String(value);
    const v1 = digest(BODY, t);
    const plain = `t=${t},v1=${v1}`;
    const element = fc.oneof(
      { weight: 5, arbitrary: fc.constant(`t=${t}`) },
      { weight: 5, arbitrary: fc.constant(`v1=${v1}`) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(`v1=${v1.toUpperCase()}`, `v1=${digest(BODY, `${t}0`)}`, `v0=${v1}`),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(`v1=${v1}zz`, `v1=${v1.slice(2)}`, `v1=${v1}00`, 'v1=', `t=${t}.0`, 't='),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    );
    const joint = fc.oneof(
      { weight: 6, arbitrary: fc.constant(',') },
      fc.constantFrom(', ', ' ,', ',,', ';', ' '),
    );
    const assembled = fc
      .array(fc.tuple(element, joint), { minLength: 1, maxLength: 4 })
      .map((parts) =>
        parts.map(([text, after], index) => (index < parts.length - 1 ? text + after : text)).join(''),
      );
    const spoilt = fc
      .tuple(fc.nat(plain.length), fc.string({ maxLength: 3 }), fc.nat(2))
      .map(([at, junk, cut]) => plain.slice(0, at) + junk + plain.slice(at + cut));
    const padded = fc
      .tuple(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }))
      .map(([a, b]) => a + plain + b);
    return fc.oneof(fc.constant(plain), spoilt, padded, { weight: 4, arbitrary: assembled });
  });
}
