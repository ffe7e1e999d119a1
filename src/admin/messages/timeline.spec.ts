import { describe, expect, it } from '@jest/globals';
import { timelineOf, type MessageStory } from './timeline.js';

const at = (second: number) => new Date(Date.UTC(2026, 3, 10, 12, 0, second));

const ANSWERED: MessageStory = {
  arrival: {
    receivedAt: at(1),
    type: 'text.incoming.sms',
    providerName: 'Contiguity',
    isStale: false,
    occurredAt: at(0),
  },
  consentEntry: undefined,
  decision: { sentence: 'Replied: rule "Hours" matched.', decidedAt: at(2) },
  sendings: [
    {
      statusHistory: [
        { from: null, to: 'queued', cause: 'Decided and queued.', at: at(2) },
        { from: 'queued', to: 'sending', cause: 'Permit granted, attempt 1.', at: at(3) },
        { from: 'sending', to: 'sent', cause: 'The provider accepted it.', at: at(4) },
        { from: 'sent', to: 'delivered', cause: 'The provider reported delivered.', at: at(6) },
      ],
      attempts: [
        {
          number: 1,
          startedAt: at(3),
          finishedAt: at(4),
          outcome: 'accepted',
          httpStatus: 200,
          code: null,
          detail: null,
        },
      ],
      deliveryReports: [],
    },
  ],
};

describe('timelineOf', () => {
  it('tells the whole road of an answered message, in order', () => {
    expect(timelineOf(ANSWERED).map(({ what }) => what)).toEqual([
      'received',
      'verified',
      'decided',
      'queued',
      'permit granted',
      'provider accepted',
      'delivered',
    ]);
  });

  it('puts the consent entry before the decision that rests on it', () => {
    const story = {
      ...ANSWERED,
      consentEntry: { action: 'revoke', changed: true, matchedSpan: 'stop', receivedAt: at(1) },
    };
    const steps = timelineOf(story);
    expect(steps[2]).toEqual({
      at: at(1),
      what: 'consent recorded',
      detail: 'A wish to stop ("stop"). It was in force before the webhook was answered.',
    });
    expect(steps[3]?.what).toBe('decided');
  });

  it.each([
    [0, 'Contiguity sent text.incoming.sms.'],
    [59, 'Contiguity sent text.incoming.sms.'],
    [60, 'Contiguity sent text.incoming.sms. By its clock it happened a minute before it came.'],
    [-150, 'Contiguity sent text.incoming.sms. By its clock it happened 2 minutes after it came.'],
  ])('names the provider, and a clock that is %s seconds away when that matters', (seconds, detail) => {
    const { arrival } = ANSWERED;
    const story = {
      ...ANSWERED,
      arrival: arrival && { ...arrival, receivedAt: at(0), occurredAt: at(-seconds) },
    };
    expect(timelineOf(story)[0]?.detail).toBe(detail);
  });

  it('says when a signature was right but old', () => {
    const { arrival } = ANSWERED;
    const story = { ...ANSWERED, arrival: arrival && { ...arrival, isStale: true } };
    expect(timelineOf(story)[1]?.detail).toContain('stale');
  });

  it('tells a report that moved nothing and a call that failed, at their time', () => {
    const story: MessageStory = {
      ...ANSWERED,
      sendings: [
        {
          statusHistory: [],
          attempts: [
            {
              number: 2,
              startedAt: at(3),
              finishedAt: at(5),
              outcome: 'throttled',
              httpStatus: 429,
              code: 'slow',
              detail: null,
            },
          ],
          deliveryReports: [
            {
              eventId: '01890a5d-ac96-774b-bcce-b302099a8057',
              status: 'undelivered',
              usedNumber: null,
              errorCode: '30003',
              errorText: 'Unreachable',
              occurredAt: at(1),
              receivedAt: at(4),
            },
          ],
        },
      ],
    };
    expect(timelineOf(story).slice(3)).toEqual([
      { at: at(4), what: 'reported', detail: 'The provider reported undelivered: Unreachable.' },
      { at: at(5), what: 'send call failed', detail: 'Attempt 2: throttled, HTTP 429, code slow.' },
    ]);
  });

  it('is empty when nothing is on record', () => {
    const nothing = { arrival: undefined, consentEntry: undefined, decision: undefined, sendings: [] };
    expect(timelineOf(nothing)).toEqual([]);
  });
});
