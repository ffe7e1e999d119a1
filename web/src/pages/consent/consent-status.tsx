import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { DataTable } from '../../shell/data-table.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { ConsentBadge, type ConsentView } from './consent-state.tsx';
import { EntryWords } from './ledger-entry.tsx';
import { useRecordConsent, type ConsentAct } from './use-consent.ts';

type Wanted = { readonly action: ConsentAct['action']; readonly category?: { key: string; name: string } };

/** Whether anything may be sent, what that rests on, and the two things that a person can do about it. */
export function ConsentStatus({ consent }: { readonly consent: ConsentView }) {
  const [wanted, setWanted] = useState<Wanted>({ action: 'opt_out' });
  const [isOpen, setOpen] = useState(false);
  const record = useRecordConsent(consent.address);
  const ask = (act: Wanted) => {
    setWanted(act);
    setOpen(true);
  };
  const { state, since, lastEntry, categories } = consent;
  const isOut = wanted.action === 'opt_out';
  const ofWhat = wanted.category === undefined ? 'everything' : wanted.category.name;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Group justify="space-between" align="flex-start">
          <Stack gap={4} style={{ minWidth: 0, flex: '1 1 20rem' }}>
            <Group gap="xs">
              <Title order={2} size="h4">
                All messages, every channel
              </Title>
              <ConsentBadge state={state} />
            </Group>
            <Text size="sm">{meaningOf(consent)}</Text>
            {since !== null && (
              <Text size="sm" c="dimmed">
                Since <Instant at={since} />
                {lastEntry === null ? '' : ', by this entry of the ledger:'}
              </Text>
            )}
            {lastEntry !== null && <EntryWords entry={lastEntry} />}
          </Stack>
          <Group gap="xs">
            {state !== 'opted_out' && (
              <RoleButton
                role="editor"
                color="orange"
                variant="light"
                onClick={() => ask({ action: 'opt_out' })}
              >
                Opt out
              </RoleButton>
            )}
            {state !== 'subscribed' && (
              <RoleButton role="editor" variant="light" onClick={() => ask({ action: 'opt_in' })}>
                Opt in
              </RoleButton>
            )}
          </Group>
        </Group>
        {categories.length > 0 && (
          <DataTable
            label="Consent by category"
            items={categories}
            keyOf={({ key }) => key}
            columns={[
              { header: 'Category', cell: ({ name }) => name },
              { header: 'Status', cell: (category) => <ConsentBadge state={category.state} /> },
              { header: 'Since', cell: (category) => <Instant at={category.since} /> },
              {
                header: 'Change',
                isBare: true,
                cell: (category) => (
                  <RoleButton
                    role="editor"
                    size="compact-sm"
                    variant="default"
                    aria-label={`${category.state === 'opted_out' ? 'Opt in to' : 'Opt out of'} ${category.name}`}
                    onClick={() =>
                      ask({ action: category.state === 'opted_out' ? 'opt_in' : 'opt_out', category })
                    }
                  >
                    {category.state === 'opted_out' ? 'Opt in' : 'Opt out'}
                  </RoleButton>
                ),
              },
            ]}
          />
        )}
      </Stack>
      <ReasonDialog
        title={`${isOut ? 'Opt out of' : 'Opt in to'} ${ofWhat}`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirm={isOut ? 'Opt out' : 'Opt in'}
        {...(isOut && { color: 'orange' })}
        reasonHint="Kept in the ledger for good: how do you know what they want?"
        onConfirm={async (reason) => {
          const { action, category } = wanted;
          await record.mutateAsync({
            action,
            reason,
            ...(category !== undefined && { category: category.key }),
          });
          notifications.show({ message: isOut ? 'Opted out.' : 'Opted in.' });
        }}
      >
        <Text size="sm">
          {isOut
            ? 'In force at once, on every channel; what is queued for them is cancelled.'
            : 'Only on their own word. A later STOP of theirs counts as ever.'}
        </Text>
      </ReasonDialog>
    </Paper>
  );
}

function meaningOf({ state, isKnown }: ConsentView): string {
  if (!isKnown) return 'Nobody of this address is on record, and nothing stands against writing.';
  switch (state) {
    case 'subscribed':
      return 'Automatic messages may be sent.';
    case 'opted_out':
      return 'Nothing automatic is sent.';
    case 'held':
      return 'They may have asked to stop: automatic messages stay back until that is settled.';
    default: {
      const never: never = state;
      return never;
    }
  }
}
