import { Group, Input, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useId } from 'react';
import { DURATION_UNITS, durationOf, isoOf, type DurationUnit } from './duration.ts';

type DurationInputProps = {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  /** ISO 8601; empty for none. */
  readonly value: string;
  readonly unit: DurationUnit;
  readonly onChange: (iso: string) => void;
};

/** How long, as a number and a unit. A duration of several units is edited as it is written. */
export function DurationInput({
  label,
  description,
  placeholder = 'none',
  error,
  value,
  unit,
  onChange,
}: DurationInputProps) {
  const id = useId();
  const duration = durationOf(value);
  if (value !== '' && duration === undefined) {
    return (
      <TextInput
        label={label}
        description={description}
        error={error}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const current = duration?.unit ?? unit;
  return (
    <Input.Wrapper label={label} description={description} error={error} id={id}>
      <Group gap={4} wrap="nowrap">
        <NumberInput
          id={id}
          placeholder={placeholder}
          error={error !== undefined}
          min={0}
          max={999_999}
          allowDecimal={false}
          allowNegative={false}
          flex={1}
          value={duration?.count ?? ''}
          onChange={(count) => onChange(typeof count === 'number' ? isoOf({ count, unit: current }) : '')}
        />
        <NativeSelect
          aria-label={`${label}: unit`}
          data={[...DURATION_UNITS]}
          value={current}
          onChange={({ currentTarget }) => {
            const next = DURATION_UNITS.find((each) => each === currentTarget.value);
            if (next !== undefined) onChange(isoOf({ count: duration?.count ?? 1, unit: next }));
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
