import type { StatusReport } from './apis/sandbox-api.js';
import type { StatusBehaviour } from './misbehaviour.js';

/** One status that is to be called back: when (after acceptance), and how often in the same bytes. */
export type PlannedStatus = {
  readonly report: StatusReport;
  readonly afterMs: number;
  readonly copies: number;
};

export type StatusPlan = { readonly isBeforeAnswer: boolean; readonly statuses: readonly PlannedStatus[] };

/** When each status is called back: one `delayMs` after the other, unless it was ordered otherwise. */
export function planStatuses(
  reports: readonly StatusReport[],
  behaviour: StatusBehaviour | undefined,
  delayMs: number,
): StatusPlan {
  const spaced = (list: readonly StatusReport[], firstMs = delayMs, copies = 1): StatusPlan => ({
    isBeforeAnswer: false,
    statuses: list.map((report, index) => ({ report, afterMs: firstMs + index * delayMs, copies })),
  });
  switch (behaviour?.mode) {
    case undefined:
    case 'failed':
      return spaced(reports);
    case 'late':
      return spaced(reports, behaviour.ms);
    case 'duplicated':
      return spaced(reports, delayMs, behaviour.copies);
    case 'reversed':
      return spaced(reports.toReversed());
    case 'before_answer':
      return {
        isBeforeAnswer: true,
        statuses: reports.map((report) => ({ report, afterMs: 0, copies: 1 })),
      };
    case 'none':
      return { isBeforeAnswer: false, statuses: [] };
    default: {
      const never: never = behaviour;
      return never;
    }
  }
}
