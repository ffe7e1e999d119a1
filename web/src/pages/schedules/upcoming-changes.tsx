import { List, Paper, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { Instant } from '../../shell/instant.tsx';
import { intervalsOf } from './weekly-hours.ts';
import { useScheduleNow } from './use-schedules.ts';

/** A date without a time is midnight UTC. */
const DAY = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const SHOWN_CHANGES = 6;

/** What the saved schedule says: now or at any other time, its next changes, and the days from then on. */
export function UpcomingChanges({ id, revision }: { readonly id: string; readonly revision: number }) {
  const [at, setAt] = useState('');
  const instant = at === '' ? undefined : new Date(at);
  const asked = instant === undefined || Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
  const { data } = useScheduleNow(id, asked);
  const changes = useChanges(id, revision, asked);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview">
      <Title order={2} size="h4" id="preview" mb="sm">
        What it says
      </Title>
      <TextInput
        label="At"
        description="Empty: now. Of the saved schedule."
        type="datetime-local"
        size="xs"
        value={at}
        onChange={({ currentTarget }) => setAt(currentTarget.value)}
      />
      {data !== undefined && (
        <>
          <Text my="sm" fw={600} aria-live="polite">
            {data.sentence}
          </Text>
          <Title order={3} size="h6">
            Next changes (your clock)
          </Title>
          <List size="sm" mb="sm">
            {(changes.data ?? []).map(({ changeAt, opens }) => (
              <List.Item key={changeAt}>
                <Instant at={changeAt} />: {opens ? 'opens' : 'closes'}
              </List.Item>
            ))}
            {changes.data?.length === 0 && <List.Item>None within 400 days.</List.Item>}
          </List>
          <Table aria-label={`The week, by the clock of ${data.timeZone}`}>
            <Table.Tbody>
              {data.week.map(({ date, intervals, isException, note }) => (
                <Table.Tr key={date}>
                  <Table.Th scope="row">{DAY.format(new Date(date))}</Table.Th>
                  <Table.Td>
                    {intervalsOf(intervals)
                      .map(([from, until]) => `${from}–${until}`)
                      .join(', ') || 'closed'}
                    {isException && ` (${note ?? 'exception'})`}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Paper>
  );
}

/** The changes from an instant on, each asked at the one before it. */
function useChanges(id: string, revision: number, at: string | undefined) {
  return useQuery({
    queryKey: ['schedules', 'changes', id, revision, at],
    queryFn: async () => {
      const changes: { readonly changeAt: string; readonly opens: boolean }[] = [];
      let from = at;
      while (changes.length < SHOWN_CHANGES) {
        const query = from === undefined ? {} : { at: from };
        const now = await bodyOf(api.GET('/api/v1/schedules/{id}/now', { params: { path: { id }, query } }));
        if (now.nextChangeAt === null) break;
        changes.push({ changeAt: now.nextChangeAt, opens: !now.isOpen });
        from = now.nextChangeAt;
      }
      return changes;
    },
  });
}
