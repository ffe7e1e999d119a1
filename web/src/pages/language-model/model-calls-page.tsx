import { Anchor, Code, Stack, Tabs } from '@mantine/core';
import { Link } from 'react-router';
import { CursorList } from '../../shell/cursor-list.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { DraftCard } from './draft-card.tsx';
import { ModelCallTable } from './model-call-table.tsx';
import { loadModelCalls, MODEL_CALLS_KEY, type ModelCall } from './use-model-calls.ts';

const LOOK_EVERY_MS = 10_000;

/** What a language model has written for people to send, and every question that it was asked. */
export function ModelCallsPage() {
  return (
    <Page
      title="Language model"
      about="Answers that a model has written. A draft is sent by a person, or not at all."
    >
      <Tabs defaultValue="drafts" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="drafts">Drafts</Tabs.Tab>
          <Tabs.Tab value="all">Every question</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="drafts" pt="md">
          <CursorList<ModelCall>
            queryKey={[...MODEL_CALLS_KEY, 'draft']}
            refetchIntervalMs={LOOK_EVERY_MS}
            load={(cursor) => loadModelCalls('draft', cursor)}
            empty={
              <EmptyState title="No draft waits for you">
                A <RuleLink /> with the action “Ask a language model” has it draft an answer; the draft waits
                here until somebody sends or discards it.
              </EmptyState>
            }
          >
            {(drafts) => (
              <Stack role="list" aria-label="Drafts">
                {drafts.map((draft) => (
                  <DraftCard key={draft.id} draft={draft} />
                ))}
              </Stack>
            )}
          </CursorList>
        </Tabs.Panel>
        <Tabs.Panel value="all" pt="md">
          <CursorList<ModelCall>
            queryKey={[...MODEL_CALLS_KEY, 'all']}
            refetchIntervalMs={LOOK_EVERY_MS}
            load={(cursor) => loadModelCalls(undefined, cursor)}
            empty={
              <EmptyState title="The model was never asked">
                It is off until Heed is started with <Code>HEED_MODEL_BASE_URL</Code> and{' '}
                <Code>HEED_MODEL_NAME</Code>. Then a <RuleLink /> asks it by the action “Ask a language
                model”.
              </EmptyState>
            }
          >
            {(calls) => <ModelCallTable calls={calls} />}
          </CursorList>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function RuleLink() {
  return (
    <Anchor component={Link} to="/rules" inherit underline="always">
      rule
    </Anchor>
  );
}
