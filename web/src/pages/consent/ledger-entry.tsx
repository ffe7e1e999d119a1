import { Code, Group, Stack, Text, Tooltip } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import { CustomerText } from '../../shell/customer-text.tsx';

export type LedgerEntry = components['schemas']['ChainedEntryView'];

type Entry = components['schemas']['LedgerEntryView'];

const ACTIONS: Readonly<Record<Entry['action'], string>> = {
  revoke: 'Opted out',
  grant: 'Opted in',
  hold: 'Held',
  release: 'Hold released',
  erase: 'Erased',
};

const SOURCES: Readonly<Record<Entry['source'], string>> = {
  message: 'by a message',
  email_one_click: 'by one click in an e-mail',
  administrator: 'by a person here',
  provider: 'as the provider reported',
  import: 'by an import',
  hold_timeout: 'because nobody settled it in time',
  link: 'by a linked address',
};

/** What was done, as a sentence: “Opted out of marketing, by a message”. */
export function actionOf({ action, scope, source }: Pick<Entry, 'action' | 'scope' | 'source'>): string {
  return `${ACTIONS[action]}${scope === 'all' ? '' : ` (${scope})`}, ${SOURCES[source]}`;
}

/** What an entry says, and what was said. */
export function EntryWords({ entry }: { readonly entry: Entry }) {
  const { actor, reason, text, matchedSpan, changed, channel } = entry;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {actionOf(entry)}
      </Text>
      {text !== null && <CustomerText text={text} />}
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[
          channel,
          actor,
          ...(matchedSpan === null ? [] : [`decided by “${matchedSpan}”`]),
          ...(changed ? [] : ['changed nothing']),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
      {reason !== null && (
        <Text size="xs" c="dimmed" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          Reason: {reason}
        </Text>
      )}
    </Stack>
  );
}

/** The beginning of a hash; the whole when pointed at, and for whoever copies it. */
export function Hash({ value }: { readonly value: string }) {
  return (
    <Tooltip label={value} multiline maw={420}>
      <Code style={{ whiteSpace: 'nowrap' }} tabIndex={0} aria-label={value}>
        {value.slice(0, 12)}
      </Code>
    </Tooltip>
  );
}

/** An entry's own hash and that of the one before it, which it holds. */
export function ChainLinks({ entry }: { readonly entry: LedgerEntry }) {
  return (
    <Stack gap={4}>
      <Group gap={6} wrap="nowrap">
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }} w={44}>
          this
        </Text>
        <Hash value={entry.rowHash} />
      </Group>
      <Group gap={6} wrap="nowrap">
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }} w={44}>
          before
        </Text>
        <Hash value={entry.prevHash} />
      </Group>
    </Stack>
  );
}
