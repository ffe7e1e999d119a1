import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
const flatObject = fc.dictionary(fc.string(), scalar, { noNullPrototype: true });

describe('canonicalJson', () => {
  it('spells an object in one way, whatever the order of its members', () => {
    expect(canonicalJson({ b: null, a: 'x', A: 1, é: true })).toBe('{"A":1,"a":"x","b":null,"é":true}');
    fc.assert(
      fc.property(flatObject, (object) => {
        const reversed = Object.fromEntries(Object.entries(object).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      }),
    );
  });

  it('sorts by UTF-16 code units and escapes as RFC 8785 does in its example', () => {
    // Source: https://www.rfc-editor.org/rfc/rfc8785#section-3.2.3
    const members = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\ud83d\ude00': 'Emoji',
    };
    expect(canonicalJson(members)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji","\ufb33":"Hebrew"}',
    );
    expect(canonicalJson({ s: '\u20ac$\u000f\nA\'B"\\\\"/' })).toBe(
      '{"s":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('is JSON that means the same', () => {
    fc.assert(fc.property(flatObject, (object) => expect(JSON.parse(canonicalJson(object))).toEqual(object)));
  });

  it('is UTF-8 even where a text is not', () => {
    expect(canonicalJson({ a: 'x\ud800' })).toBe('{"a":"x\ufffd"}');
  });
});
