import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFlow } from './flow-context.tsx';

const NAME = /^[A-Za-z]\w{0,59}$/;

type StepNameProps = {
  readonly name: string;
  readonly onRename: (name: string) => void;
};

/** The name by which other steps lead here. It takes effect when one leaves the field: half a name is nobody's. */
export function StepName({ name, onRename }: StepNameProps) {
  const { outline } = useFlow();
  const [text, setText] = useState(name);
  const problem = problemWith(text);
  const settle = () => {
    if (text !== name && problem === undefined) onRename(text);
  };
  function problemWith(next: string): string | undefined {
    if (next === name) return undefined;
    if (!NAME.test(next) || next === 'end')
      return 'Letters, digits and _, beginning with a letter; not “end”.';
    return outline.some((step) => step.name === next) ? 'Another step has this name.' : undefined;
  }
  return (
    <TextInput
      label="Step name"
      size="xs"
      mb="sm"
      maw={260}
      maxLength={60}
      value={text}
      error={problem}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        settle();
      }}
    />
  );
}
