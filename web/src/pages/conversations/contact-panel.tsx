import { Anchor, Badge, Group, Loader, Paper, Stack, TagsInput, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ConsentBadge } from './consent-badge.tsx';
import { useConsent, useContact, useTagChange, type Contact } from './use-conversations.ts';
import { consentPath } from '../messages/consent-path.ts';

/** Who this is: addresses, consent, and what rules know about them. */
export function ContactPanel({
  contactId,
  address,
}: {
  readonly contactId: string;
  readonly address: string;
}) {
  const contact = useContact(contactId);
  return (
    <Paper withBorder p="md" component="aside" aria-label="Contact">
      {contact.isPending && <Loader size="sm" aria-label="Loading" />}
      {contact.isError && <ProblemAlert error={contact.error} onRetry={() => void contact.refetch()} />}
      {contact.data !== undefined && (
        <Stack gap="md">
          <Title order={2} size="h5" dir="auto">
            {contact.data.name ?? 'No name known'}
          </Title>
          <Consent address={address} />
          <Part title="Addresses">
            {contact.data.addresses.map(({ kind, value }) => (
              <Text key={value} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {value}{' '}
                <Text span inherit c="dimmed">
                  {kind}
                </Text>
              </Text>
            ))}
          </Part>
          <Tags key={contact.data.updatedAt} contact={contact.data} />
          <Attributes attributes={contact.data.attributes} />
          <Text size="xs" c="dimmed" component="div">
            Known since <Instant at={contact.data.createdAt} />
          </Text>
        </Stack>
      )}
    </Paper>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      {children}
    </div>
  );
}

function Consent({ address }: { readonly address: string }) {
  const consent = useConsent(address);
  if (consent.data === undefined) return null;
  const { state, since, categories } = consent.data;
  return (
    <Part title="Consent">
      <Group gap="xs">
        <ConsentBadge state={state} />
        {since !== null && (
          <Text size="xs" c="dimmed" component="div">
            since <Instant at={since} />
          </Text>
        )}
      </Group>
      {categories.map(({ key, name, state: own }) => (
        <Group key={key} gap="xs" mt={4}>
          <Text size="sm" dir="auto">
            {name}
          </Text>
          <ConsentBadge state={own} />
        </Group>
      ))}
      <Anchor component={Link} to={consentPath(address)} size="sm">
        Consent and its history
      </Anchor>
    </Part>
  );
}

function Tags({ contact: { id, tags } }: { readonly contact: Contact }) {
  const change = useTagChange(id);
  const mayChange = useMay('editor');
  if (!mayChange) {
    return (
      <Part title="Tags">
        <Group gap={6}>
          {tags.length === 0 ? (
            <Text size="sm">none</Text>
          ) : (
            tags.map((tag) => <Badge key={tag}>{tag}</Badge>)
          )}
        </Group>
      </Part>
    );
  }
  return (
    <TagsInput
      label="Tags"
      description="Rules can ask about them."
      placeholder="Add one"
      maxTags={50}
      value={tags}
      disabled={change.isPending}
      onChange={(wanted) =>
        change.mutate(wanted.map((tag) => tag.trim().slice(0, 64)).filter((tag) => tag !== ''))
      }
    />
  );
}

function Attributes({ attributes }: { readonly attributes: Contact['attributes'] }) {
  const known = Object.entries(attributes);
  if (known.length === 0) return null;
  return (
    <Part title="Attributes">
      {known.map(([name, value]) => (
        <Text key={name} size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {name}: {String(value)}
        </Text>
      ))}
    </Part>
  );
}
