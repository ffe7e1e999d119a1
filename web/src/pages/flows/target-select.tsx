import { Select } from '@mantine/core';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { END } from './flow-edits.ts';
import { useFlow } from './flow-context.tsx';
import { STEP_WORDS, OFFERED_KINDS, kindNamed } from './step-kinds.ts';

type TargetSelectProps = {
  readonly label: string;
  readonly description?: string;
  /** The name of a step, or `end`. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (target: string) => void;
  /** The flow with this target set: for a step that is made here. */
  readonly withTarget: (flow: JsonObject, target: string) => JsonObject;
};

const NEW = '+ ';
const LONGEST_SAYING = 32;

/** Where it goes on: one of the steps, the end, or a step that is made for it. */
export function TargetSelect({ label, description, value, error, onChange, withTarget }: TargetSelectProps) {
  const { outline, addStep } = useFlow();
  const names = outline.map(({ name }) => name);
  const isKnown = value === END || value === '' || names.includes(value);
  return (
    <Select
      label={label}
      description={description}
      searchable
      allowDeselect={false}
      error={error ?? (isKnown ? undefined : `There is no step “${value}”.`)}
      data={[
        {
          group: 'Go on with',
          items: [
            ...outline.map(({ name, says }, index) => ({
              value: name,
              label: `${index + 1}. ${name}${says === '' ? '' : ` – ${clipped(says)}`}`,
            })),
            { value: END, label: 'The end of the flow' },
            ...(isKnown ? [] : [{ value, label: value }]),
          ],
        },
        {
          group: 'A new step',
          items: OFFERED_KINDS.map((kind) => ({
            value: NEW + kind,
            label: `+ ${STEP_WORDS[kind].title}`,
          })),
        },
      ]}
      value={value === '' ? null : value}
      onChange={(next) => {
        if (next === null) return;
        const kind = next.startsWith(NEW) ? kindNamed(next.slice(NEW.length)) : undefined;
        if (kind === undefined) onChange(next);
        else addStep(kind, withTarget);
      }}
    />
  );
}

function clipped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_SAYING ? `${line.slice(0, LONGEST_SAYING)}…` : line;
}
