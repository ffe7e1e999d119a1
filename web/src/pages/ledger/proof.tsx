import { Group, List, Paper, Progress, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { Hash } from '../consent/ledger-entry.tsx';
import { VerificationResult } from './verification-result.tsx';

type Standing = components['schemas']['LedgerStandingView'];

/** How the ledger stands, and the button that proves it. */
export function Proof() {
  const queries = useQueryClient();
  const standing = useQuery({
    queryKey: ['consent', 'standing'],
    queryFn: () => bodyOf(api.GET('/api/v1/consent/standing')),
  });
  const verify = useMutation({
    mutationFn: () => bodyOf(api.GET('/api/v1/consent/verify')),
    meta: { isShownInPlace: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['consent', 'standing'] }),
  });
  if (standing.isError)
    return <ProblemAlert error={standing.error} onRetry={() => void standing.refetch()} />;
  if (standing.data === undefined) return <Skeleton h={120} aria-busy="true" aria-label="Loading" />;
  const { entries, checkpoints } = standing.data;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Title order={2} size="h4">
              Proof
            </Title>
            <Text size="sm">
              {entries.toLocaleString()} {entries === 1 ? 'entry' : 'entries'}.{' '}
              <LastCheck standing={standing.data} />
            </Text>
          </Stack>
          <RoleButton role="administrator" loading={verify.isPending} onClick={() => verify.mutate()}>
            Verify now
          </RoleButton>
        </Group>
        <div aria-live="polite">
          {verify.isPending && (
            <Stack gap={4}>
              <Text size="sm">
                Reading {entries.toLocaleString()} entries. A million take about a minute.
              </Text>
              <Progress value={100} animated aria-label="Verifying the ledger" />
            </Stack>
          )}
          {verify.error !== null && <ProblemAlert error={verify.error} onRetry={() => verify.mutate()} />}
          {verify.data !== undefined && !verify.isPending && <VerificationResult report={verify.data} />}
        </div>
        {checkpoints.length > 0 && <Checkpoints checkpoints={checkpoints} />}
      </Stack>
    </Paper>
  );
}

function LastCheck({ standing: { checkedAt, findingCount } }: { readonly standing: Standing }) {
  if (checkedAt === null) return 'It has not been verified by the schedule yet.';
  return (
    <>
      Last verified by the schedule on <Instant at={checkedAt} />:{' '}
      {findingCount === 0 ? 'intact.' : `${findingCount ?? 0} things were wrong. Verify it to see which.`}
    </>
  );
}

function Checkpoints({ checkpoints }: Pick<Standing, 'checkpoints'>) {
  return (
    <div>
      <Text size="sm" fw={500}>
        Newest signed checkpoints
      </Text>
      <List size="sm">
        {checkpoints.map(({ name, position, hash, signedAt }) => (
          <List.Item key={name}>
            {position === null || hash === null ? (
              `The file ${name} cannot be read.`
            ) : (
              <>
                Entry {position.toLocaleString()} <Hash value={hash} /> on <Instant at={signedAt} />
              </>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
