import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SealedBox, SealError } from './sealed-box.js';

const box = new SealedBox('a secret of at least thirty-two characters');

describe('SealedBox', () => {
  it('opens what it sealed, for the same context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
        expect(box.open(box.seal(text, context), context)).toBe(text);
      }),
    );
  });

  it('never seals the same text to the same bytes', () => {
    expect(box.seal('key', 'c')).not.toEqual(box.seal('key', 'c'));
  });

  it('refuses another context, another secret and every altered byte', () => {
    const sealed = box.seal('whsec_1', 'connection-1');
    expect(() => box.open(sealed, 'connection-2')).toThrow(SealError);
    expect(() =>
      new SealedBox('another secret of thirty-two characters!').open(sealed, 'connection-1'),
    ).toThrow(SealError);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Uint8Array.from(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => box.open(altered, 'connection-1')).toThrow(SealError);
    }
    expect(() => box.open(new Uint8Array(3), 'connection-1')).toThrow(SealError);
  });
});
