import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PROVIDERS, STATUSES } from './message-query.ts';

const DIRECTION_CHOICES = [
  { value: '', label: 'Both ways' },
  { value: 'inbound', label: 'From customers' },
  { value: 'outbound', label: 'From us' },
];
const STATUS_CHOICES = [
  { value: '', label: 'Any status' },
  ...STATUSES.map((value) => ({ value, label: value })),
];
const PROVIDER_CHOICES = [
  { value: '', label: 'Any provider' },
  ...PROVIDERS.map((value) => ({ value, label: value })),
];

/** The search stands in the page's address, so that it can be shared and survives going back. */
export function MessageFilters() {
  const [search, setSearch] = useSearchParams();
  const [address, setAddress] = useState(search.get('address') ?? '');
  const [text, setText] = useState(search.get('q') ?? '');
  const change = (changes: Readonly<Record<string, string>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change({ address: address.trim(), q: text.trim() });
      }}
    >
      <Group align="flex-end" gap="sm">
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
        <NativeSelect
          label="Direction"
          data={DIRECTION_CHOICES}
          value={search.get('direction') ?? ''}
          onChange={(event) => change({ direction: event.currentTarget.value })}
        />
        <NativeSelect
          label="Status"
          data={STATUS_CHOICES}
          value={search.get('status') ?? ''}
          onChange={(event) => change({ status: event.currentTarget.value })}
        />
        <NativeSelect
          label="Provider"
          data={PROVIDER_CHOICES}
          value={search.get('provider') ?? ''}
          onChange={(event) => change({ provider: event.currentTarget.value })}
        />
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
