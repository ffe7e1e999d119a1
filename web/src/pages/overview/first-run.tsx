import { Anchor, Button, List, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { letDemoCustomersWrite } from './demo-customers.ts';

type FirstRunProps = {
  readonly hasOwnProvider: boolean;
  /** Whether a sandbox plays a provider, whose customers can be made to write. */
  readonly hasSandbox: boolean;
};

/** What stands on the overview until the first message came. */
export function FirstRun({ hasOwnProvider, hasSandbox }: FirstRunProps) {
  const mayWrite = useMay('editor');
  const queries = useQueryClient();
  const customers = useMutation({
    mutationFn: letDemoCustomersWrite,
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="first">
      <Title order={2} size="h4" id="first">
        No traffic yet
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Four steps, a minute each.
      </Text>
      {mayWrite && hasSandbox && (
        <Button
          size="xs"
          variant="light"
          mb="sm"
          loading={customers.isPending}
          onClick={() => customers.mutate()}
        >
          Let a few demo customers write
        </Button>
      )}
      <List type="ordered" spacing={6}>
        <List.Item>
          {mayWrite ? (
            <Anchor component={Link} to="/phone" inherit underline="always">
              Write a message on the phone
            </Anchor>
          ) : (
            'Ask an editor to write a message on the phone'
          )}{' '}
          and see the answer come back.
        </List.Item>
        <List.Item>
          Press <em>Why?</em> beside it: every question that was asked on the way, with its answer.
        </List.Item>
        <List.Item>
          Change a{' '}
          <Anchor component={Link} to="/rules" inherit underline="always">
            rule
          </Anchor>
          ; the simulator beside it shows what it would say.
        </List.Item>
        <List.Item>
          {hasOwnProvider
            ? 'Your provider is connected: paste its webhook address from '
            : 'Connect your provider under '}
          <Anchor component={Link} to="/connections" inherit underline="always">
            Connections
          </Anchor>
          .
        </List.Item>
      </List>
    </Paper>
  );
}
