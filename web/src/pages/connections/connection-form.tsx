import { Fieldset, Group, Paper, Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMay } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { useUnsaved } from '../../shell/unsaved.ts';
import { sendable, SettingsFields } from './settings-fields.tsx';
import { useChangeConnection, type Connection } from './use-connections.ts';

/** Changes what of an account is not secret. */
export function ConnectionForm({ connection }: { readonly connection: Connection }) {
  const { id, provider, origin } = connection;
  const isSetElsewhere = origin !== 'api';
  const isAdministrator = useMay('administrator');
  const change = useChangeConnection(id);
  const [settings, setSettings] = useState(connection.settings);
  const [enabled, setEnabled] = useState(connection.enabled);
  const isChanged =
    enabled !== connection.enabled || JSON.stringify(settings) !== JSON.stringify(connection.settings);
  useUnsaved(isChanged);
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { settings: sendable(settings, isSetElsewhere), ...(!isSetElsewhere && { enabled }) },
            {
              onSuccess: (saved) => {
                setSettings(saved.settings);
                notifications.show({ message: 'Saved. In force with the next message.' });
              },
            },
          );
        }}
      >
        <Fieldset variant="unstyled" mx={0} p={0} disabled={!isAdministrator}>
          <Stack>
            {!isSetElsewhere && (
              <Switch
                label="In use"
                description="Off: its webhooks are refused, and nothing is sent by it."
                checked={enabled}
                onChange={(event) => setEnabled(event.currentTarget.checked)}
              />
            )}
            <SettingsFields
              provider={provider}
              settings={settings}
              onChange={setSettings}
              isSetElsewhere={isSetElsewhere}
            />
          </Stack>
        </Fieldset>
        <Stack mt="md">
          {change.error !== null && <ProblemAlert error={change.error} />}
          <Group justify="flex-end">
            <RoleButton role="administrator" type="submit" loading={change.isPending}>
              Save
            </RoleButton>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
