import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { CustomerText } from '../../shell/customer-text.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { consentPath } from '../consent/consent-state.tsx';

type Hold = components['schemas']['HoldView'];
type Settling = { readonly hold: Hold; readonly action: 'opt_out' | 'opt_in' };

/** Messages that may be a stop, for a person to decide. */
export function HoldsPage() {
  const queries = useQueryClient();
  const [settling, setSettling] = useState<Settling | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const settle = useMutation({
    mutationFn: ({ hold, action, reason }: Settling & { readonly reason: string }) =>
      bodyOf(
        api.POST('/api/v1/consent/{address}', {
          params: { path: { address: hold.address } },
          body: { action, reason },
        }),
      ),
    meta: { isShownInPlace: true },
    onSuccess: async (_consent, { action }) => {
      notifications.show({ message: action === 'opt_out' ? 'Opted out.' : 'Kept. They are answered again.' });
      await queries.invalidateQueries({ queryKey: ['consent'] });
    },
  });
  const ask = (wanted: Settling) => {
    setSettling(wanted);
    setOpen(true);
  };
  return (
    <Page
      title="Review queue"
      about="These people may have asked to stop. Nothing automatic is sent to them until it is settled, here, by their next word, or by time."
    >
      <CursorList
        queryKey={['consent', 'holds']}
        refetchIntervalMs={30_000}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/consent/holds', {
              params: { query: { limit: 20, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={
          <EmptyState title="Nothing to review">
            A message such as “please stop messaging me so late” would wait here. Clear words, such as STOP,
            are honoured by themselves: see the{' '}
            <Anchor component={Link} to="/ledger" inherit underline="always">
              ledger
            </Anchor>
            .
          </EmptyState>
        }
      >
        {(holds) => (
          <Stack gap="sm" role="list" aria-label="Held messages">
            {holds.map((hold) => (
              <HeldMessage key={hold.entryId} hold={hold} onSettle={(action) => ask({ hold, action })} />
            ))}
          </Stack>
        )}
      </CursorList>
      <ReasonDialog
        title={settling?.action === 'opt_in' ? 'Keep answering' : 'Opt out of everything'}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirm={settling?.action === 'opt_in' ? 'Keep' : 'Opt out'}
        {...(settling?.action !== 'opt_in' && { color: 'orange' })}
        reasonHint="Kept in the ledger for good: how did you understand it?"
        onConfirm={async (reason) => settling !== undefined && settle.mutateAsync({ ...settling, reason })}
      >
        {settling?.hold.text !== null && settling !== undefined && <CustomerText text={settling.hold.text} />}
      </ReasonDialog>
    </Page>
  );
}

function HeldMessage({
  hold,
  onSettle,
}: {
  readonly hold: Hold;
  readonly onSettle: (action: Settling['action']) => void;
}) {
  const { address, channel, text, heldAt } = hold;
  return (
    <Paper withBorder p="md" role="listitem">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} style={{ minWidth: 0, flex: '1 1 20rem' }}>
          {text === null ? (
            <Text size="sm" c="dimmed">
              Its text is no longer kept.
            </Text>
          ) : (
            <CustomerText text={text} size="md" />
          )}
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <Anchor component={Link} to={consentPath(address)} size="xs" underline="always">
              {address}
            </Anchor>
            {channel === null ? '' : ` · ${channel}`} · held since <Instant at={heldAt} />
          </Text>
        </Stack>
        <Group gap="xs">
          <RoleButton
            role="editor"
            color="orange"
            variant="light"
            aria-label={`Opt out ${address}`}
            onClick={() => onSettle('opt_out')}
          >
            Opt out
          </RoleButton>
          <RoleButton
            role="editor"
            variant="default"
            aria-label={`Keep ${address}`}
            onClick={() => onSettle('opt_in')}
          >
            Keep
          </RoleButton>
        </Group>
      </Group>
    </Paper>
  );
}
