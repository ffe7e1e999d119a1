import { describe, expect, it } from '@jest/globals';
import { GUESSABLE_PASSWORDS } from './guessable-passwords.js';
import { LONGEST_PASSWORD, passwordProblem, SHORTEST_PASSWORD } from './password-policy.js';

const EMAIL = 'administrator-one@acme.example';

describe('passwordProblem', () => {
  it('takes any long enough password, of whatever characters', () => {
    for (const password of [
      'tiny blue riverboat',
      'ábçdêfghïjkl',
      '五月の雨を集めて早し最上川',
      'x'.repeat(196) + 'abcd',
    ]) {
      expect(passwordProblem(password, EMAIL)).toBeUndefined();
    }
  });

  it('counts characters, not the units they are stored in', () => {
    expect(passwordProblem('🙂😀😁😂🤣😃😄😅😆😉😊', EMAIL)).toContain('12 to 200');
    expect(passwordProblem('🙂😀😁😂🤣😃😄😅😆😉😊😋', EMAIL)).toBeUndefined();
  });

  it.each([
    ['too short', 'a'.repeat(SHORTEST_PASSWORD - 5) + 'bcde'],
    ['too long', 'abcd'.repeat(LONGEST_PASSWORD)],
    ['empty', ''],
    ['the e-mail address', EMAIL.toUpperCase()],
    ['the mailbox', 'Administrator-One'],
    ['a common one', 'Password1234'],
    ['nearly one character', 'abababababababab'],
  ])('refuses what is %s', (_what, password) => {
    expect(passwordProblem(password, EMAIL)).toBeDefined();
  });

  it('lists only passwords that would be taken otherwise', () => {
    for (const password of GUESSABLE_PASSWORDS) {
      expect(password.length).toBeGreaterThanOrEqual(SHORTEST_PASSWORD);
      expect(password).toBe(password.toLowerCase());
    }
  });
});
