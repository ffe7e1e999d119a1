import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { EventList } from './event-list.tsx';
import { filterIn, PROVIDERS, STATES, type Filter } from './event-filter.ts';

/** The raw webhook log, and with the state “quarantined” the quarantine. */
export function EventsPage() {
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const [type, setType] = useState(filter.type ?? '');
  const change = (name: keyof Filter, value: string) =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const changeType = useDebouncedCallback((value: string) => change('type', value.trim()), 400);
  return (
    <Page title="Events" about="Every webhook that was rightly signed, as it came, and what became of it.">
      <Group align="flex-end" gap="sm" className="filters">
        <NativeSelect
          label="State"
          value={filter.state ?? ''}
          onChange={(event) => change('state', event.currentTarget.value)}
          data={[{ value: '', label: 'All' }, ...STATES]}
        />
        <NativeSelect
          label="Provider"
          value={filter.provider ?? ''}
          onChange={(event) => change('provider', event.currentTarget.value)}
          data={[{ value: '', label: 'All' }, ...PROVIDERS]}
        />
        <NativeSelect
          label="Came again"
          value={filter.cameAgain ?? ''}
          onChange={(event) => change('cameAgain', event.currentTarget.value)}
          data={[
            { value: '', label: 'All' },
            { value: 'true', label: 'Only duplicates' },
          ]}
        />
        <TextInput
          label="Type"
          placeholder="sms.received"
          value={type}
          maxLength={120}
          onChange={(event) => {
            setType(event.currentTarget.value);
            changeType(event.currentTarget.value);
          }}
        />
      </Group>
      <EventList filter={filter} />
    </Page>
  );
}
