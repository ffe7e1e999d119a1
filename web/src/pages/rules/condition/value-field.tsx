import { MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core';
import { useScheduleNames } from '../use-names.ts';
import { scalarReader, textsOf, valueKindOf, valueOf } from './value-kind.ts';

type ValueFieldProps = {
  readonly operator: string;
  readonly factType: string | undefined;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** The field that fits what is asked. */
export function ValueField({ operator, factType, value, onChange }: ValueFieldProps) {
  const kind = valueKindOf(operator, factType);
  switch (kind) {
    case 'texts':
    case 'scalars':
      return (
        <TagsInput
          aria-label="Values"
          placeholder={value === undefined ? 'type, then Enter' : ''}
          splitChars={operator === 'matches' ? [] : [',']}
          acceptValueOnBlur
          flex={1}
          miw={160}
          value={[...textsOf(value)]}
          onChange={(texts) =>
            onChange(valueOf(texts, operator, kind === 'scalars' ? scalarReader(value) : undefined))
          }
        />
      );
    case 'number':
      return (
        <NumberInput
          aria-label="Number"
          w={120}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'flag':
      return (
        <Choice
          label="Yes or no"
          choices={{ true: 'yes', false: 'no' }}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={onChange}
        />
      );
    case 'presence':
      return (
        <Choice
          label="Whether there is one"
          choices={{ true: 'yes', false: 'no, there is none' }}
          value={value !== false}
          onChange={(next) => onChange(next ? undefined : false)}
        />
      );
    case 'schedules':
      return <Schedules value={value} onChange={onChange} operator={operator} />;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

type ChoiceProps = {
  readonly label: string;
  readonly choices: { readonly true: string; readonly false: string };
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
};

function Choice({ label, choices, value, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      w={160}
      data={[
        { value: 'true', label: choices.true },
        { value: 'false', label: choices.false },
      ]}
      value={value === undefined ? null : String(value)}
      onChange={(next) => onChange(next === 'true')}
    />
  );
}

function Schedules({ value, onChange, operator }: Pick<ValueFieldProps, 'value' | 'onChange' | 'operator'>) {
  const names = useScheduleNames();
  const chosen = textsOf(value);
  return (
    <MultiSelect
      aria-label="Schedules"
      placeholder={
        chosen.length > 0 ? '' : names.length === 0 ? 'Make a schedule first' : 'Choose a schedule'
      }
      flex={1}
      miw={180}
      data={[...new Set([...names, ...chosen])]}
      value={[...chosen]}
      onChange={(texts) => onChange(valueOf(texts, operator))}
    />
  );
}
