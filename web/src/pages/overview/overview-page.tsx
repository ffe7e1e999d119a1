import { Loader, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { AttentionList } from './attention-list.tsx';
import { concernsOf } from './attention.ts';
import { FirstRun } from './first-run.tsx';
import { ProviderStrip } from './provider-strip.tsx';
import { StatGrid } from './stat-grid.tsx';
import { useConnections, useSeries, useStats } from './use-overview.ts';

const PERIODS = [
  { value: '1', label: '24 hours' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
];

/** How it goes: the numbers, the providers, and what needs a person. */
export function OverviewPage() {
  const [period, setPeriod] = useState('1');
  const stats = useStats(Number(period));
  const series = useSeries(Number(period));
  const connections = useConnections();
  const accounts = connections.data ?? [];
  return (
    <Page
      title="Overview"
      actions={<SegmentedControl aria-label="Period" data={PERIODS} value={period} onChange={setPeriod} />}
    >
      {stats.isPending && <Loader aria-label="Loading" />}
      {stats.isError && <ProblemAlert error={stats.error} onRetry={() => void stats.refetch()} />}
      {stats.data !== undefined && (
        <>
          {stats.data.inbound === 0 && (
            <FirstRun
              hasOwnProvider={accounts.some(({ origin, enabled }) => enabled && origin !== 'demo')}
              hasSandbox={accounts.some(({ origin, enabled }) => enabled && origin === 'demo')}
            />
          )}
          <AttentionList concerns={concernsOf(stats.data, accounts)} />
          <StatGrid stats={stats.data} points={series.data?.points} days={period} />
        </>
      )}
      {connections.isError && !stats.isError && (
        <ProblemAlert error={connections.error} onRetry={() => void connections.refetch()} />
      )}
      {accounts.length > 0 && <ProviderStrip connections={accounts} />}
    </Page>
  );
}
