import { Alert, Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { SwitchRow } from './switch-row.tsx';
import { scopesOf, useKillSwitches, type Scope } from './use-kill-switches.ts';

/** Stops the replies of rules at once: all of them, those of one connection, or those of one group of rules. */
export function KillSwitchPage() {
  const { query, switchOff, switchOn } = useKillSwitches();
  const [wanted, setWanted] = useState<Scope | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const ask = (scope: Scope) => {
    setWanted(scope);
    setOpen(true);
  };
  const { data } = query;
  const scopes = data === undefined ? [] : scopesOf(data);
  const offs = scopes.filter(({ off }) => off !== undefined);
  return (
    <Page
      title="Kill switch"
      about="Stops what rules answer, at once. STOP, START and HELP are still honoured and confirmed, and people can still write by hand."
    >
      {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton h={240} aria-busy="true" aria-label="Loading" />}
      {data !== undefined && (
        <>
          <Alert
            color={offs.length === 0 ? 'green' : 'red'}
            title={
              offs.length === 0
                ? 'Rules answer everywhere'
                : `Rules are switched off for: ${offs.map(({ label }) => label).join(', ')}`
            }
          />
          {(['all', 'connection', 'group'] as const).map((kind) => (
            <Stack key={kind} gap="xs">
              <Title order={2} size="h4">
                {HEADINGS[kind]}
              </Title>
              {scopes
                .filter((scope) => scope.kind === kind)
                .map((scope) => (
                  <SwitchRow
                    key={scope.name}
                    scope={scope}
                    onSwitchOff={() => ask(scope)}
                    onSwitchOn={() => switchOn.mutate(scope.name)}
                    isSwitchingOn={switchOn.isPending && switchOn.variables === scope.name}
                  />
                ))}
              {kind === 'group' && data.groups.length === 0 && <NoGroups />}
            </Stack>
          ))}
        </>
      )}
      <ReasonDialog
        title={`Switch off: ${wanted?.label ?? ''}`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirm="Switch off now"
        color="red"
        minLength={1}
        maxLength={200}
        reasonHint="Others see it here, and it stands on the audit trail."
        onConfirm={async (reason) =>
          wanted !== undefined && switchOff.mutateAsync({ scope: wanted.name, reason })
        }
      >
        <Text size="sm">
          Replies that wait to be sent are dropped, and stay so. New messages are recorded and not answered by
          rules until an administrator switches on again.
        </Text>
      </ReasonDialog>
    </Page>
  );
}

const HEADINGS = { all: 'Everything', connection: 'One connection', group: 'One group of rules' } as const;

function NoGroups() {
  return (
    <Paper withBorder p="md">
      <Group>
        <Text size="sm" c="dimmed">
          No rule is in a group. Put rules that belong together into one, and it can be switched off here:{' '}
          <Anchor component={Link} to="/rules" size="sm" underline="always">
            rules
          </Anchor>
          .
        </Text>
      </Group>
    </Paper>
  );
}
