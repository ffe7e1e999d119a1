import '../revisions/editor.css';
import { Grid, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { DOMAIN_EVENT_NAMES, type DomainEventName } from '../../../../src/events/domain-events.js';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import type { StoredDefinition } from '../revisions/definition-store.ts';
import { joined, ofWhatIsWritten } from '../revisions/definition-problems.ts';
import { EditorsOnly } from '../../shell/editors-only.tsx';
import { JsonPanel } from '../revisions/json-panel.tsx';
import { Problems } from '../revisions/problems.tsx';
import { RevisionsPanel } from '../revisions/revisions-panel.tsx';
import { SaveBar } from '../revisions/save-bar.tsx';
import { useDraft } from '../revisions/use-draft.ts';
import { useRefusal } from '../revisions/use-refusal.ts';
import { DryRunPanel } from './dry-run/dry-run-panel.tsx';
import { modeOf } from './rule-mode.ts';
import { RuleForm } from './rule-form.tsx';
import { RULE_STORE } from './rule-store.ts';
import { samplePayload } from './simulator/sample-payload.ts';
import { SimulatorPanel } from './simulator/simulator-panel.tsx';
import { useSimulation, type Trial } from './simulator/use-simulation.ts';

type RuleEditorProps = {
  /** Null for a new rule. */
  readonly stored: StoredDefinition | null;
  readonly fresh: JsonObject;
  readonly onSaved: (stored: StoredDefinition) => void;
};

const FIRST_TRIAL = {
  channel: 'sms',
  from: '+2207654321',
  text: 'what are your hours?',
  at: '',
} as const satisfies Partial<Trial>;

/** A rule in its tabs, with the simulator always beside them. */
export function RuleEditor({ stored, fresh, onSaved }: RuleEditorProps) {
  const draft = useDraft(stored?.definition ?? fresh);
  const [tab, setTab] = useState<string | null>('form');
  const [tried, setTried] = useState<Omit<Trial, 'event'>>({ ...FIRST_TRIAL, payload: '' });
  const [dryRun, setDryRun] = useState<{ readonly id: string; readonly of: string }>();
  const event = eventOf(draft.draft);
  const trial = { ...tried, event, payload: tried.payload === '' ? samplePayload(event) : tried.payload };
  const simulation = useSimulation(draft.draft, { ruleId: stored?.id }, trial);
  const refusal = useRefusal(draft.draft);
  const written = JSON.stringify(draft.draft);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7, xl: 8 }}>
        <Stack>
          <Tabs value={tab} onChange={setTab} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="form">Form</Tabs.Tab>
              <Tabs.Tab value="json">JSON</Tabs.Tab>
              <Tabs.Tab value="past">Past 30 days</Tabs.Tab>
              {stored !== null && <Tabs.Tab value="revisions">Revisions</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="form" pt="md">
              <EditorsOnly why="You may look at this rule and try it. Changing it needs the role editor; ask an administrator.">
                <Problems of={joined(refusal.problems, ofWhatIsWritten(simulation.problems, draft.draft))}>
                  <RuleForm
                    rule={draft.draft}
                    onChange={draft.setDraft}
                    onTry={(text) => setTried({ ...tried, text })}
                  />
                </Problems>
              </EditorsOnly>
            </Tabs.Panel>
            <Tabs.Panel value="json" pt="md">
              <JsonPanel
                definition={draft.draft}
                onChange={draft.setDraft}
                about="The whole rule, also what the form does not show. GET /api/v1/rules/schema describes it."
              />
            </Tabs.Panel>
            <Tabs.Panel value="past" pt="md">
              <DryRunPanel
                definition={draft.draft}
                ruleId={stored?.id}
                runId={dryRun?.id}
                isOfThisDraft={dryRun?.of === written}
                onStarted={(id) => setDryRun({ id, of: written })}
              />
            </Tabs.Panel>
            {stored !== null && (
              <Tabs.Panel value="revisions" pt="md">
                <RevisionsPanel
                  store={RULE_STORE}
                  stored={stored}
                  onRolledBack={({ definition }) => draft.restart(definition)}
                />
              </Tabs.Panel>
            )}
          </Tabs>
          <SaveBar
            store={RULE_STORE}
            stored={stored}
            draft={draft}
            onRefused={refusal.note}
            onSaved={onSaved}
            dryRunId={dryRun?.of === written ? dryRun.id : undefined}
            onNeedsDryRun={() => setTab('past')}
          />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5, xl: 4 }}>
        <div className="heed-beside">
          <SimulatorPanel
            trial={trial}
            onTrial={({ event: _event, ...next }) => setTried(next)}
            simulation={simulation}
            isOff={modeOf(draft.draft) === 'off'}
          />
        </div>
      </Grid.Col>
    </Grid>
  );
}

/** The event of the trigger; while none is chosen a message is tried. */
function eventOf(rule: JsonObject): DomainEventName {
  const event = asObject(rule['trigger'])?.['event'];
  return DOMAIN_EVENT_NAMES.find((each) => each === event) ?? 'message.received';
}
