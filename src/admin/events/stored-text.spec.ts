import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storedText } from './stored-text.js';

describe('storedText', () => {
  it('loses no byte, whatever was stored', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { text, encoding } = storedText(bytes);
        expect(new Uint8Array(Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'base64'))).toEqual(bytes);
      }),
    );
  });

  it('keeps a byte order mark, and shows what is no UTF-8 as base64', () => {
    expect(storedText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toEqual({ text: '\uFEFF{', encoding: 'utf-8' });
    expect(storedText(Uint8Array.of(0xff, 0x00))).toEqual({ text: '/wA=', encoding: 'base64' });
  });
});
