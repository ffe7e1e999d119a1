import { Alert, Anchor, Badge, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { spoken } from '../../shell/words.ts';
import { passes, type LineFilter } from './decision-line.ts';
import { LineTable } from './line-table.tsx';
import { Spoken } from './spoken.tsx';
import { useStream, type StreamState } from './use-stream.ts';

const STATES: Readonly<Record<StreamState, { readonly color: string; readonly words: string }>> = {
  connecting: { color: 'gray', words: 'Connecting…' },
  open: { color: 'green', words: 'Live' },
  away: { color: 'red', words: 'Away; it comes back by itself' },
};

const EVERYTHING: LineFilter = { verdict: '', provider: '', text: '' };

/** One line for each event that was decided upon, as it happens. */
export function LivePage() {
  const [isPaused, setPaused] = useState(false);
  const [filter, setFilter] = useState(EVERYTHING);
  const { lines, waitingCount, state, clear } = useStream(isPaused);
  const shown = lines.filter((line) => passes(filter, line));
  const { color, words } = STATES[state];
  return (
    <Page
      title="Live"
      about="Every decision as it is made. A line leads to the reasons."
      actions={
        <>
          <Badge color={isPaused ? 'yellow' : color} variant="light" tt="none" size="lg">
            {isPaused ? `Paused${waitingCount > 0 ? `, ${waitingCount} new` : ''}` : words}
          </Badge>
          <Button variant="default" aria-pressed={isPaused} onClick={() => setPaused((was) => !was)}>
            {isPaused ? 'Go on' : 'Pause'}
          </Button>
          <Button variant="subtle" onClick={clear} disabled={lines.length === 0}>
            Clear
          </Button>
        </>
      }
    >
      <Filters
        filter={filter}
        verdicts={[...new Set(lines.map(({ verdict }) => verdict))].sort()}
        onChange={setFilter}
      />
      {state === 'away' && lines.length === 0 && (
        <Alert color="orange" title="No connection to the stream">
          The page tries again every few seconds. If it stays like this, too many may be listening, or a proxy
          in between holds the stream back.
        </Alert>
      )}
      <Spoken newest={shown[0]} isPaused={isPaused} />
      {shown.length > 0 ? (
        <LineTable lines={shown} />
      ) : (
        <NothingYet isFiltered={lines.length > 0} onShowAll={() => setFilter(EVERYTHING)} />
      )}
    </Page>
  );
}

function Filters({
  filter,
  verdicts,
  onChange,
}: {
  readonly filter: LineFilter;
  readonly verdicts: readonly string[];
  readonly onChange: (filter: LineFilter) => void;
}) {
  const known =
    filter.verdict === '' || verdicts.includes(filter.verdict) ? verdicts : [...verdicts, filter.verdict];
  return (
    <Group gap="sm" align="flex-end" role="search" className="filters">
      <NativeSelect
        label="Verdict"
        data={[
          { value: '', label: 'Any verdict' },
          ...known.map((value) => ({ value, label: spoken(value) })),
        ]}
        value={filter.verdict}
        onChange={(event) => onChange({ ...filter, verdict: event.currentTarget.value })}
      />
      <NativeSelect
        label="Provider"
        data={[
          { value: '', label: 'Any provider' },
          { value: 'contiguity', label: 'Contiguity' },
          { value: 'integify', label: 'Integify' },
          { value: 'connectly', label: 'Connectly' },
        ]}
        value={filter.provider}
        onChange={(event) => onChange({ ...filter, provider: event.currentTarget.value })}
      />
      <TextInput
        label="Words"
        placeholder="Text, address or reason"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
    </Group>
  );
}

function NothingYet({
  isFiltered,
  onShowAll,
}: {
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
}) {
  if (isFiltered) {
    return (
      <EmptyState title="No line is like that">
        <Button variant="default" mt="xs" onClick={onShowAll}>
          Show all
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing has happened yet">
      <p>
        <Anchor component={Link} to="/phone" inherit underline="always">
          Write a message on the phone
        </Anchor>{' '}
        and see it arrive here.
      </p>
    </EmptyState>
  );
}
