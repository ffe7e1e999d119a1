import { SegmentedControl } from '@mantine/core';
import { isRuleMode, MODE_WORDS, RULE_MODES, type RuleMode } from './rule-mode.ts';

type ModeControlProps = {
  readonly mode: RuleMode;
  readonly onChange: (mode: RuleMode) => void;
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly size?: string;
};

/** Live, shadow or off. */
export function ModeControl({
  mode,
  onChange,
  label = 'Mode',
  isDisabled = false,
  size = 'sm',
}: ModeControlProps) {
  return (
    <SegmentedControl
      aria-label={label}
      size={size}
      disabled={isDisabled}
      data={RULE_MODES.map((value) => ({ value, label: MODE_WORDS[value] }))}
      value={mode}
      onChange={(next) => {
        if (isRuleMode(next)) onChange(next);
      }}
    />
  );
}
