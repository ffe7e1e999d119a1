import { Alert, Group, List, Paper, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';

type Outcome = components['schemas']['CheckView']['outcome'];

const WORDS: Readonly<Record<Outcome, string>> = {
  ok: 'In order',
  failed: 'Failed',
  not_checked: 'Not checked',
};

/** Checks what can be checked without sending a message to anybody. */
export function ConnectionTest({ id }: { readonly id: string }) {
  const test = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/connections/{id}/test', { params: { path: { id } } })),
    meta: { isShownInPlace: true },
  });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <div style={{ flex: '1 1 16rem' }}>
          <Title order={2} size="h4">
            Test
          </Title>
          <Text size="sm" c="dimmed">
            Checks the secrets, and calls the provider where it has a call for that. No message is sent.
          </Text>
        </div>
        <RoleButton
          role="administrator"
          variant="default"
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          Test now
        </RoleButton>
      </Group>
      <div aria-live="polite">
        {test.error !== null && <ProblemAlert error={test.error} onRetry={() => test.mutate()} />}
        {test.data !== undefined && (
          <Alert
            mt="sm"
            color={test.data.ok ? 'green' : 'red'}
            title={test.data.ok ? 'Nothing is wrong that could be checked' : 'Something is wrong'}
          >
            <List size="sm" spacing={4}>
              {test.data.checks.map(({ name, outcome, detail }) => (
                <List.Item key={name}>
                  <Text span size="sm" fw={600}>
                    {WORDS[outcome]}: {name}.
                  </Text>{' '}
                  {detail}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
    </Paper>
  );
}
