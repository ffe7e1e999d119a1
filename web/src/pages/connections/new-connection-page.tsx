import { Anchor, Group, NativeSelect, Paper, PasswordInput, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { useUnsaved } from '../../shell/unsaved.ts';
import { PROVIDERS } from '../events/event-filter.ts';
import { sendable, SettingsFields, type Settings } from './settings-fields.tsx';
import { useAddConnection, type NewConnection } from './use-connections.ts';

/** Adds an account of a provider. Its secrets go in and never come out. */
export function NewConnectionPage() {
  const navigate = useNavigate();
  const add = useAddConnection();
  const [provider, setProvider] = useState<NewConnection['provider']>('contiguity');
  const [name, setName] = useState('');
  const [apiKey, setApiKey] = useState('');
  const [secret, setSecret] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const [settings, setSettings] = useState<Settings>({});
  const { settle } = useUnsaved([name, apiKey, secret, baseUrl].some((typed) => typed !== ''));
  const submit = () =>
    add.mutate(
      {
        provider,
        name: name.trim(),
        settings: sendable(settings, false),
        ...(apiKey !== '' && { apiKey: apiKey.trim() }),
        ...(secret !== '' && { webhookSecrets: [secret.trim()] }),
        ...(baseUrl !== '' && { baseUrl: baseUrl.trim() }),
      },
      {
        onSuccess: ({ id }) => {
          settle();
          notifications.show({ message: 'Added. Copy its webhook address to the provider, then test it.' });
          void navigate(`/connections/${id}`);
        },
      },
    );
  return (
    <Page
      title="Add an account"
      about={
        <Anchor component={Link} to="/connections" size="sm">
          All connections
        </Anchor>
      }
    >
      <Paper withBorder p="md" maw={680}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack>
            <NativeSelect
              label="Provider"
              data={PROVIDERS}
              value={provider}
              onChange={(event) => {
                const wanted = PROVIDERS.find(({ value }) => value === event.currentTarget.value);
                if (wanted !== undefined) setProvider(wanted.value);
              }}
            />
            <TextInput
              label="Name"
              description="Small letters, digits and hyphens. It stands in the address of its webhooks."
              placeholder="shop-two"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              pattern="[a-z0-9][a-z0-9\-]{0,39}"
              maxLength={40}
              autoComplete="off"
              required
            />
            <PasswordInput
              label="API key"
              description="Without it, the connection receives and cannot send. It is stored sealed and never shown again."
              value={apiKey}
              onChange={(event) => setApiKey(event.currentTarget.value)}
              autoComplete="off"
            />
            <PasswordInput
              label="Webhook secret"
              description="Without it, every webhook is refused."
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
              autoComplete="off"
            />
            <TextInput
              label="Address of the provider’s API"
              description="Leave it empty for the usual one."
              placeholder="https://"
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.currentTarget.value)}
              autoComplete="off"
            />
            <SettingsFields
              provider={provider}
              settings={settings}
              onChange={setSettings}
              isSetElsewhere={false}
            />
            {add.error !== null && <ProblemAlert error={add.error} />}
            <Group justify="flex-end">
              <RoleButton role="administrator" type="submit" loading={add.isPending}>
                Add
              </RoleButton>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Page>
  );
}
