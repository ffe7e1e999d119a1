import { Select, TextInput } from '@mantine/core';
import type { FieldSelectorProps } from 'react-querybuilder';
import { asObject } from '../../../../../src/messaging/untrusted.js';
import { factNamed, familyPrefix, isFamily, useFacts, type FactView } from '../use-facts.ts';
import { changeQuestion } from './change-question.ts';
import { valueKindOf } from './value-kind.ts';

/** Which fact is asked; of a family of facts also which member. */
export function FactSelector({ value = '', rule, path, schema, context }: FieldSelectorProps) {
  const facts = useFacts();
  const fact = factNamed(facts, value);
  const event = eventIn(context);
  const offered = facts.filter(
    ({ events, name }) => name === fact?.name || events.some((each) => each === event),
  );
  const isUnknown = fact === undefined && value !== '';
  const change = (next: FactView) => {
    const operator = next.operators.some((each) => each === rule.operator)
      ? rule.operator
      : (next.operators[0] ?? rule.operator);
    const keepsValue = valueKindOf(operator, next.type) === valueKindOf(rule.operator, fact?.type);
    const { value: kept } = asObject(rule.value) ?? {};
    changeQuestion(schema, path, {
      field: isFamily(next) ? familyPrefix(next) : next.name,
      operator,
      value: {
        ...(keepsValue && kept !== undefined && { value: kept }),
        ...(next.needsTimeZone && { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
      },
    });
  };
  return (
    <>
      <Select
        aria-label="Fact"
        searchable
        allowDeselect={false}
        w={210}
        data={[...offered.map(({ name }) => name), ...(isUnknown ? [value] : [])]}
        value={fact?.name ?? value}
        error={isUnknown && 'There is no such fact.'}
        title={fact?.description}
        onChange={(name) => {
          const next = facts.find((each) => each.name === name);
          if (next !== undefined) change(next);
        }}
      />
      {fact !== undefined && isFamily(fact) && (
        <TextInput
          aria-label={`Which of ${familyPrefix(fact)}`}
          placeholder="name"
          w={120}
          value={value.slice(familyPrefix(fact).length)}
          onChange={({ currentTarget }) =>
            changeQuestion(schema, path, { field: familyPrefix(fact) + currentTarget.value })
          }
        />
      )}
    </>
  );
}

/** The builder hands its context on without a type: the event that triggers the rule. */
function eventIn(context: unknown): unknown {
  return asObject(context)?.['event'];
}
