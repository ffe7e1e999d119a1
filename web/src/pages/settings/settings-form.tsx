import { Fieldset, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Problem } from '../../api/problem.ts';
import { useMay } from '../../session/use-session.ts';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { OtherSettings } from './other-settings.tsx';
import type { useVersioned } from './use-versioned.ts';

type Stored = {
  readonly version: number;
  readonly actor: string | null;
  readonly changedAt: string | null;
};

type SettingsFormProps<View extends Stored, Content> = {
  readonly document: ReturnType<typeof useVersioned<View, Content>>;
  readonly contentOf: (view: View) => Content;
  /** Whether a reason is kept with a version. */
  readonly asksReason: boolean;
  readonly children: (content: Content, change: (content: Content) => void) => ReactNode;
};

/** The frame of a form of settings: who changed them last, the fields, saving, and what to do when somebody else was faster. */
export function SettingsForm<View extends Stored, Content>({
  document,
  contentOf,
  asksReason,
  children,
}: SettingsFormProps<View, Content>) {
  const [reason, setReason] = useState('');
  const isAdministrator = useMay('administrator');
  const { query, base, content, theirs, saving, isChanged } = document;
  if (query.isError && content === undefined) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (base === undefined || content === undefined) {
    return <Skeleton h={300} aria-busy="true" aria-label="Loading" />;
  }
  const isOutdated = saving.error instanceof Problem && saving.error.status === 409;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        document.save(reason.trim());
      }}
    >
      <Stack maw={760}>
        <Text size="sm" c="dimmed">
          {base.version === 0 ? (
            'Nobody has changed these settings yet.'
          ) : (
            <>
              Version {base.version}, by {base.actor ?? 'nobody'} on <Instant at={base.changedAt} />.
            </>
          )}
        </Text>
        <Fieldset variant="unstyled" mx={0} p={0} disabled={!isAdministrator}>
          {children(content, document.change)}
        </Fieldset>
        {saving.error !== null && !isOutdated && <ProblemAlert error={saving.error} />}
        {theirs !== undefined && (
          <OtherSettings
            theirs={contentOf(theirs)}
            theirVersion={theirs.version}
            mine={content}
            onTakeTheirs={() => document.takeTheirs(theirs)}
            onKeepMine={() => document.keepMine(theirs, reason.trim())}
          />
        )}
        <Group align="flex-end">
          {asksReason && (
            <TextInput
              label="Why (kept with the version)"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              disabled={!isAdministrator}
              style={{ flex: '1 1 14rem' }}
            />
          )}
          <RoleButton role="administrator" type="submit" loading={saving.isPending} disabled={!isChanged}>
            Save
          </RoleButton>
        </Group>
        <Text size="sm" c="dimmed" aria-live="polite">
          {isChanged ? 'You have changes that are not saved.' : ''}
        </Text>
      </Stack>
    </form>
  );
}
