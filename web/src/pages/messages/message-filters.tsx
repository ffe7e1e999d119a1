import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { providerName, spoken } from '../../shell/words.ts';
import { PROVIDERS, STATUSES, VERDICTS } from './message-query.ts';

/** A choice is a piece of the page's address: `status=failed&status=undelivered`. */
type Choice = { readonly value: string; readonly label: string };

type Filter = {
  readonly label: string;
  /** The parameters that its choices set. */
  readonly names: readonly string[];
  readonly choices: readonly Choice[];
};

const FILTERS: readonly Filter[] = [
  {
    label: 'Which',
    names: ['direction', 'kind'],
    choices: [
      { value: '', label: 'Both ways' },
      { value: 'direction=inbound', label: 'From customers' },
      { value: 'direction=outbound', label: 'From us' },
      { value: 'kind=reply', label: 'Replies of rules' },
      { value: 'kind=manual', label: 'Written by people' },
      { value: 'kind=confirmation', label: 'Confirmations of STOP and START' },
      { value: 'kind=help', label: 'Answers to HELP' },
      { value: 'kind=resend', label: 'Sent again' },
    ],
  },
  {
    label: 'Verdict',
    names: ['verdict'],
    choices: [
      { value: '', label: 'Any verdict' },
      ...VERDICTS.map((verdict) => ({ value: `verdict=${verdict}`, label: spoken(verdict) })),
    ],
  },
  {
    label: 'Status',
    names: ['status'],
    choices: [
      { value: '', label: 'Any status' },
      { value: 'status=undelivered&status=failed', label: 'failed or undelivered' },
      ...STATUSES.map((status) => ({ value: `status=${status}`, label: status })),
    ],
  },
  {
    label: 'Provider',
    names: ['provider'],
    choices: [
      { value: '', label: 'Any provider' },
      ...PROVIDERS.map((provider) => ({ value: `provider=${provider}`, label: providerName(provider) })),
    ],
  },
  {
    label: 'Since',
    names: ['days'],
    choices: [
      { value: '', label: 'Any time' },
      { value: 'days=1', label: '24 hours ago' },
      { value: 'days=7', label: '7 days ago' },
      { value: 'days=30', label: '30 days ago' },
    ],
  },
];

/** The search stands in the page's address, so that it can be shared and survives going back. */
export function MessageFilters() {
  const [search, setSearch] = useSearchParams();
  const [address, setAddress] = useState(search.get('address') ?? '');
  const [text, setText] = useState(search.get('q') ?? '');
  /** Puts something else in the place of these parameters. */
  const change = (names: readonly string[], wanted: URLSearchParams) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const name of names) next.delete(name);
        for (const [name, value] of wanted) if (value !== '') next.append(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change(['address', 'q'], new URLSearchParams({ address: address.trim(), q: text.trim() }));
      }}
    >
      <Group align="flex-end" gap="sm" className="filters">
        <TextInput
          label="Address"
          placeholder="+2207654321"
          maxLength={320}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput
          label="Text"
          placeholder="A part of it"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {FILTERS.map(({ label, names, choices }) => (
          <NativeSelect
            key={label}
            label={label}
            data={[...choices]}
            value={chosen(search, names, choices)}
            onChange={(event) => change(names, new URLSearchParams(event.currentTarget.value))}
          />
        ))}
        <Button type="submit">Search</Button>
        {search.size > 0 && (
          <Button
            variant="subtle"
            onClick={() => {
              setAddress('');
              setText('');
              setSearch({}, { replace: true });
            }}
          >
            Clear
          </Button>
        )}
      </Group>
    </form>
  );
}

/** The choice that the page's address stands for, in whatever order it names several. */
function chosen(search: URLSearchParams, names: readonly string[], choices: readonly Choice[]): string {
  const present = sorted([...search].filter(([name]) => names.includes(name)));
  return choices.find(({ value }) => sorted([...new URLSearchParams(value)]) === present)?.value ?? '';
}

function sorted(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
}
