import { describe, expect, it } from '@jest/globals';
import { roadOf } from './road.ts';

const at = '2026-04-10T12:00:00.000Z';
const event = (what: string, detail: string) => ({ at, what, detail });
const ARRIVAL = [
  event('received', 'integify sent sms.received.'),
  event('verified', 'The signature is right.'),
];

describe('the road of a message', () => {
  it('goes from the webhook to the handset, with the guards on the way as one stretch', () => {
    const road = roadOf({
      stages: [
        { label: 'compliance', outcome: 'passed', detail: 'No word of stopping.' },
        { label: 'consent', outcome: 'passed' },
        { label: 'pause', outcome: 'passed' },
        { label: 'rules', outcome: 'matched', children: [{ label: 'rule "Hours"', outcome: 'matched' }] },
        { label: 'render', outcome: 'passed', detail: '45 characters.' },
        { label: 'budget', outcome: 'passed' },
      ],
      timeline: [
        ...ARRIVAL,
        event('decided', 'Replied.'),
        event('permit granted', 'Permit granted, attempt 1.'),
        event('provider accepted', 'The provider accepted it.'),
        event('delivered', 'The provider reported delivered.'),
      ],
    });
    expect(road.map(({ title }) => title)).toEqual([
      'Received',
      'Verified',
      'Compliance',
      'Guards',
      'Rules',
      'Rendered',
      'Guards',
      'Permit',
      'Provider',
      'Delivery',
    ]);
    expect(road[3]?.notes).toEqual(['Nothing stands in the way: consent, pause.']);
    expect(road[4]?.notes).toEqual(['One rule matched.']);
    expect(road.every(({ state }) => state === 'done')).toBe(true);
  });

  it('ends at the guard that stopped it, with that guard’s sentence only', () => {
    const road = roadOf({
      stages: [
        { label: 'consent', outcome: 'passed', detail: 'Fine.' },
        { label: 'pause', outcome: 'stopped', detail: 'A person has taken over.' },
      ],
      timeline: ARRIVAL,
    });
    expect(road.at(-1)).toMatchObject({
      title: 'Guards',
      state: 'ended',
      notes: ['A person has taken over.'],
    });
  });

  it('puts what was recorded about consent beside the words that said so', () => {
    const road = roadOf({
      stages: [{ label: 'compliance', outcome: 'stopped', detail: 'They asked to stop.' }],
      timeline: [...ARRIVAL, event('consent recorded', 'A wish to stop.')],
    });
    expect(road.at(-1)?.notes).toEqual(['They asked to stop.', 'A wish to stop.']);
  });

  it('does not take a shadow for a rule that acted', () => {
    const shadow = { label: 'rule "After hours"', outcome: 'matched' } as const;
    const road = roadOf({
      stages: [{ label: 'rules', outcome: 'not_matched', children: [shadow] }],
      timeline: ARRIVAL,
    });
    expect(road.at(-1)?.notes).toEqual(['No rule that may act matched; a shadow did.']);
  });

  it('names in one line what was not asked any more', () => {
    const road = roadOf({
      stages: [
        { label: 'compliance', outcome: 'stopped', detail: 'They asked to stop.' },
        { label: 'pause', outcome: 'skipped' },
        { label: 'rules', outcome: 'skipped' },
      ],
      timeline: ARRIVAL,
    });
    expect(road.slice(3)).toMatchObject([
      { title: 'Not asked', state: 'unreached', notes: ['It was settled before: pause, rules.'] },
    ]);
  });

  it('says that a message waits, that one failed, and that one was kept back on purpose', () => {
    const queued = roadOf({ stages: [], timeline: [event('queued', 'Decided and queued.')] });
    expect(queued).toMatchObject([{ title: 'Permit', state: 'waiting' }]);
    const failed = roadOf({ stages: [], timeline: [event('failed', 'Refused by the provider.')] });
    expect(failed).toMatchObject([{ title: 'Provider', state: 'failed' }]);
    const withheld = roadOf({ stages: [], timeline: [event('cancelled', 'The contact opted out.')] });
    expect(withheld).toMatchObject([{ title: 'Permit', state: 'ended' }]);
  });
});
