import { describe, expect, it } from '@jest/globals';
import { purgesOf } from './purge-plan.js';

const NOW = new Date('2026-04-10T12:00:00Z');

describe('what retention empties', () => {
  it('is nothing unless somebody says so', () => {
    expect(purgesOf({}, NOW)).toEqual([]);
  });

  it('is each kind of words after its own time', () => {
    expect(purgesOf({ webhookBodyDays: 1, decisionDays: 30 }, NOW)).toEqual([
      {
        kind: 'webhooks',
        before: new Date('2026-04-09T12:00:00Z'),
        reason: expect.stringContaining('1 days'),
      },
      {
        kind: 'decisions',
        before: new Date('2026-03-11T12:00:00Z'),
        reason: expect.stringContaining('30 days'),
      },
    ]);
  });

  it.each([0, -1, 0.5, Number.NaN])('is nothing of today, whatever number stands there: %p', (days) => {
    expect(purgesOf({ messageTextDays: days }, NOW)).toEqual([]);
  });
});
