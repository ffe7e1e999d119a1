import { Anchor, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Sparkline } from './sparkline.tsx';

type StatCardProps = {
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  readonly to?: string;
  /** Its course over the period, oldest first. */
  readonly course?: readonly number[] | undefined;
};

/** One number, how it went, and where there is more of it. */
export function StatCard({ label, value, note, to, course }: StatCardProps) {
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed">
        {to === undefined ? (
          label
        ) : (
          <Anchor component={Link} to={to} inherit c="dimmed" underline="always">
            {label}
          </Anchor>
        )}
      </Text>
      <Text fz={26} fw={650} lh={1.3}>
        {value}
      </Text>
      <Text size="xs" c="dimmed" mih={18}>
        {note}
      </Text>
      {course !== undefined && <Sparkline values={course} label={`${label} over the period`} />}
    </Paper>
  );
}
