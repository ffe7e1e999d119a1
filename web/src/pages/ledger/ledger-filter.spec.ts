import { describe, expect, it } from '@jest/globals';
import { ledgerQuery } from './ledger-filter.ts';

const NOW = new Date('2026-04-10T12:00:00Z');

describe('ledgerQuery', () => {
  it.each([
    ['', {}],
    ['what=opt-outs', { action: 'revoke', changed: 'true' }],
    ['what=opt-outs&days=7', { action: 'revoke', changed: 'true', since: '2026-04-03T12:00:00.000Z' }],
    ['what=holds', { action: 'hold' }],
    ['days=1', { since: '2026-04-09T12:00:00.000Z' }],
    ['what=drop%20table&days=-4', {}],
  ])('reads "%s"', (search, query) => {
    expect(ledgerQuery(new URLSearchParams(search), NOW)).toEqual(query);
  });
});
