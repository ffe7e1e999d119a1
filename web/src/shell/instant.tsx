import { Text } from '@mantine/core';

const SHORT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/** A point in time in the reader's own zone; the exact one when pointed at. */
export function Instant({ at }: { readonly at: string | null | undefined }) {
  if (at === null || at === undefined) return <Text span>–</Text>;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <Text span>{at}</Text>;
  return (
    <time dateTime={at} title={EXACT.format(date)}>
      {SHORT.format(date)}
    </time>
  );
}
