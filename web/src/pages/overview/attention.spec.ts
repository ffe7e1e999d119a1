import { describe, expect, it } from '@jest/globals';
import { concernsOf } from './attention.ts';
import type { Stats } from './use-overview.ts';

const QUIET: Stats = {
  since: '2026-04-09T12:00:00Z',
  until: '2026-04-10T12:00:00Z',
  inbound: 10,
  outbound: { delivered: 9 },
  outboundKinds: { reply: 9 },
  verdicts: { replied: 9 },
  events: { processed: 10 },
  optOuts: 0,
  optIns: 0,
  optedOutNow: 3,
  heldNow: 0,
  queuedNow: 1,
  queuedOldestSeconds: 2,
  unknownNow: 0,
  pausedNow: 0,
  rulesHeldBackNow: 0,
  replySecondsMedian: 0.3,
  replySecondsP95: 1,
  ledgerFindings: null,
};

const FINE = [{ displayName: 'Integify', name: 'default', attention: null }];

describe('what needs attention', () => {
  it('is nothing while all is well', () => {
    expect(concernsOf(QUIET, FINE)).toEqual([]);
  });

  it('is named in whole sentences, each with where to look', () => {
    const outbound = { delivered: 9, failed: 1, undelivered: 2 };
    const stats = { ...QUIET, outbound, heldNow: 1, unknownNow: 2, events: { quarantined: 1 } };
    expect(concernsOf(stats, FINE).map(({ words, to }) => [words, to])).toEqual([
      ['1 unreadable webhook in quarantine.', '/events?state=quarantined'],
      ['2 messages of unknown fate.', '/messages?status=unknown'],
      ['3 messages not delivered.', '/messages?status=failed&status=undelivered&days=1'],
      ['1 possible opt-out to be read by a person.', '/holds'],
    ]);
  });

  it('begins with what is urgent', () => {
    const sick = [{ displayName: 'Integify', name: 'default', attention: 'The API key was refused.' }];
    const concerns = concernsOf({ ...QUIET, pausedNow: 4, rulesHeldBackNow: 1, ledgerFindings: 1 }, sick);
    expect(concerns.map(({ key }) => key)).toEqual([
      'ledger',
      'connection Integify default',
      'rules',
      'paused',
    ]);
  });

  it('tells of a queue only when something waits long', () => {
    expect(concernsOf({ ...QUIET, queuedOldestSeconds: 120 }, FINE)).toEqual([]);
    expect(concernsOf({ ...QUIET, queuedOldestSeconds: 600 }, FINE)).toHaveLength(1);
  });
});
