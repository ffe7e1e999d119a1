import { Button, Group, NativeSelect, Paper, Stack, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay, type Role } from '../../session/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ShownOnce } from '../../shell/shown-once.tsx';
import { ROLES } from '../people/use-people.ts';
import { TokenList, TOKENS_KEY } from './token-list.tsx';

type NewToken = components['schemas']['NewToken'];

const DAY_MS = 86_400_000;

const LASTS = [
  { value: '', label: 'Until it is revoked' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

/** Tokens for programs that call the API. */
export function TokensPage() {
  const isAdministrator = useMay('administrator');
  return (
    <Page
      title="API tokens"
      about="For programs that call the API. What they do is on record under the token’s name."
    >
      {isAdministrator ? (
        <Stack>
          <MakeToken />
          <TokenList />
        </Stack>
      ) : (
        <EmptyState title="This needs the role administrator">Ask an administrator for a token.</EmptyState>
      )}
    </Page>
  );
}

function MakeToken() {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [days, setDays] = useState('');
  const make = useMutation({
    mutationFn: (body: NewToken) => bodyOf(api.POST('/api/v1/tokens', { body })),
    meta: { isShownInPlace: true },
    onSuccess: async () => {
      setName('');
      notifications.show({ message: 'The token is made. Copy it now.' });
      await queries.invalidateQueries({ queryKey: TOKENS_KEY });
    },
  });
  const submit = () => {
    const expiresAt = days === '' ? undefined : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    make.mutate({ name: name.trim(), role, ...(expiresAt !== undefined && { expiresAt }) });
  };
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2} size="h4">
          Make a token
        </Title>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Group align="flex-end">
            <TextInput
              label="What it is for"
              placeholder="nightly export"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={60}
              required
              style={{ flex: '1 1 14rem' }}
            />
            <NativeSelect
              label="Role"
              data={ROLES.map(({ value, label }) => ({ value, label }))}
              value={role}
              onChange={(event) => {
                const wanted = ROLES.find(({ value }) => value === event.currentTarget.value);
                if (wanted !== undefined) setRole(wanted.value);
              }}
            />
            <NativeSelect
              label="Good for"
              data={LASTS}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value)}
            />
            <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
              Make
            </Button>
          </Group>
        </form>
        {make.error !== null && <ProblemAlert error={make.error} />}
        {make.data !== undefined && (
          <ShownOnce title={`The token “${make.data.name}”`} value={make.data.token}>
            It is shown this once: only its hash is stored. Programs send it as{' '}
            <code>Authorization: Bearer …</code>.
          </ShownOnce>
        )}
      </Stack>
    </Paper>
  );
}
