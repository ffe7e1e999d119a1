import { Alert, Stack, Text } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import { Facts } from '../../shell/facts.tsx';
import { Instant } from '../../shell/instant.tsx';
import { providerName, timesOver } from '../../shell/words.ts';
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
          ['Provider', providerName(provider)],
          ['Type', type],
          ['Happened', <Instant key="occurred" at={occurredAt} hasSeconds />],
          ['Received', <Instant key="received" at={receivedAt} hasSeconds />],
          ['Came again', <CameAgain key="again" event={event} />],
          ['Done', <Instant key="processed" at={processedAt} hasSeconds />],
          ['Failed tries', attempts],
          ['Replays', replays],
          ['Id', event.id],
        ]}
      />
    </Stack>
  );
}

/** Providers may deliver an event more than once. It is stored and handled once; that it came again is noted here. */
function CameAgain({ event: { duplicates, duplicatesAt } }: { readonly event: Event }) {
  if (duplicates === 0) return 'No';
  return (
    <Stack gap={2}>
      <Text size="sm">
        The provider sent it {timesOver(duplicates)} more; it was handled once
        {duplicates > duplicatesAt.length && `. The latest ${duplicatesAt.length}`}:
      </Text>
      {duplicatesAt.map((at, index) => (
        <Text key={`${at} ${index}`} size="sm" component="div">
          <Instant at={at} hasSeconds />
        </Text>
      ))}
    </Stack>
  );
}
