import './editor.css';
import { Button, Grid, Skeleton, Stack, Tabs } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';
import { DeleteButton } from './delete-button.tsx';
import { EditorsOnly } from '../../shell/editors-only.tsx';
import { JsonPanel } from './json-panel.tsx';
import { Problems } from './problems.tsx';
import { RevisionsPanel } from './revisions-panel.tsx';
import { SaveBar } from './save-bar.tsx';
import { useDefinition } from './use-definition.ts';
import { useDraft } from './use-draft.ts';
import { useRefusal } from './use-refusal.ts';

/** What a kind of definition shows besides what all have in common. */
export type EditorParts = {
  readonly store: DefinitionStore;
  /** What something new starts as. */
  readonly fresh: JsonObject;
  readonly about: string;
  readonly jsonAbout: string;
  readonly deletion: string;
  /** The form; absent where the JSON is what is edited. */
  readonly form?: (definition: JsonObject, onChange: (definition: JsonObject) => void) => ReactNode;
  /** What stands beside it: a preview, a try-out. */
  readonly aside: (definition: JsonObject, stored: StoredDefinition | null) => ReactNode;
};

/** The page of one schedule, template or flow; its id is in the address, or it is a new one. */
export function DefinitionEditorPage({ parts }: { readonly parts: EditorParts }) {
  const { id } = useParams();
  const { store, about } = parts;
  const { data, error, refetch } = useDefinition(store, id);
  const name = data?.definition['name'];
  const title = typeof name === 'string' ? name : `New ${store.noun}`;
  return (
    <Page
      title={id === undefined || (data !== undefined && data !== null) ? title : store.noun}
      about={about}
      actions={
        <Button variant="default" component={Link} to={`/${store.area}`}>
          All {store.area}
        </Button>
      }
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} aria-label="Loading" />}
      {data !== undefined && <Editor key={data?.id ?? 'new'} parts={parts} stored={data} />}
    </Page>
  );
}

function Editor({
  parts,
  stored,
}: {
  readonly parts: EditorParts;
  readonly stored: StoredDefinition | null;
}) {
  const { store, fresh, form, aside, jsonAbout, deletion } = parts;
  const draft = useDraft(stored?.definition ?? fresh);
  const [isDeleted, setDeleted] = useState(false);
  const refusal = useRefusal(draft.draft);
  const navigate = useNavigate();
  const name = draft.draft['name'];
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7, xl: 8 }}>
        <Stack>
          <Tabs defaultValue={form === undefined ? 'json' : 'form'} keepMounted={false}>
            <Tabs.List>
              {form !== undefined && <Tabs.Tab value="form">Form</Tabs.Tab>}
              <Tabs.Tab value="json">JSON</Tabs.Tab>
              {stored !== null && <Tabs.Tab value="revisions">Revisions</Tabs.Tab>}
            </Tabs.List>
            {form !== undefined && (
              <Tabs.Panel value="form" pt="md">
                <EditorsOnly
                  why={`You may look at this ${store.noun} and try it. Changing it needs the role editor; ask an administrator.`}
                >
                  <Problems of={refusal.problems}>{form(draft.draft, draft.setDraft)}</Problems>
                </EditorsOnly>
              </Tabs.Panel>
            )}
            <Tabs.Panel value="json" pt="md">
              <JsonPanel definition={draft.draft} onChange={draft.setDraft} about={jsonAbout} />
            </Tabs.Panel>
            {stored !== null && (
              <Tabs.Panel value="revisions" pt="md">
                <RevisionsPanel
                  store={store}
                  stored={stored}
                  onRolledBack={({ definition }) => draft.restart(definition)}
                />
              </Tabs.Panel>
            )}
          </Tabs>
          <SaveBar
            store={store}
            stored={stored}
            draft={draft}
            onRefused={refusal.note}
            onSaved={({ id }) => {
              if (stored === null) void navigate(`/${store.area}/${id}`, { replace: true });
            }}
          />
          {stored !== null && !isDeleted && (
            <div>
              <DeleteButton
                store={store}
                stored={stored}
                name={typeof name === 'string' ? name : store.noun}
                consequence={deletion}
                onDeleted={() => {
                  setDeleted(true);
                  draft.restart(draft.draft);
                  void navigate(`/${store.area}`);
                }}
              />
            </div>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5, xl: 4 }}>
        <div className="heed-beside">{aside(draft.draft, stored)}</div>
      </Grid.Col>
    </Grid>
  );
}
