import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { asArray, type JsonObject } from '../../../../../src/messaging/untrusted.js';
import { WEBHOOK_PARTS } from '../../../../../src/rules/definition/rule-definition.js';
import { textMember, withMember } from '../../revisions/json-member.ts';
import { useProblemAt } from '../../revisions/problems.tsx';

type WebhookFieldsProps = {
  readonly webhook: JsonObject;
  readonly onChange: (webhook: JsonObject) => void;
};

/** Another system that is called, and what it is told. */
export function WebhookFields({ webhook, onChange }: WebhookFieldsProps) {
  const problem = useProblemAt();
  const include = (asArray(webhook['include']) ?? []).filter((each) => typeof each === 'string');
  return (
    <Stack gap="xs">
      <TextInput
        label="Address"
        type="url"
        placeholder="https://example.com/hook"
        required
        value={textMember(webhook, 'url')}
        error={problem('url')}
        onChange={({ currentTarget }) => onChange(withMember(webhook, 'url', currentTarget.value))}
      />
      <Checkbox.Group
        label="What it is told"
        value={include}
        error={problem('include')}
        onChange={(parts) => onChange(withMember(webhook, 'include', parts))}
      >
        <Group mt={4}>
          {WEBHOOK_PARTS.map((part) => (
            <Checkbox key={part} value={part} label={part} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}
