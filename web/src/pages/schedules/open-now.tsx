import { Badge, Group, Text } from '@mantine/core';
import { Instant } from '../../shell/instant.tsx';
import { useScheduleNow } from './use-schedules.ts';

/** Whether a schedule is open now, and when that changes. */
export function OpenNow({ id }: { readonly id: string }) {
  const { data } = useScheduleNow(id);
  if (data === undefined) return <Text size="sm">…</Text>;
  return (
    <Group gap="xs">
      <Badge variant="light" color={data.isOpen ? 'green' : 'gray'} tt="none">
        {data.isOpen ? 'open' : 'closed'}
      </Badge>
      <Text size="sm" component="div">
        {data.sentence}
        {data.nextChangeAt !== null && (
          <Text size="xs" c="dimmed" component="div">
            Changes <Instant at={data.nextChangeAt} /> (your clock)
          </Text>
        )}
      </Text>
    </Group>
  );
}
