import { Alert, Button, Code, Group, List, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { components } from '../../api/schema.d.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { TraceTree } from '../../shell/trace-tree.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { useDecisionReplay, useResend, useSimulation, type Message } from './use-message.ts';
import { consentPath } from './consent-path.ts';
import { TestCaseDialog } from './test-case-dialog.tsx';

type Replay = components['schemas']['DecisionReplayView'];

type WhyActionsProps = { readonly message: Message; readonly hasDecision: boolean };

/** What one may want to do after reading why. */
export function WhyActions({ message, hasDecision }: WhyActionsProps) {
  const replay = useDecisionReplay(message.id);
  const simulation = useSimulation(message);
  const resend = useResend(message.id);
  const navigate = useNavigate();
  const [isMakingTest, setMakingTest] = useState(false);
  const isInbound = message.direction === 'inbound';
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {hasDecision && (
          <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
            Check the decision
          </Button>
        )}
        {isInbound && message.purgedAt === null && (
          <Button variant="default" loading={simulation.isPending} onClick={() => simulation.mutate()}>
            Try it with today’s rules
          </Button>
        )}
        {message.status === 'unknown' && (
          <RoleButton
            role="editor"
            loading={resend.isPending}
            onClick={() =>
              resend.mutate(undefined, {
                onSuccess: ({ id }) => {
                  notifications.show({ message: 'Queued once more.' });
                  void navigate(`/messages/${id}`);
                },
              })
            }
          >
            Send again
          </RoleButton>
        )}
        {isInbound && hasDecision && message.purgedAt === null && (
          <RoleButton role="editor" variant="default" onClick={() => setMakingTest(true)}>
            Make a test case
          </RoleButton>
        )}
        <Button variant="default" component={Link} to={consentPath(message.theirAddress)}>
          Consent of this contact
        </Button>
      </Group>
      {message.status === 'unknown' && (
        <Text size="sm" c="dimmed">
          Nobody knows whether this message arrived. Sent again, the customer may get it twice.
        </Text>
      )}
      {isMakingTest && <TestCaseDialog messageId={message.id} onClose={() => setMakingTest(false)} />}
      <div aria-live="polite">
        {replay.isError && <ProblemAlert error={replay.error} />}
        {replay.data !== undefined && <ReplayResult replay={replay.data} />}
        {simulation.isError && <ProblemAlert error={simulation.error} />}
        {simulation.data !== undefined && (
          <Paper withBorder p="md">
            <Group gap="xs" mb="xs">
              <Text fw={600} size="sm">
                With today’s rules
              </Text>
              <VerdictBadge verdict={simulation.data.verdict} />
            </Group>
            <Text size="sm">{simulation.data.sentence} Nothing was stored or sent.</Text>
            <TraceTree nodes={simulation.data.stages} />
          </Paper>
        )}
      </div>
    </Stack>
  );
}

function ReplayResult({ replay: { identical, rulesVersion, differences } }: { readonly replay: Replay }) {
  if (identical) {
    return (
      <Alert color="green" title="The same decision again" mb="sm">
        Made once more from what was stored, by version {rulesVersion} of the rulebook: the same, down to the
        last step of the reasoning.
      </Alert>
    );
  }
  return (
    <Alert color="orange" title="It comes out differently" mb="sm">
      Made once more by version {rulesVersion} of the rulebook, {differences.length} things differ:
      <List size="sm">
        {differences.slice(0, 20).map(({ pointer, before, after }) => (
          <List.Item key={pointer}>
            <Code>{pointer}</Code>: {JSON.stringify(before)} → {JSON.stringify(after)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
