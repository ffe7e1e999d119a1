import 'react-querybuilder/dist/query-builder.css';
import './condition-builder.css';
import { Alert } from '@mantine/core';
import { QueryBuilderMantine } from '@react-querybuilder/mantine';
import { useState } from 'react';
import { jsonDifferences } from '../../../../../src/admin/revisions/json-difference.js';
import { QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { BuilderButton, CombinatorSelector } from './builder-controls.tsx';
import { COMBINATORS, conditionOf, queryOf, type GroupQuery } from './condition-query.ts';
import { FactSelector } from './fact-selector.tsx';
import { OperatorSelector } from './operator-selector.tsx';
import { QuestionValue } from './question-value.tsx';

type ConditionBuilderProps = {
  readonly condition: unknown;
  readonly event: string;
  readonly onChange: (condition: unknown) => void;
};

const COMBINATOR_OPTIONS = COMBINATORS.map((name) => ({ name, label: name }));

const CONTROLS = {
  actionElement: BuilderButton,
  combinatorSelector: CombinatorSelector,
  fieldSelector: FactSelector,
  operatorSelector: OperatorSelector,
  valueEditor: QuestionValue,
};

const WORDS = {
  addRule: { label: '+ Question', title: 'Add a question' },
  addGroup: { label: '+ Group', title: 'Add a group of questions' },
  removeRule: { label: '✕', title: 'Remove this question' },
  removeGroup: { label: '✕', title: 'Remove this group' },
  shiftActionUp: { label: '↑', title: 'Move up' },
  shiftActionDown: { label: '↓', title: 'Move down' },
};

const NEW_QUESTION = { field: 'message.text', operator: 'word', value: {} };

/** The condition as groups of questions. It keeps its own query, so that what is being typed keeps its place, and draws anew what comes from elsewhere. */
export function ConditionBuilder({ condition, event, onChange }: ConditionBuilderProps) {
  const [drawn, setDrawn] = useState<{ readonly query: GroupQuery; readonly of: unknown }>();
  const isDrawn = drawn !== undefined && jsonDifferences(drawn.of, condition).length === 0;
  const query = isDrawn ? drawn.query : queryOf(condition);
  if (query === undefined) {
    return (
      <Alert color="yellow" title="This condition cannot be drawn">
        Change it in the JSON tab. It is kept as it is.
      </Alert>
    );
  }
  const change = (next: RuleGroupType) => {
    const written = conditionOf(next);
    setDrawn({ query: next, of: written });
    if (jsonDifferences(condition, written).length > 0) onChange(written);
  };
  return (
    <QueryBuilderMantine>
      <QueryBuilder
        query={query}
        onQueryChange={change}
        enableMountQueryChange={false}
        fields={[{ name: 'message.text', label: 'message.text' }]}
        combinators={COMBINATOR_OPTIONS}
        controlElements={CONTROLS}
        translations={WORDS}
        context={{ event }}
        onAddRule={(rule) => ({
          ...rule,
          ...NEW_QUESTION,
          ...(event !== 'message.received' && { field: 'event.name' }),
        })}
        resetOnFieldChange={false}
        resetOnOperatorChange={false}
        showShiftActions
        controlClassnames={{ queryBuilder: 'heed-condition' }}
        accessibleDescriptionGenerator={({ path }) =>
          path.length === 0
            ? 'The condition'
            : `Group ${path.map((each) => each + 1).join('.')} of the condition`
        }
      />
    </QueryBuilderMantine>
  );
}
