import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson, WEBHOOK_JSON_LIMITS } from './json-limits.js';

describe('readJson', () => {
  it('reads what JSON.parse reads, within the limits, or names the forbidden key', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = JSON.stringify(value);
        if (holdsForbiddenKey(value)) {
          expect(readText(text)).toEqual({ ok: false, why: expect.stringContaining('forbidden key') });
          return;
        }
        expect(readText(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('counts depth to the last allowed level', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(readText(nested(WEBHOOK_JSON_LIMITS.maxDepth)).ok).toBe(true);
    expect(readText(nested(WEBHOOK_JSON_LIMITS.maxDepth + 1))).toEqual({
      ok: false,
      why: 'The body is nested deeper than 64 levels.',
    });
    expect(readText(nested(1_000_000)).ok).toBe(false);
    expect(readText('{"a":'.repeat(65) + '1' + '}'.repeat(65)).ok).toBe(false);
  });

  it('does not count brackets, colons and commas inside texts', () => {
    const text = '[{:,'.repeat(30_000);
    expect(readText(JSON.stringify({ text, escaped: `\\"${text}` }))).toMatchObject({
      ok: true,
      value: { text },
    });
  });

  it('counts brothers as brothers, not as levels', () => {
    expect(readText(`[${Array.from({ length: 1000 }, () => '[]').join(',')}]`).ok).toBe(true);
  });

  it('limits the number of members', () => {
    const limits = { maxDepth: 64, maxKeys: 3 };
    const object = (count: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 0])));
    expect(readJson(Buffer.from(object(3)), limits).ok).toBe(true);
    expect(readJson(Buffer.from(object(5)), limits)).toEqual({
      ok: false,
      why: 'The body has more than 3 keys.',
    });
  });

  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"a":[{"__proto__":null}]}',
    '{"\\u005f\\u005fproto\\u005f\\u005f":{}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
  ])('refuses the forbidden key in %s', (text) => {
    expect(readText(text)).toEqual({ ok: false, why: expect.stringContaining('forbidden key') });
  });

  it('takes __proto__ as a text for a text', () => {
    expect(readText('{"body":"__proto__"}')).toEqual({ ok: true, value: { body: '__proto__' } });
  });

  it.each(['', ' ', '{', '}', '{"a":1}}', '"', '"\\', 'NaN', "{'a':1}", '{"a":1,}', '[1 2]', '\u0000{}'])(
    'says that %j is not JSON',
    (text) => {
      expect(readText(text)).toEqual({ ok: false, why: 'The body is not JSON.' });
    },
  );

  it('reads UTF-8 only', () => {
    const why = 'The body is not valid UTF-8.';
    expect(readJson(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, why });
    expect(readJson(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toEqual({ ok: false, why });
    expect(readJson(Buffer.from('{}', 'utf16le')).ok).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) =>
        expect(typeof readJson(bytes).ok).toBe('boolean'),
      ),
    );
  });
});

/** What the reader refuses by design; the generator likes to make such keys. */
function holdsForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, member]) =>
      (key === '__proto__' && !Array.isArray(value)) ||
      (key === 'constructor' && Object.hasOwn(Object(member), 'prototype')) ||
      holdsForbiddenKey(member),
  );
}

function readText(text: string): ReturnType<typeof readJson> {
  return readJson(Buffer.from(text));
}
