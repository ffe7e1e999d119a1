import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import type { JsonObject } from '../../../../../src/messaging/untrusted.js';
import { useProblemAt } from '../../revisions/problems.tsx';
import { textMember, withMember } from '../../revisions/json-member.ts';

const KINDS = {
  text: { label: 'text', fresh: '' },
  number: { label: 'number', fresh: 0 },
  boolean: { label: 'yes or no', fresh: true },
  nothing: { label: 'take it away', fresh: null },
} as const;

type Kind = keyof typeof KINDS;

type AttributeFieldsProps = {
  readonly attribute: JsonObject;
  readonly onChange: (attribute: JsonObject) => void;
};

/** The name of an attribute of the contact, and the value that it gets. */
export function AttributeFields({ attribute, onChange }: AttributeFieldsProps) {
  const problem = useProblemAt();
  const { value } = attribute;
  const kind = kindOf(value);
  const set = (name: string, next: unknown) => onChange(withMember(attribute, name, next));
  return (
    <Group grow align="flex-start">
      <TextInput
        label="Attribute"
        placeholder="city"
        error={problem('name')}
        value={textMember(attribute, 'name')}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <Select
        label="Kind"
        allowDeselect={false}
        data={Object.entries(KINDS).map(([each, { label }]) => ({ value: each, label }))}
        value={kind}
        onChange={(next) => {
          if (isKind(next)) set('value', KINDS[next].fresh);
        }}
      />
      {kind === 'text' && (
        <TextInput
          label="Value"
          placeholder="{{ message.text }}"
          error={problem('value')}
          dir="auto"
          value={textMember(attribute, 'value')}
          onChange={({ currentTarget }) => set('value', currentTarget.value)}
        />
      )}
      {kind === 'number' && (
        <NumberInput
          label="Value"
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set('value', typeof next === 'number' ? next : 0)}
        />
      )}
      {kind === 'boolean' && (
        <Select
          label="Value"
          allowDeselect={false}
          data={[
            { value: 'true', label: 'yes' },
            { value: 'false', label: 'no' },
          ]}
          value={String(value)}
          onChange={(next) => set('value', next === 'true')}
        />
      )}
    </Group>
  );
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'nothing';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

function isKind(name: string | null): name is Kind {
  return name !== null && Object.hasOwn(KINDS, name);
}
