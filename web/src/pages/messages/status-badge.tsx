import { Badge } from '@mantine/core';

const COLOURS: Readonly<Record<string, string>> = {
  sent: 'blue',
  delivered: 'green',
  read: 'green',
  failed: 'red',
  undelivered: 'red',
  unknown: 'orange',
  suppressed: 'orange',
  queued: 'yellow',
};

/** Where one of our messages is, in a word; its colour only repeats it. */
export function StatusBadge({ status }: { readonly status: string }) {
  return (
    <Badge color={COLOURS[status] ?? 'gray'} variant="light" tt="none" size="sm">
      {status}
    </Badge>
  );
}
