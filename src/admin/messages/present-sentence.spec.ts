import { describe, expect, it } from '@jest/globals';
import { presentSentence, withheldClause } from './present-sentence.js';

const DECIDED = 'Replied: rule "Hours" matched.';

function said(...answers: readonly (readonly [kind: string, status: string, reason: string | null])[]) {
  return presentSentence(
    DECIDED,
    withheldClause(answers.map(([kind, status, reason]) => ({ kind, status, reason }))),
  );
}

describe('the sentence about a message', () => {
  it.each(['queued', 'sending', 'sent', 'delivered', 'undelivered', 'unknown'])(
    'stays as it was decided while its reply is %s',
    (status) => {
      expect(said(['reply', status, 'Something else.'])).toBe(DECIDED);
    },
  );

  it.each([
    ['cancelled', 'The customer wrote again; answered together.'],
    ['suppressed', 'The contact has opted out.'],
    ['expired', 'It was not sent in time.'],
  ])('says that its reply was %s, and why', (status, reason) => {
    expect(said(['reply', status, reason])).toBe(
      `Replied: rule "Hours" matched, but the reply was withheld: ${reason}`,
    );
  });

  it('says that its reply failed, and names what it was', () => {
    expect(said(['confirmation', 'failed', 'No such number.'])).toBe(
      'Replied: rule "Hours" matched, but the confirmation could not be sent: No such number.',
    );
    expect(said(['reply', 'suppressed', null])).toBe(
      'Replied: rule "Hours" matched, but the reply was withheld.',
    );
  });

  it('stays as it was decided when another answer left, when there is none, and whatever people wrote by hand', () => {
    expect(said(['reply', 'failed', 'Gone.'], ['reply', 'sent', null])).toBe(DECIDED);
    expect(said()).toBe(DECIDED);
    expect(said(['manual', 'suppressed', 'Opted out.'])).toBe(DECIDED);
    expect(said(['reply', 'cancelled', 'Paused.'], ['manual', 'sent', null])).toContain('Paused.');
  });
});
