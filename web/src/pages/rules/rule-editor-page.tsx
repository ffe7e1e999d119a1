import { Button, Skeleton } from '@mantine/core';
import { Link, useNavigate, useParams } from 'react-router';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useDefinition } from '../revisions/use-definition.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RULE_STORE } from './rule-store.ts';

/** What a new rule starts as: it answers one word, until its author says otherwise. */
const NEW_RULE: JsonObject = {
  name: '',
  enabled: true,
  mode: 'live',
  trigger: { event: 'message.received' },
  when: { any: [{ fact: 'message.text', op: 'word', value: 'hours' }] },
  then: [{ reply: { text: '' } }],
  limits: {},
  continue: false,
  tests: [],
};

export function RuleEditorPage() {
  const { ruleId } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useDefinition(RULE_STORE, ruleId);
  if (error !== null) {
    return (
      <Page title="Rule">
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (data === undefined) {
    return (
      <Page title="Rule">
        <Skeleton h={400} aria-label="Loading" />
      </Page>
    );
  }
  const name = data?.definition['name'];
  return (
    <Page
      title={typeof name === 'string' ? name : 'New rule'}
      about="The form and the JSON are one and the same rule. What you try beside it is the rule as you edit it."
      actions={
        <Button variant="default" component={Link} to="/rules">
          All rules
        </Button>
      }
    >
      <RuleEditor
        key={data?.id ?? 'new'}
        stored={data}
        fresh={NEW_RULE}
        onSaved={({ id }) => {
          if (ruleId === undefined) void navigate(`/rules/${id}`, { replace: true });
        }}
      />
    </Page>
  );
}
