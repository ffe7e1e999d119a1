import { Alert, Stack } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import { Facts } from '../../shell/facts.tsx';
import { Instant } from '../../shell/instant.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { EventStateBadge } from './event-list.tsx';

type Event = components['schemas']['EventDetailView'];

/** What is known about a webhook besides its body; first of all why it is not processed. */
export function EventFacts({ event }: { readonly event: Event }) {
  const { state, reason, provider, type, isStale, attempts, replays, occurredAt, receivedAt, processedAt } =
    event;
  const needsPerson = state === 'quarantined' || state === 'failed';
  return (
    <Stack>
      {reason !== null && (
        <Alert
          color={needsPerson ? 'red' : 'blue'}
          title={needsPerson ? 'Why it was not handled' : 'About it'}
        >
          {reason}
          {state === 'quarantined' && ' When the cause is mended, replay it.'}
        </Alert>
      )}
      <Facts
        facts={[
          ['State', <EventStateBadge key="state" state={state} />],
          ['Verdict', event.verdict === null ? '–' : <VerdictBadge key="verdict" verdict={event.verdict} />],
          ['Signature', isStale ? 'Right, but its time was outside the tolerance (stale)' : 'Right'],
          ['Provider', provider],
          ['Type', type],
          ['Happened', <Instant key="occurred" at={occurredAt} />],
          ['Received', <Instant key="received" at={receivedAt} />],
          ['Done', <Instant key="processed" at={processedAt} />],
          ['Failed tries', attempts],
          ['Replays', replays],
          ['Id', event.id],
        ]}
      />
    </Stack>
  );
}
