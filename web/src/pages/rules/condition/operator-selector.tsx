import { Select } from '@mantine/core';
import type { OperatorSelectorProps } from 'react-querybuilder';
import { OPERATORS } from '../../../../../src/rules/definition/rule-definition.js';
import { asObject } from '../../../../../src/messaging/untrusted.js';
import { factNamed, useFacts } from '../use-facts.ts';
import { changeQuestion } from './change-question.ts';
import { OPERATOR_WORDS } from './operator-words.ts';
import { knowsCase, textsOf, valueKindOf, valueOf } from './value-kind.ts';

/** What is asked of the fact. A value that fits the new question stays. */
export function OperatorSelector({ value: operator = '', rule, path, schema }: OperatorSelectorProps) {
  const fact = factNamed(useFacts(), rule.field);
  const known = OPERATORS.filter((each) => fact === undefined || fact.operators.includes(each));
  const isUnknown = !known.some((each) => each === operator);
  return (
    <Select
      aria-label="Question"
      allowDeselect={false}
      w={170}
      data={[
        ...known.map((each) => ({ value: each, label: OPERATOR_WORDS[each] })),
        ...(isUnknown ? [{ value: operator, label: operator }] : []),
      ]}
      value={operator}
      error={isUnknown && 'Not of this fact.'}
      onChange={(next) => {
        if (next === null) return;
        const { value, caseSensitive, ...remarks } = asObject(rule.value) ?? {};
        const keepsValue = valueKindOf(next, fact?.type) === valueKindOf(operator, fact?.type);
        const kept = keepsValue ? (next === 'in' ? valueOf(textsOf(value), next) : value) : undefined;
        changeQuestion(schema, path, {
          operator: next,
          value: {
            ...(kept !== undefined && { value: kept }),
            ...(caseSensitive !== undefined && knowsCase(next, fact?.type) && { caseSensitive }),
            ...remarks,
          },
        });
      }}
    />
  );
}
