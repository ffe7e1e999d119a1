import { describe, expect, it } from '@jest/globals';
import type { StatusReport } from './apis/sandbox-api.js';
import type { StatusBehaviour } from './misbehaviour.js';
import { planStatuses } from './status-plan.js';

const REPORTS: readonly StatusReport[] = [
  { status: 'sent', event: 'delivery_status' },
  { status: 'delivered', event: 'delivery_status' },
];

function planned(behaviour?: StatusBehaviour) {
  const plan = planStatuses(REPORTS, behaviour, 100);
  return plan.statuses.map(({ report, afterMs, copies }) => [report.status, afterMs, copies]);
}

describe('planStatuses', () => {
  it('reports one status after the other', () => {
    expect(planned()).toEqual([
      ['sent', 100, 1],
      ['delivered', 200, 1],
    ]);
  });

  it('can be late, repeat itself, turn the order round or say nothing', () => {
    expect(planned({ kind: 'status_webhooks', mode: 'late', ms: 5000 })[0]).toEqual(['sent', 5000, 1]);
    expect(planned({ kind: 'status_webhooks', mode: 'duplicated', copies: 3 })[0]).toEqual(['sent', 100, 3]);
    expect(planned({ kind: 'status_webhooks', mode: 'reversed' })).toEqual([
      ['delivered', 100, 1],
      ['sent', 200, 1],
    ]);
    expect(planned({ kind: 'status_webhooks', mode: 'none' })).toEqual([]);
  });

  it('can report before the send call is answered', () => {
    const plan = planStatuses(REPORTS, { kind: 'status_webhooks', mode: 'before_answer' }, 100);
    expect(plan.isBeforeAnswer).toBe(true);
    expect(plan.statuses.map(({ afterMs }) => afterMs)).toEqual([0, 0]);
  });
});
