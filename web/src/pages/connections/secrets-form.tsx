import { Fieldset, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMay } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { useUnsaved } from '../../shell/unsaved.ts';
import { useChangeConnection, type Connection } from './use-connections.ts';

/** Replaces secrets. The ones that are stored are never shown, so an empty field means “as it is”. */
export function SecretsForm({ connection }: { readonly connection: Connection }) {
  const isAdministrator = useMay('administrator');
  const change = useChangeConnection(connection.id);
  const [apiKey, setApiKey] = useState('');
  const [newSecret, setNewSecret] = useState('');
  const [oldSecret, setOldSecret] = useState('');
  useUnsaved([apiKey, newSecret, oldSecret].some((typed) => typed !== ''));
  const secrets = [newSecret, oldSecret].map((secret) => secret.trim()).filter((secret) => secret !== '');
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4">
        Secrets
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        They are stored sealed and never shown. What you leave empty stays as it is.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            {
              ...(apiKey !== '' && { apiKey: apiKey.trim() }),
              ...(secrets.length > 0 && { webhookSecrets: secrets }),
            },
            {
              onSuccess: () => {
                setApiKey('');
                setNewSecret('');
                setOldSecret('');
                notifications.show({ message: 'Saved. Test the connection now.' });
              },
            },
          );
        }}
      >
        <Fieldset variant="unstyled" mx={0} p={0} disabled={!isAdministrator}>
          <Stack>
            <PasswordInput
              label="New API key"
              value={apiKey}
              onChange={(event) => setApiKey(event.currentTarget.value)}
              autoComplete="off"
            />
            <PasswordInput
              label="New webhook secret"
              value={newSecret}
              onChange={(event) => setNewSecret(event.currentTarget.value)}
              autoComplete="off"
            />
            <PasswordInput
              label="Present webhook secret"
              description="During a rotation: with both, webhooks signed with either verify. Save again with the new one only when the provider has changed over."
              value={oldSecret}
              onChange={(event) => setOldSecret(event.currentTarget.value)}
              autoComplete="off"
            />
          </Stack>
        </Fieldset>
        <Stack mt="md">
          {change.error !== null && <ProblemAlert error={change.error} />}
          <Group justify="flex-end">
            <RoleButton
              role="administrator"
              type="submit"
              loading={change.isPending}
              disabled={apiKey === '' && secrets.length === 0}
            >
              Save the secrets
            </RoleButton>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
