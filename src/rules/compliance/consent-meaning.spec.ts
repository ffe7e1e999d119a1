import { describe, expect, it } from '@jest/globals';
import { consentMeaning } from './consent-meaning.js';

describe('consentMeaning', () => {
  it.each([
    ['STOP', 'revoke', false],
    ['start', 'grant', false],
    ['not interested', 'hold', false],
    ['yes', 'revoke', true],
    ['No', 'release', true],
  ] as const)('%j means %s (an answer: %s)', (text, action, isAnswer) => {
    expect(consentMeaning({ channel: 'sms', text })).toMatchObject({ action, isAnswer });
  });

  it.each(['help', 'what are your hours?', 'yes, please send me the price list for Monday', ''])(
    '%j leaves consent as it is',
    (text) => {
      expect(consentMeaning({ channel: 'sms', text })).toBeUndefined();
    },
  );
});
