import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REPORTED_STATUSES } from '../messaging/delivery-update.js';
import { afterReport, canBecome, MESSAGE_STATUSES, type MessageStatus } from './message-status.js';

/** How far along the road to the customer a message is; reports may only move it up. */
const PROGRESS: Partial<Record<MessageStatus, number>> = {
  unknown: 0,
  sending: 0,
  sent: 1,
  undelivered: 2,
  delivered: 3,
  read: 4,
};

describe('message states', () => {
  it('allows exactly the steps of the diagram', () => {
    const steps = MESSAGE_STATUSES.flatMap((from) =>
      MESSAGE_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(steps).toEqual([
      'queued → sending',
      'queued → suppressed',
      'queued → expired',
      'queued → cancelled',
      'sending → queued',
      'sending → sent',
      'sending → delivered',
      'sending → read',
      'sending → undelivered',
      'sending → failed',
      'sending → unknown',
      'sent → delivered',
      'sent → read',
      'sent → undelivered',
      'delivered → read',
      'undelivered → delivered',
      'undelivered → read',
      'unknown → sent',
      'unknown → delivered',
      'unknown → read',
      'unknown → undelivered',
    ]);
  });

  it('never sends again what may have left', () => {
    for (const status of ['unknown', 'sent', 'delivered', 'read', 'undelivered', 'failed'] as const) {
      expect(canBecome(status, 'queued')).toBe(false);
      expect(canBecome(status, 'sending')).toBe(false);
    }
  });

  it('ends at the furthest report, in whatever order and however often the reports come', () => {
    const reports = fc.array(fc.constantFrom(...REPORTED_STATUSES), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(reports, (reported) => {
        const last = reported.reduce<MessageStatus>(
          (status, report) => afterReport(status, report) ?? status,
          'sent',
        );
        const furthest = [...reported, 'sent' as const].reduce((one, other) =>
          (PROGRESS[one] ?? 0) >= (PROGRESS[other] ?? 0) ? one : other,
        );
        expect(last).toBe(furthest);
      }),
    );
  });
});
