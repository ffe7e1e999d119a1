import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { wayOf } from '../../shell/words.ts';
import type { DecisionLine } from './decision-line.ts';

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

const COLUMNS: readonly Column<DecisionLine>[] = [
  {
    header: 'When',
    cell: ({ decidedAt }) => {
      const date = new Date(decidedAt);
      return (
        <time dateTime={decidedAt} title={EXACT.format(date)} style={{ whiteSpace: 'nowrap' }}>
          {TIME.format(date)}
        </time>
      );
    },
  },
  { header: 'Verdict', cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
  { header: 'What', cell: (line) => <What line={line} /> },
  {
    header: 'From',
    cell: ({ message }) => (message === null ? '–' : `${message.theirAddress} (${wayOf(message)})`),
  },
];

/** Decisions, the newest at the top. */
export function LineTable({ lines }: { readonly lines: readonly DecisionLine[] }) {
  return <DataTable label="Decisions" columns={COLUMNS} items={lines} keyOf={({ id }) => id} />;
}

function What({ line: { message, event, sentence } }: { readonly line: DecisionLine }) {
  const words = message === null ? event : message.text === '' ? 'No text' : message.text.slice(0, 200);
  return (
    <Stack gap={0} maw={520}>
      {message === null ? (
        <Text size="sm">{words}</Text>
      ) : (
        <Anchor component={Link} to={`/messages/${message.id}`} size="sm" lineClamp={2} dir="auto">
          {words}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {sentence}
      </Text>
    </Stack>
  );
}
