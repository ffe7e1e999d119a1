import { describe, expect, it } from '@jest/globals';
import { quietPeriodOf } from './quiet-period.js';

const NEW_YORK = '+12125550100';
/** Half past nine in the evening, and noon, of a Friday in New York. */
const evening = new Date('2026-04-11T01:30:00Z');
const noon = new Date('2026-04-10T16:00:00Z');
const thanks = { kind: 'reply', inReplyToId: null, theirAddress: NEW_YORK };

describe('quietPeriodOf', () => {
  it('keeps a rule’s own news back until the morning', () => {
    expect(quietPeriodOf(thanks, undefined, noon)).toBeUndefined();
    expect(quietPeriodOf(thanks, undefined, evening)).toMatchObject({
      until: new Date('2026-04-11T13:00:00Z'),
    });
  });

  it('goes by the contact’s own clock where it is known, and keeps to the number’s beside it', () => {
    const inNewYork = quietPeriodOf(thanks, 'America/Los_Angeles', evening);
    expect(inNewYork?.sentence).toContain('New_York');
    const tollFree = { ...thanks, theirAddress: '+18005550100' };
    expect(quietPeriodOf(tollFree, undefined, noon)).toBeDefined();
    expect(quietPeriodOf(tollFree, 'America/New_York', noon)).toBeUndefined();
    expect(quietPeriodOf(tollFree, 'no zone at all', noon)).toBeDefined();
  });

  it.each([
    ['the answer to a customer’s message', { ...thanks, inReplyToId: 'message-1' }],
    ['a confirmation of STOP', { ...thanks, kind: 'confirmation' }],
    ['the question about a hold', { ...thanks, kind: 'clarification' }],
    ['what a person writes', { ...thanks, kind: 'manual' }],
    ['e-mail', { ...thanks, theirAddress: 'user@example.com' }],
  ])('lets %s go at any hour', (_what, message) => {
    expect(quietPeriodOf(message, undefined, evening)).toBeUndefined();
  });
});
