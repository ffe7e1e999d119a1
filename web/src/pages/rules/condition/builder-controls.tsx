import { Button, Select } from '@mantine/core';
import type { ActionProps, CombinatorSelectorProps } from 'react-querybuilder';

const COMBINATOR_WORDS = [
  { value: 'all', label: 'all of these' },
  { value: 'any', label: 'any of these' },
  { value: 'none', label: 'none of these' },
];

/** How the parts of a group count. */
export function CombinatorSelector({ value, ...selector }: CombinatorSelectorProps) {
  return (
    <Select
      aria-label="How the parts count"
      allowDeselect={false}
      w={160}
      data={COMBINATOR_WORDS}
      value={value ?? 'all'}
      onChange={(next) => selector.handleOnChange(next ?? 'all')}
    />
  );
}

/** Adds or removes a part of the condition. */
export function BuilderButton({ label, title, disabled = false, ...action }: ActionProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={disabled}
      title={title ?? ''}
      aria-label={title ?? ''}
      onClick={(event) => action.handleOnClick(event)}
    >
      {label}
    </Button>
  );
}
