import { Group, NumberInput, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { asArray, type JsonObject } from '../../../../../src/messaging/untrusted.js';
import { useProblemAt } from '../../revisions/problems.tsx';
import { filled, textMember, withMember } from '../../revisions/json-member.ts';

type ModelFieldsProps = {
  readonly model: JsonObject;
  readonly onChange: (model: JsonObject) => void;
};

/** What a language model may answer from, about what, and what is said when it has no answer. */
export function ModelFields({ model, onChange }: ModelFieldsProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(model, name, value));
  const topics = (asArray(model['topics']) ?? []).filter((topic) => typeof topic === 'string');
  const tokens = model['maxTokens'];
  return (
    <Stack gap="xs">
      <Textarea
        label="Instructions"
        required
        error={problem('instructions')}
        description="Everything it may answer from, as plain text without variables."
        autosize
        minRows={3}
        value={textMember(model, 'instructions')}
        onChange={({ currentTarget }) => set('instructions', currentTarget.value)}
      />
      <TagsInput
        label="Topics"
        required
        placeholder={topics.length === 0 ? 'opening hours' : ''}
        error={problem('topics')}
        description="An answer about anything else is not used."
        value={topics}
        onChange={(next) => set('topics', next)}
      />
      <Group grow align="flex-start">
        <Select
          label="Its answer"
          error={problem('mode')}
          allowDeselect={false}
          data={[
            { value: 'draft', label: 'is a draft for a person' },
            { value: 'live', label: 'is sent' },
          ]}
          value={textMember(model, 'mode') || 'draft'}
          onChange={(mode) => set('mode', mode ?? undefined)}
        />
        <NumberInput
          label="Tokens at most"
          error={problem('maxTokens')}
          min={16}
          max={1000}
          value={typeof tokens === 'number' ? tokens : ''}
          onChange={(next) => set('maxTokens', typeof next === 'number' ? next : undefined)}
        />
        <TextInput
          label="Language"
          error={problem('language')}
          placeholder="the customer's"
          value={textMember(model, 'language')}
          onChange={({ currentTarget }) => set('language', filled(currentTarget.value))}
        />
      </Group>
      <Textarea
        label="Said when there is no usable answer"
        error={problem('fallback')}
        autosize
        dir="auto"
        value={textMember(model, 'fallback')}
        onChange={({ currentTarget }) => set('fallback', filled(currentTarget.value))}
      />
    </Stack>
  );
}
