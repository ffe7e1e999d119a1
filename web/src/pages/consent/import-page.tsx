import {
  Alert,
  Anchor,
  Button,
  Code,
  FileInput,
  Group,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { useUnsaved } from '../../shell/unsaved.ts';
import { ImportResult } from './import-result.tsx';

type List = components['schemas']['ConsentList'];

const EXAMPLE = 'address,state,scope,at,reason\n+2207654321,opted_out,all,2026-04-10T12:00:00Z,STOP';

/** Takes over consent from another system: tried out first, then applied. */
export function ImportPage() {
  const queries = useQueryClient();
  const [content, setContent] = useState('');
  const [format, setFormat] = useState<List['format']>('csv');
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  /** The list as it was tried out; another one has to be tried out again. */
  const [tried, setTried] = useState<string | undefined>(undefined);
  const list = { format, content, source: source.trim(), reason: reason.trim() };
  const send = (dryRun: boolean) => bodyOf(api.POST('/api/v1/consent/import', { body: { ...list, dryRun } }));
  const meta = { isShownInPlace: true };
  const apply = useMutation({
    mutationFn: () => send(false),
    meta,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['consent'] }),
  });
  const tryOut = useMutation({
    mutationFn: () => send(true),
    meta,
    onSuccess: () => setTried(JSON.stringify(list)),
    onMutate: () => apply.reset(),
  });
  const read = async (file: File | null) => {
    if (file === null) return;
    setFormat(file.name.endsWith('.jsonl') ? 'jsonl' : 'csv');
    setContent(await file.text());
  };
  useUnsaved(apply.data === undefined && [content, source, reason].some((typed) => typed !== ''));
  const isComplete = content !== '' && list.source !== '' && list.reason.length >= 3;
  const isTried = tried === JSON.stringify(list) && tryOut.data !== undefined;
  return (
    <Page
      title="Import consent"
      about={
        <>
          The stricter word wins: no opt-out is ever lifted by an import.{' '}
          <Anchor component={Link} to="/consent" size="sm" underline="always">
            Back to consent
          </Anchor>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          tryOut.mutate();
        }}
      >
        <Stack maw={760}>
          <FileInput
            label="File"
            description="CSV or JSON Lines, at most 20,000 rows."
            placeholder="Choose a file"
            accept=".csv,.jsonl,text/csv"
            clearable
            styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
            onChange={(file) => void read(file)}
          />
          <Textarea
            label="The list"
            description={
              <>
                The columns are address, state (opted_out, held or subscribed), scope (all or a category), at
                and reason; the first line names them. For example: <Code>{EXAMPLE.split('\n')[1]}</Code>
              </>
            }
            placeholder={EXAMPLE}
            value={content}
            onChange={(event) => setContent(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={16}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
            required
          />
          <Group grow align="flex-start">
            <TextInput
              label="Where it comes from"
              placeholder="the CRM"
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
              maxLength={100}
              required
            />
            <TextInput
              label="Reason"
              placeholder="We move from another system"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              required
            />
          </Group>
          <Group>
            <RoleButton
              role="administrator"
              type="submit"
              variant={isTried ? 'default' : 'filled'}
              loading={tryOut.isPending}
              disabled={!isComplete}
            >
              Try it out
            </RoleButton>
            <Button disabled={!isTried} loading={apply.isPending} onClick={() => apply.mutate()}>
              {isTried ? `Import ${rowsOf(tryOut.data)}` : 'Import'}
            </Button>
            {!isTried && (
              <Text size="sm" c="dimmed">
                Nothing is changed before you have seen what would be done.
              </Text>
            )}
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">
        {apply.isPending && (
          <Alert color="blue" title="Importing">
            All rows go into the ledger together; twenty thousand take about half a minute. Leave this page
            open.
          </Alert>
        )}
        {tryOut.error !== null && (
          <Stack gap="xs">
            <Text size="sm">Nothing was imported. Mend these rows, then try it out again.</Text>
            <ProblemAlert error={tryOut.error} />
          </Stack>
        )}
        {apply.error !== null && <ProblemAlert error={apply.error} onRetry={() => apply.mutate()} />}
        {apply.data !== undefined ? (
          <ImportResult result={apply.data} />
        ) : (
          isTried && <ImportResult result={tryOut.data} />
        )}
      </div>
    </Page>
  );
}

function rowsOf({ rows }: { readonly rows: number }): string {
  return rows === 1 ? 'one row' : `${rows.toLocaleString()} rows`;
}
