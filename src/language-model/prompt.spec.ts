import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { promptFor, promptHash, SHOWN_TEXT_LENGTH } from './prompt.js';

const CAGE = { brand: 'Acme', instructions: 'We are open 9 to 17.', topics: ['opening hours'] };

describe('a prompt', () => {
  it('holds the customer’s words as data and nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const [system, user, ...others] = promptFor(CAGE, [{ from: 'customer', text }]);
        expect(others).toEqual([]);
        expect(system).toEqual(promptFor(CAGE, [])[0]);
        expect(JSON.parse(user?.content ?? '')).toEqual({ conversation: [{ from: 'customer', text }] });
      }),
    );
  });

  it('names the brand, the topics, the language, and what may be answered from', () => {
    const [system] = promptFor({ ...CAGE, language: 'fr' }, []);
    for (const part of ['"Acme"', '"opening hours"', '"fr"', 'We are open 9 to 17.']) {
      expect(system?.content).toContain(part);
    }
  });

  it('shows only the beginning of a long message', () => {
    const [, user] = promptFor(CAGE, [{ from: 'customer', text: 'x'.repeat(SHOWN_TEXT_LENGTH * 3) }]);
    expect(user?.content.length).toBeLessThan(SHOWN_TEXT_LENGTH + 100);
  });

  it('has a hash that anybody can compute again', () => {
    expect(promptHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(promptHash(JSON.stringify(promptFor(CAGE, [])))).toMatch(/^[0-9a-f]{64}$/);
  });
});
