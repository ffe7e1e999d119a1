import { Button, Group, Stack, Select, TextInput } from '@mantine/core';
import { asArray, asObject } from '../../../../src/messaging/untrusted.js';
import { useProblemAt } from '../revisions/problems.tsx';
import { replaced, textMember, withMember, without } from '../revisions/json-member.ts';

type ExampleFieldsProps = {
  readonly tests: unknown;
  readonly onChange: (tests: readonly unknown[]) => void;
  /** Puts an example's text into the simulator. */
  readonly onTry: (text: string) => void;
};

/** Texts that the rule has to answer, and texts that it must not. */
export function ExampleFields({ tests, onChange, onTry }: ExampleFieldsProps) {
  const problem = useProblemAt();
  const examples = (asArray(tests) ?? []).map((test) => asObject(test) ?? {});
  return (
    <Stack gap="xs">
      {examples.map((example, index) => (
        <Group key={index} gap="xs" align="flex-end">
          <TextInput
            label={`Example ${index + 1}`}
            flex={1}
            miw={180}
            dir="auto"
            value={textMember(example, 'text')}
            error={problem(index)}
            onChange={({ currentTarget }) =>
              onChange(replaced(examples, index, withMember(example, 'text', currentTarget.value)))
            }
          />
          <Select
            aria-label={`Example ${index + 1}: expected`}
            w={130}
            allowDeselect={false}
            data={[
              { value: 'reply', label: 'is answered' },
              { value: 'none', label: 'is not' },
            ]}
            value={textMember(example, 'expect')}
            onChange={(expect) => onChange(replaced(examples, index, withMember(example, 'expect', expect)))}
          />
          <Button
            variant="default"
            size="xs"
            onClick={() => onTry(textMember(example, 'text'))}
            aria-label={`Try example ${index + 1}`}
          >
            Try
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="xs"
            onClick={() => onChange(without(examples, index))}
            aria-label={`Remove example ${index + 1}`}
          >
            ✕
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...examples, { text: '', expect: 'reply' }])}
      >
        + Example
      </Button>
    </Stack>
  );
}
