import { Anchor, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ReasonDialog } from '../../shell/reason-dialog.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { consentPath } from './consent-state.tsx';
import { useContact } from './use-consent.ts';

/** Which addresses are one person: a STOP by one of them stops all. */
export function LinkedAddresses({
  contactId,
  address,
}: {
  readonly contactId: string;
  readonly address: string;
}) {
  const contact = useContact(contactId);
  const queries = useQueryClient();
  const [unlinking, setUnlinking] = useState('');
  const [open, setOpen] = useState<'link' | 'unlink' | undefined>(undefined);
  const [other, setOther] = useState('');
  const meta = { isShownInPlace: true };
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['consent'] });
  const id = contactId;
  const link = useMutation({
    mutationFn: (body: { address: string; reason: string }) =>
      bodyOf(api.POST('/api/v1/contacts/{id}/addresses', { params: { path: { id } }, body })),
    meta,
    onSuccess,
  });
  const unlink = useMutation({
    mutationFn: (given: { address: string; reason: string }) =>
      api.DELETE('/api/v1/contacts/{id}/addresses/{address}', {
        params: { path: { id, address: given.address }, query: { reason: given.reason } },
      }),
    meta,
    onSuccess,
  });
  if (contact.isError) return <ProblemAlert error={contact.error} onRetry={() => void contact.refetch()} />;
  if (contact.data === undefined) return null;
  const { addresses, name } = contact.data;
  const known = addresses.filter(({ kind }) => kind !== 'erased');
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {name === null ? 'Their addresses' : <span dir="auto">{`Addresses of ${name}`}</span>}
        </Title>
        <RoleButton role="editor" size="compact-sm" variant="default" onClick={() => setOpen('link')}>
          Link another
        </RoleButton>
      </Group>
      <Stack gap={6}>
        {known.length === 0 && <Text size="sm">Erased.</Text>}
        {known.map(({ value, createdAt }) => (
          <Group key={value} justify="space-between" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <Anchor component={Link} to={consentPath(value)} underline="always">
                {value}
              </Anchor>{' '}
              <Text span size="xs" c="dimmed">
                known since <Instant at={createdAt} />
              </Text>
            </Text>
            {known.length > 1 && (
              <RoleButton
                role="editor"
                size="compact-sm"
                variant="subtle"
                aria-label={`Unlink ${value}`}
                onClick={() => {
                  setUnlinking(value);
                  setOpen('unlink');
                }}
              >
                Unlink
              </RoleButton>
            )}
          </Group>
        ))}
      </Stack>
      <ReasonDialog
        title="Link another address"
        isOpen={open === 'link'}
        onClose={() => setOpen(undefined)}
        confirm="Link"
        reasonHint="How do you know that it is the same person? Kept in the ledger for good."
        onConfirm={async (reason) => {
          await link.mutateAsync({ address: other.trim(), reason });
          setOther('');
        }}
      >
        <Text size="sm">
          Whoever has the address is joined into this person; the stricter consent of the two counts from now
          on, for every address.
        </Text>
        <TextInput
          label="Address"
          description={`The same person as ${address}.`}
          placeholder="+2207654321 or name@example.org"
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
          required
        />
      </ReasonDialog>
      <ReasonDialog
        title={`Unlink ${unlinking}`}
        isOpen={open === 'unlink'}
        onClose={() => setOpen(undefined)}
        confirm="Unlink"
        reasonHint="How do you know that it is another person? Kept in the ledger for good."
        onConfirm={(reason) => unlink.mutateAsync({ address: unlinking, reason })}
      >
        <Text size="sm">
          The address becomes a person of its own, with its conversations. The consent stays with both:
          whoever was opted out stays so.
        </Text>
      </ReasonDialog>
    </Paper>
  );
}
