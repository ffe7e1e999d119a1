import { Stack, Textarea } from '@mantine/core';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { useProblemAt } from '../revisions/problems.tsx';
import { SegmentCounter } from '../rules/segment-counter.tsx';
import { LanguageTexts } from '../templates/language-texts.tsx';

type FlowTextFieldsProps = {
  readonly label: string;
  readonly description?: string;
  /** Has `text` and `languages`, and perhaps more, which stays. */
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
  /** Whether it may be left empty; then an empty one is left out. */
  readonly isOptional?: boolean;
};

/** What is said, in as many languages as are wanted. */
export function FlowTextFields({
  label,
  description,
  value,
  onChange,
  isOptional = false,
}: FlowTextFieldsProps) {
  const problem = useProblemAt();
  return (
    <Stack gap="xs">
      <div>
        <Textarea
          label={label}
          description={description}
          required={!isOptional}
          autosize
          minRows={2}
          maxRows={12}
          dir="auto"
          value={textMember(value, 'text')}
          error={problem('text')}
          onChange={({ currentTarget: { value: text } }) =>
            onChange(withMember(value, 'text', isOptional ? filled(text) : text))
          }
        />
        <SegmentCounter text={textMember(value, 'text')} />
      </div>
      <LanguageTexts
        languages={value['languages']}
        onChange={(languages) => onChange(withMember(value, 'languages', languages))}
      />
    </Stack>
  );
}
