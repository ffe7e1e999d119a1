import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { useMay } from '../../session/use-session.ts';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';
import type { DefinitionProblems } from './definition-problems.ts';
import { OtherVersion } from './other-version.tsx';
import { RefusalAlert } from './refusal-alert.tsx';
import { useSaveDefinition } from './use-definition.ts';
import type { Draft } from './use-draft.ts';

type SaveBarProps = {
  readonly store: DefinitionStore;
  /** What is stored; absent for something new. */
  readonly stored: StoredDefinition | null;
  readonly draft: Draft;
  readonly onSaved: (stored: StoredDefinition) => void;
  /** Told what is wrong, for the fields to say it. */
  readonly onRefused: (problems: DefinitionProblems) => void;
  /** The dry run of exactly this draft, where there is one. */
  readonly dryRunId?: string | undefined;
  /** Leads to the dry run that a rule needs before it goes live. */
  readonly onNeedsDryRun?: () => void;
};

/** Saves the draft as a new revision with a reason. A refusal stays here, and so does what was typed. */
export function SaveBar({ store, stored, draft, onSaved, onRefused, dryRunId, onNeedsDryRun }: SaveBarProps) {
  const [reason, setReason] = useState('');
  const mayEdit = useMay('editor');
  const save = useSaveDefinition(store, stored?.id, (saved) => {
    draft.restart(saved.definition);
    setReason('');
    notifications.show({ message: `Saved as revision ${saved.revision}.` });
    onSaved(saved);
  });
  const saveAfter = (revision: number | undefined) =>
    save.mutate(
      {
        definition: draft.draft,
        reason,
        ...(revision !== undefined && { revision }),
        ...(dryRunId !== undefined && { dryRunId }),
      },
      { onError: (error) => onRefused(error instanceof Problem ? error.errors : []) },
    );
  const needsDryRun =
    save.error instanceof Problem && save.error.errors.some(({ pointer }) => pointer === '/dryRunId');
  const mayBeOutdated = save.error instanceof Problem && save.error.status === 409 && !needsDryRun;
  if (!mayEdit) return null;
  return (
    <Stack gap="sm">
      {needsDryRun && onNeedsDryRun !== undefined && (
        <Alert color="yellow" title="Try it on the past first" role="alert">
          <Text size="sm" mb="sm">
            It would have answered so often in the last 30 days that you should see what it changes before it
            goes live. Run it over the past, look at the result, then save again.
          </Text>
          <Button size="xs" onClick={onNeedsDryRun}>
            Go to the dry run
          </Button>
        </Alert>
      )}
      {save.error !== null && !needsDryRun && !(mayBeOutdated && stored !== null) && (
        <RefusalAlert error={save.error} />
      )}
      {mayBeOutdated && stored !== null && (
        <OtherVersion
          store={store}
          stored={stored}
          draft={draft.draft}
          onTakeTheirs={(theirs) => {
            save.reset();
            draft.restart(theirs.definition);
            onSaved(theirs);
          }}
          onKeepMine={({ revision }) => saveAfter(revision)}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saveAfter(stored?.revision);
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Why (kept with the revision)"
            placeholder="Christmas hours"
            maxLength={500}
            flex={1}
            miw={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button type="submit" loading={save.isPending} disabled={stored !== null && !draft.isChanged}>
            {stored === null ? `Make the ${store.noun}` : 'Save'}
          </Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed" aria-live="polite">
        {stored === null
          ? 'Not saved yet.'
          : draft.isChanged
            ? 'You have changes that are not saved.'
            : `Revision ${stored.revision}, saved.`}
      </Text>
    </Stack>
  );
}
