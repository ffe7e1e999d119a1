import { Anchor, Button, Group, Menu, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { Page } from '../../shell/page.tsx';
import { ConsentOfAddress } from './consent-of-address.tsx';
import { KnownPeople } from './known-people.tsx';

/** Looks an address up, or lists those who are known. */
export function ConsentPage() {
  const [search, setSearch] = useSearchParams();
  const address = search.get('address') ?? '';
  const isAdministrator = useMay('administrator');
  return (
    <Page
      title={address === '' ? 'Consent' : `Consent of ${address}`}
      about={
        address === '' ? (
          'Who may be written to, and what that rests on.'
        ) : (
          <Anchor component={Link} to="/consent" size="sm">
            All people
          </Anchor>
        )
      }
      actions={isAdministrator && address === '' && <ImportAndExport />}
    >
      {address === '' ? (
        <LookUp onLookUp={(wanted) => setSearch({ address: wanted })} />
      ) : (
        <ConsentOfAddress key={address} address={address} />
      )}
    </Page>
  );
}

function LookUp({ onLookUp }: { readonly onLookUp: (address: string) => void }) {
  const [typed, setTyped] = useState('');
  const [part] = useDebouncedValue(typed.trim(), 250);
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onLookUp(typed.trim());
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput
            label="Number, e-mail address, or name"
            placeholder="+2207654321"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            maxLength={200}
            style={{ flex: '1 1 16rem' }}
            maw={480}
          />
          <Button type="submit">Look up</Button>
        </Group>
      </form>
      <KnownPeople part={part} />
    </Stack>
  );
}

function ImportAndExport() {
  return (
    <>
      <Button component={Link} to="/consent/import" variant="default">
        Import
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">Export</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href="/api/v1/consent/export?format=csv" download>
            Everybody who has opted out (CSV)
          </Menu.Item>
          <Menu.Item component="a" href="/api/v1/consent/export?format=jsonl" download>
            The whole ledger with its hashes (JSON Lines)
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
