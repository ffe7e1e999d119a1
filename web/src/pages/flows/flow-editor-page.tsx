import { Paper, Text, TextInput } from '@mantine/core';
import { DefinitionEditorPage, type EditorParts } from '../revisions/definition-editor.tsx';
import { textMember, withMember } from '../revisions/json-member.ts';
import { FlowOutline } from './flow-outline-list.tsx';
import { FLOW_STORE } from './flow-store.ts';
import { FlowTrial } from './flow-trial.tsx';

/** A small conversation that works, to be changed. */
const FRESH = {
  name: '',
  start: 'ask_name',
  steps: {
    ask_name: {
      ask: { text: 'What is your name?' },
      saveAs: 'name',
      expect: { kind: 'text', max: 60 },
      next: 'about',
    },
    about: {
      menu: {
        text: 'Thank you, {{ flow.name }}. What is it about?',
        options: [
          { label: 'A price', next: 'price' },
          { label: 'Something else', next: 'person' },
        ],
      },
    },
    price: { say: { text: 'A delivery costs 50 in town and 120 outside.' }, next: 'end' },
    person: { handOver: { reason: 'Asked for a person', text: 'A person will answer you.' } },
  },
  hotWords: { menu: 'about' },
};

const PARTS: EditorParts = {
  store: FLOW_STORE,
  fresh: FRESH,
  about: 'A conversation of several steps. What is wrong is told at its place when you save.',
  jsonAbout: 'The whole flow. GET /api/v1/flows/schema describes it.',
  deletion:
    'While rules start it, it cannot be deleted. Conversations in the middle of it go on to their end.',
  form: (flow, onChange) => (
    <>
      <TextInput
        label="Name"
        description="By which rules start it. The steps are changed in the JSON tab; here they are told in words."
        required
        maxLength={120}
        mb="md"
        value={textMember(flow, 'name')}
        onChange={({ currentTarget }) => onChange(withMember(flow, 'name', currentTarget.value))}
      />
      <FlowOutline flow={flow} />
    </>
  ),
  aside: (_draft, stored) =>
    stored === null ? (
      <Paper withBorder p="md">
        <Text size="sm" c="dimmed">
          Once it is saved, you can play it here as a customer would.
        </Text>
      </Paper>
    ) : (
      <FlowTrial id={stored.id} revision={stored.revision} />
    ),
};

export function FlowEditorPage() {
  return <DefinitionEditorPage parts={PARTS} />;
}
