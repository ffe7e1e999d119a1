import { Anchor, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StatCard } from './stat-card.tsx';
import type { Point, Stats } from './use-overview.ts';

const NUMBER = new Intl.NumberFormat();

type StatGridProps = {
  readonly stats: Stats;
  readonly points: readonly Point[] | undefined;
  /** The days that the numbers count; what they lead to is shown for the same time. */
  readonly days: string;
};

/** The numbers of the period. Each leads to the list that it counts. */
export function StatGrid({ stats, points, days }: StatGridProps) {
  const { inbound, outbound, outboundKinds, verdicts, optOuts, optIns, optedOutNow, queuedNow } = stats;
  const failed = (outbound['failed'] ?? 0) + (outbound['undelivered'] ?? 0);
  const stoppedLate = outbound['suppressed'] ?? 0;
  const course = (name: Exclude<keyof Point, 'at'>) => points?.map((point) => point[name]);
  const messages = (search: string) => `/messages?${search}&days=${days}`;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
      <StatCard
        label="Inbound"
        value={NUMBER.format(inbound)}
        to={messages('direction=inbound')}
        course={course('inbound')}
      />
      <StatCard
        label="Replies"
        value={NUMBER.format(outboundKinds['reply'] ?? 0)}
        note={
          <Counted to={messages('verdict=no_rule_matched')}>
            {NUMBER.format(verdicts['no_rule_matched'] ?? 0)} matched no rule
          </Counted>
        }
        to={messages('kind=reply')}
        course={course('replies')}
      />
      <StatCard
        label="Suppressed"
        value={NUMBER.format(verdicts['suppressed'] ?? 0)}
        note={
          stoppedLate === 0 ? (
            'Held back because of consent'
          ) : (
            <Counted to={messages('status=suppressed')}>
              {NUMBER.format(stoppedLate)} more stopped before they left
            </Counted>
          )
        }
        to={messages('verdict=suppressed')}
        course={course('suppressed')}
      />
      <StatCard
        label="Failed"
        value={NUMBER.format(failed)}
        note="Refused or not delivered"
        to={messages('status=failed&status=undelivered')}
        course={course('failed')}
      />
      <StatCard
        label="Opt-outs"
        value={NUMBER.format(optOuts)}
        note={
          <>
            {NUMBER.format(optIns)} came back;{' '}
            <Counted to="/consent">{NUMBER.format(optedOutNow)} out now</Counted>
          </>
        }
        to={`/ledger?what=opt-outs&days=${days}`}
        course={course('optOuts')}
      />
      <StatCard
        label="Reply time"
        value={seconds(stats.replySecondsMedian)}
        note={
          stats.replySecondsP95 === null
            ? 'No reply in this time'
            : `95 of 100 within ${seconds(stats.replySecondsP95)}`
        }
        to={messages('kind=reply')}
      />
      <StatCard
        label="Queue"
        value={NUMBER.format(queuedNow)}
        note={
          stats.queuedOldestSeconds === null
            ? 'Nothing waits'
            : `The oldest waits ${stats.queuedOldestSeconds} s`
        }
        to="/messages?status=queued"
      />
      <StatCard
        label="With a person"
        value={NUMBER.format(stats.pausedNow)}
        note="Conversations without rules"
        to="/conversations?paused=true"
      />
    </SimpleGrid>
  );
}

/** A number in a note, and where what it counts is listed. */
function Counted({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} inherit c="dimmed" underline="always">
      {children}
    </Anchor>
  );
}

function seconds(value: number | null): string {
  if (value === null) return '–';
  return value < 10 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`;
}
