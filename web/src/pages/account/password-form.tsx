import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { SESSION_KEY, useSession } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';

const SHORTEST = 12;

/** Changes the password; every other browser is signed out with it. */
export function PasswordForm() {
  const queries = useQueryClient();
  const { data: session } = useSession();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && again !== wanted;
  const change = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/session/password', { body: { currentPassword: current, newPassword: wanted } }),
      ),
    meta: { isShownInPlace: true },
    onSuccess: async (changed) => {
      queries.setQueryData(SESSION_KEY, changed);
      setCurrent('');
      setWanted('');
      setAgain('');
      notifications.show({ message: 'Changed. You are signed out everywhere else.' });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Paper withBorder p="md" maw={520}>
      <Title order={2} size="h4" mb="xs">
        Change your password
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack>
          {/* Password managers need to know whose password it is. */}
          <input type="hidden" autoComplete="username" value={session?.email ?? ''} readOnly />
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            required
          />
          <PasswordInput
            label="New password"
            description="At least 12 characters. A few words in a row are easy to remember and hard to guess."
            autoComplete="new-password"
            minLength={SHORTEST}
            maxLength={200}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            required
          />
          <PasswordInput
            label="The same again"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            error={differs ? 'This is not the same.' : undefined}
            required
          />
          {change.error !== null && <ProblemAlert error={change.error} />}
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              Signs you out everywhere else.
            </Text>
            <Button type="submit" loading={change.isPending} disabled={differs}>
              Change
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
