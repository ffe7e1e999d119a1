import { SimpleGrid } from '@mantine/core';
import { StatCard } from './stat-card.tsx';
import type { Point, Stats } from './use-overview.ts';

const NUMBER = new Intl.NumberFormat();

type StatGridProps = { readonly stats: Stats; readonly points: readonly Point[] | undefined };

/** The numbers of the period. */
export function StatGrid({ stats, points }: StatGridProps) {
  const { inbound, outbound, outboundKinds, verdicts, optOuts, optIns, optedOutNow, queuedNow } = stats;
  const failed = (outbound['failed'] ?? 0) + (outbound['undelivered'] ?? 0);
  const suppressed = (verdicts['suppressed'] ?? 0) + (outbound['suppressed'] ?? 0);
  const course = (name: Exclude<keyof Point, 'at'>) => points?.map((point) => point[name]);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
      <StatCard
        label="Inbound"
        value={NUMBER.format(inbound)}
        to="/messages?direction=inbound"
        course={course('inbound')}
      />
      <StatCard
        label="Replies"
        value={NUMBER.format(outboundKinds['reply'] ?? 0)}
        note={`${NUMBER.format(verdicts['no_rule_matched'] ?? 0)} matched no rule`}
        to="/messages?direction=outbound"
        course={course('replies')}
      />
      <StatCard
        label="Suppressed"
        value={NUMBER.format(suppressed)}
        note="Held back because of consent"
        to="/messages?status=suppressed"
        course={course('suppressed')}
      />
      <StatCard
        label="Failed"
        value={NUMBER.format(failed)}
        note="Refused or not delivered"
        to="/messages?status=failed"
        course={course('failed')}
      />
      <StatCard
        label="Opt-outs"
        value={NUMBER.format(optOuts)}
        note={`${NUMBER.format(optIns)} came back; ${NUMBER.format(optedOutNow)} out now`}
        to="/consent"
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
        to="/conversations"
      />
    </SimpleGrid>
  );
}

function seconds(value: number | null): string {
  if (value === null) return '–';
  return value < 10 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`;
}
