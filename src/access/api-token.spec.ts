import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isApiToken, newApiToken } from './api-token.js';

describe('an API token', () => {
  it('is recognised, and is another one every time', () => {
    const tokens = Array.from({ length: 200 }, () => newApiToken().token);
    expect(tokens.every(isApiToken)).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.every((token) => /^heed_[0-9A-Za-z]{49}$/.test(token))).toBe(true);
  });

  it('is not recognised any more when one character of it was changed or is missing', () => {
    const { token } = newApiToken();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('a', 'Z', '7', '_'), (index, letter) => {
        fc.pre(token[index] !== letter);
        expect(isApiToken(token.slice(0, index) + letter + token.slice(index + 1))).toBe(false);
        expect(isApiToken(token.slice(0, index) + token.slice(index + 1))).toBe(false);
      }),
    );
  });

  it('is no other text', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(isApiToken(text)).toBe(false)));
  });
});
