import { Text } from '@mantine/core';

const SHORT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const TO_THE_SECOND = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

type InstantProps = {
  readonly at: string | null | undefined;
  /** Where one second matters, as in a log. */
  readonly hasSeconds?: boolean;
};

/** A point in time in the reader's own zone; the exact one when pointed at. */
export function Instant({ at, hasSeconds = false }: InstantProps) {
  if (at === null || at === undefined) return <Text span>–</Text>;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <Text span>{at}</Text>;
  return (
    <time dateTime={at} title={EXACT.format(date)}>
      {(hasSeconds ? TO_THE_SECOND : SHORT).format(date)}
    </time>
  );
}
