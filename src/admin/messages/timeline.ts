import type { MessageHistoryView } from './message.views.js';

/** One thing that happened to a message, for people. */
export type TimelineStep = { readonly at: Date; readonly what: string; readonly detail: string };

/** Everything on record about one message and what came of it. */
export type MessageStory = {
  readonly arrival:
    | {
        readonly receivedAt: Date;
        readonly type: string;
        /** As it writes itself. */
        readonly providerName: string;
        readonly isStale: boolean;
        /** By the provider's clock. */
        readonly occurredAt: Date | null;
      }
    | undefined;
  readonly consentEntry:
    | {
        readonly action: string;
        readonly changed: boolean;
        readonly matchedSpan: string | null;
        readonly receivedAt: Date;
      }
    | undefined;
  readonly decision: { readonly sentence: string; readonly decidedAt: Date } | undefined;
  /** Of the answers to an inbound message, or of the outbound message itself. */
  readonly sendings: readonly MessageHistoryView[];
};

/** The story in order of time. Steps of the same moment stay in the order of the road. */
export function timelineOf({ arrival, consentEntry, decision, sendings }: MessageStory): TimelineStep[] {
  const steps = [
    ...(arrival === undefined ? [] : arrivalSteps(arrival)),
    ...(consentEntry === undefined ? [] : [consentStep(consentEntry)]),
    ...(decision === undefined
      ? []
      : [{ at: decision.decidedAt, what: 'decided', detail: decision.sentence }]),
    ...sendings.flatMap(sendingSteps),
  ];
  return steps.sort((one, other) => one.at.getTime() - other.at.getTime());
}

function arrivalSteps(arrival: NonNullable<MessageStory['arrival']>): TimelineStep[] {
  const { receivedAt, type, providerName, isStale, occurredAt } = arrival;
  return [
    {
      at: receivedAt,
      what: 'received',
      detail: `${providerName} sent ${type}.${delayNote(occurredAt, receivedAt)}`,
    },
    {
      at: receivedAt,
      what: 'verified',
      detail: isStale
        ? 'The signature is right, but its time is outside the tolerance (stale).'
        : 'The signature is right.',
    },
  ];
}

const MINUTE_MS = 60_000;

/** Says when the provider's clock and ours are a minute or more apart: the message was long on its way, or one of them is wrong. */
function delayNote(occurredAt: Date | null, receivedAt: Date): string {
  if (occurredAt === null) return '';
  const minutes = Math.trunc((receivedAt.getTime() - occurredAt.getTime()) / MINUTE_MS);
  if (minutes === 0) return '';
  const amount = minutes === 1 || minutes === -1 ? 'a minute' : `${Math.abs(minutes)} minutes`;
  return ` By its clock it happened ${amount} ${minutes > 0 ? 'before' : 'after'} it came.`;
}

const CONSENT_WORDS: Readonly<Record<string, string>> = {
  revoke: 'A wish to stop',
  grant: 'A wish to start again',
  hold: 'A possible wish to stop',
};

function consentStep(entry: NonNullable<MessageStory['consentEntry']>): TimelineStep {
  const { action, changed, matchedSpan, receivedAt } = entry;
  const quote = matchedSpan === null || matchedSpan === '' ? '' : ` ("${matchedSpan}")`;
  const effect = changed ? 'It was in force before the webhook was answered.' : 'It changed nothing.';
  return {
    at: receivedAt,
    what: 'consent recorded',
    detail: `${CONSENT_WORDS[action] ?? action}${quote}. ${effect}`,
  };
}

/** Status changes tell the story; a report that moved nothing and a failed call that changed nothing are told beside them. */
function sendingSteps({ statusHistory, attempts, deliveryReports }: MessageHistoryView): TimelineStep[] {
  const reached = new Set(statusHistory.map(({ to }) => to));
  return [
    ...statusHistory.map(({ to, cause, at }) => ({ at, what: STATUS_STEPS[to] ?? to, detail: cause })),
    ...attempts.flatMap(({ finishedAt, outcome, httpStatus, code, number }) =>
      finishedAt === null || outcome === null || outcome === 'accepted'
        ? []
        : [
            {
              at: finishedAt,
              what: 'send call failed',
              detail: callDetail(number, outcome, httpStatus, code),
            },
          ],
    ),
    ...deliveryReports
      .filter(({ status }) => !reached.has(status))
      .map(({ status, receivedAt, usedNumber, errorText }) => ({
        at: receivedAt,
        what: 'reported',
        detail: `The provider reported ${status}${usedNumber === null ? '' : ` (${usedNumber})`}${errorText === null ? '' : `: ${errorText}`}.`,
      })),
  ];
}

function callDetail(number: number, outcome: string, httpStatus: number | null, code: string | null): string {
  const status = httpStatus === null ? '' : `, HTTP ${httpStatus}`;
  return `Attempt ${number}: ${outcome}${status}${code === null ? '' : `, code ${code}`}.`;
}

const STATUS_STEPS: Readonly<Record<string, string>> = {
  sending: 'permit granted',
  sent: 'provider accepted',
};
