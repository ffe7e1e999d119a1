import { describe, expect, it } from '@jest/globals';
import { messageQuery } from './message-query.js';

const NOW = new Date('2026-04-10T12:00:00Z');

describe('a search in the address of the page', () => {
  it('is read as the API takes it', () => {
    const search = new URLSearchParams(
      'status=failed&status=undelivered&verdict=cooldown&kind=reply&days=7&q=%20hours%20',
    );
    expect(messageQuery(search, NOW)).toEqual({
      status: ['undelivered', 'failed'],
      verdict: 'cooldown',
      kind: 'reply',
      since: '2026-04-03T12:00:00.000Z',
      q: 'hours',
    });
  });

  it('leaves out what it may not be', () => {
    const search = new URLSearchParams(
      'status=nonsense&verdict=x&kind=inbound&days=400&direction=up&address=%20',
    );
    expect(messageQuery(search, NOW)).toEqual({});
  });
});
