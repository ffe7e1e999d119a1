import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { DefinitionEditorPage, type EditorParts } from '../revisions/definition-editor.tsx';
import { joined, ofWhatIsWritten } from '../revisions/definition-problems.ts';
import { Problems, useProblems } from '../revisions/problems.tsx';
import { FlowForm } from './flow-form.tsx';
import { FLOW_STORE } from './flow-store.ts';
import { FlowTrial } from './flow-trial.tsx';
import { useFlowTrial } from './use-flow-trial.ts';

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
  about: 'A conversation of several steps. A rule begins it, by its action “Start a flow”.',
  jsonAbout: 'The whole flow, also what the form does not show. GET /api/v1/flows/schema describes it.',
  deletion:
    'While rules start it, it cannot be deleted. Conversations in the middle of it go on to their end.',
  form: (flow, onChange) => <CheckedFlowForm flow={flow} onChange={onChange} />,
  aside: (draft) => <FlowTrial flow={draft} />,
};

export function FlowEditorPage() {
  return <DefinitionEditorPage parts={PARTS} />;
}

/** Tells what is wrong while it is being written, besides what a try to save found. */
function CheckedFlowForm(props: {
  readonly flow: JsonObject;
  readonly onChange: (flow: JsonObject) => void;
}) {
  const { problems } = useFlowTrial(props.flow, []);
  return (
    <Problems of={joined(useProblems(), ofWhatIsWritten(problems, props.flow))}>
      <FlowForm {...props} />
    </Problems>
  );
}
