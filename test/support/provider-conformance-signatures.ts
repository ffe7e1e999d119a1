import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HeaderMap, Provider, SignatureVerdict } from '../../src/messaging/provider.js';
import { anyText } from './hostile-values.js';
import type { ConformanceSamples } from './provider-samples.js';

const SECRET = 'whsec_9974ab26f9cfa06e';
const OTHER_SECRET = 'whsec_0000000000000000';
const BODY = Buffer.from('{"id":"evt_1","text":"Héllo"}');
const NOW = new Date('2026-04-10T12:00:00Z');
const YEAR_MS = 365 * 24 * 3_600_000;

const ALPHABETS = {
  hex: '0123456789abcdef',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
};

/** Signature checking: the edge table, rotation, time, and that nothing makes it throw. */
export function describeSignatures(provider: Provider, { signature }: ConformanceSamples): void {
  const signedHeader = (body: Uint8Array, secret: string, at: Date): string => {
    const headers = Object.entries(provider.sign(body, secret, at));
    const found = headers.find(([name]) => name.toLowerCase() === signature.header);
    if (found === undefined) throw new Error(`sign() gave no header ${signature.header}`);
    return found[1];
  };
  const verifyValue = (value: HeaderMap[string], secrets: readonly string[] = [SECRET]): SignatureVerdict =>
    provider.verify(BODY, { [signature.header]: value }, secrets, NOW);
  const withDigest = (value: string, change: (digest: string) => string): string => {
    const digest = signature.digest.exec(value)?.[1];
    if (digest === undefined) throw new Error(`${String(signature.digest)} finds no digest in ${value}`);
    return value.replace(digest, () => change(digest));
  };

  describe('its signatures', () => {
    const right = signedHeader(BODY, SECRET, NOW);
    const foreign = signedHeader(BODY, OTHER_SECRET, NOW);
    const isHex = signature.encoding === 'hex';

    it('accepts its own', () => {
      expect(verifyValue(right)).toBe('valid');
    });

    it.each<[string, string, SignatureVerdict]>([
      ['of another secret', foreign, 'invalid'],
      ['a character short', withDigest(right, (digest) => digest.slice(0, -1)), 'invalid'],
      ['a byte short', withDigest(right, (digest) => digest.slice(0, -4)), 'invalid'],
      ['of half the length', withDigest(right, (digest) => digest.slice(0, digest.length / 2)), 'invalid'],
      ['too long', withDigest(right, (digest) => digest + digest), 'invalid'],
      ['empty', withDigest(right, () => ''), 'invalid'],
      ['in capitals', withDigest(right, (digest) => digest.toUpperCase()), isHex ? 'valid' : 'invalid'],
      [
        'of characters outside the alphabet',
        withDigest(right, (digest) => '?'.repeat(digest.length)),
        'invalid',
      ],
      ['right, followed by zz', withDigest(right, (digest) => `${digest}zz`), 'invalid'],
      ['right, followed by a NUL', withDigest(right, (digest) => `${digest}\u0000`), 'invalid'],
      ['right, behind a character too many', withDigest(right, (digest) => `0${digest}`), 'invalid'],
      [
        'cut by a blank',
        withDigest(right, (digest) => `${digest.slice(0, 8)} ${digest.slice(8)}`),
        'invalid',
      ],
      ['an empty header', '', 'invalid'],
      ['junk', 'junk', 'invalid'],
    ])('judges a signature %s', (_name, value, expected) => {
      expect(verifyValue(value)).toBe(expected);
    });

    it('refuses a signature in which any one character was changed', () => {
      const alphabet = Array.from(ALPHABETS[signature.encoding]);
      const digest = signature.digest.exec(right)?.[1] ?? '';
      fc.assert(
        fc.property(
          fc.nat(digest.replace(/=+$/, '').length - 1),
          fc.constantFrom(...alphabet),
          (at, character) => {
            const isSame = digest[at] === character || (isHex && digest[at]?.toLowerCase() === character);
            fc.pre(!isSame);
            const changed = digest.slice(0, at) + character + digest.slice(at + 1);
            expect(verifyValue(withDigest(right, () => changed))).toBe('invalid');
          },
        ),
      );
    });

    it('refuses a body in which any one byte was changed', () => {
      fc.assert(
        fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
          const changed = Uint8Array.from(BODY, (byte, index) => (index === at ? byte ^ difference : byte));
          expect(provider.verify(changed, { [signature.header]: right }, [SECRET], NOW)).toBe('invalid');
        }),
      );
    });

    it('refuses a request without the header, and one that carries it twice', () => {
      expect(provider.verify(BODY, {}, [SECRET], NOW)).toBe('invalid');
      expect(verifyValue(undefined)).toBe('invalid');
      expect(verifyValue([])).toBe('invalid');
      expect(verifyValue([right, right])).toBe('invalid');
    });

    it('verifies nothing without a secret, and an empty secret is none', () => {
      expect(verifyValue(right, [])).toBe('invalid');
      expect(verifyValue(signedHeader(BODY, '', NOW), [''])).toBe('invalid');
      expect(verifyValue(right, ['', SECRET])).toBe('valid');
    });

    it('accepts any of several secrets, wherever it stands', () => {
      expect(verifyValue(right, [SECRET, OTHER_SECRET])).toBe('valid');
      expect(verifyValue(right, [OTHER_SECRET, SECRET])).toBe('valid');
      expect(verifyValue(right, ['third', OTHER_SECRET])).toBe('invalid');
    });

    it('verifies what it signed, for any bytes and any secret', () => {
      const time = fc.date({ min: new Date('2001-09-10'), max: new Date('2099-01-01'), noInvalidDate: true });
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: 'grapheme', minLength: 1 }),
          time,
          (body, secret, at) => {
            const headers = { [signature.header]: signedHeader(body, secret, at) };
            expect(provider.verify(body, headers, [secret], at)).toBe('valid');
            expect(provider.verify(body, headers, [`${secret}x`], at)).toBe('invalid');
          },
        ),
      );
    });

    it('never throws, and calls nothing valid that it did not sign', () => {
      const anyValue = fc.oneof(anyText, fc.array(anyText), fc.constant(undefined), mutationsOf(right));
      fc.assert(
        fc.property(anyValue, fc.array(anyText), (value, secrets) => {
          expect(verifyValue(value, secrets)).toBe('invalid');
        }),
      );
    });

    describeTime(provider, signature, signedHeader);
  });
}

function describeTime(
  provider: Provider,
  signature: ConformanceSamples['signature'],
  signedHeader: (body: Uint8Array, secret: string, at: Date) => string,
): void {
  const verdictAfter = (ageMs: number, secret = SECRET): SignatureVerdict => {
    const value = signedHeader(BODY, secret, new Date(NOW.getTime() - ageMs));
    return provider.verify(BODY, { [signature.header]: value }, [SECRET], NOW);
  };
  const { toleranceMs } = signature;

  if (toleranceMs === undefined) {
    it('never grows stale, because no time is signed', () => {
      expect(verdictAfter(YEAR_MS)).toBe('valid');
    });
    return;
  }
  it('calls a right signature stale outside the tolerance, in both directions', () => {
    expect([-toleranceMs, 0, toleranceMs].map((ageMs) => verdictAfter(ageMs))).toEqual([
      'valid',
      'valid',
      'valid',
    ]);
    expect(verdictAfter(toleranceMs + 1000)).toBe('stale');
    expect(verdictAfter(-toleranceMs - 1000)).toBe('stale');
    expect(verdictAfter(YEAR_MS)).toBe('stale');
  });

  it('calls a wrong signature invalid however old it is', () => {
    expect(verdictAfter(YEAR_MS, OTHER_SECRET)).toBe('invalid');
  });
}

/** Values close to a right one: parts of it cut out, doubled or mixed with junk. */
function mutationsOf(right: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(right.length), fc.nat(right.length), anyText)
    .map(([start, end, junk]) => right.slice(0, start) + junk + right.slice(end));
}
