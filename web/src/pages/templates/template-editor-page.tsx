import { Stack, Textarea, TextInput } from '@mantine/core';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { DefinitionEditorPage, type EditorParts } from '../revisions/definition-editor.tsx';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt } from '../revisions/problems.tsx';
import { SegmentCounter } from '../rules/segment-counter.tsx';
import { LanguageTexts } from './language-texts.tsx';
import { TEMPLATE_STORE } from './template-store.ts';
import { TemplatePreview } from './template-preview.tsx';

const PARTS: EditorParts = {
  store: TEMPLATE_STORE,
  fresh: { name: '', text: '' },
  about: 'A text that rules send by its name. Change it once, and every rule says it.',
  jsonAbout: 'The whole template.',
  deletion: 'While rules use it, it cannot be deleted. Its revisions stay.',
  form: (template, onChange) => <TemplateForm template={template} onChange={onChange} />,
  aside: (template) => <TemplatePreview template={template} />,
};

export function TemplateEditorPage() {
  return <DefinitionEditorPage parts={PARTS} />;
}

type TemplateFormProps = {
  readonly template: JsonObject;
  readonly onChange: (template: JsonObject) => void;
};

function TemplateForm({ template, onChange }: TemplateFormProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(template, name, value));
  return (
    <Stack>
      <TextInput
        label="Name"
        required
        maxLength={120}
        value={textMember(template, 'name')}
        error={problem('name')}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      <div>
        <Textarea
          label="Text"
          description="Liquid: {{ contact.name | default: 'friend' }}. Said where no language below fits."
          required
          autosize
          minRows={3}
          dir="auto"
          value={textMember(template, 'text')}
          error={problem('text')}
          onChange={({ currentTarget }) => set('text', currentTarget.value)}
        />
        <SegmentCounter text={textMember(template, 'text')} />
      </div>
      <LanguageTexts
        languages={template['languages']}
        onChange={(languages) => set('languages', languages)}
      />
      <TextInput
        label="Category"
        description="For order among many."
        maxLength={60}
        value={textMember(template, 'category')}
        error={problem('category')}
        onChange={({ currentTarget }) => set('category', filled(currentTarget.value))}
      />
      <OtherProblems besides={['name', 'text', 'category']} />
    </Stack>
  );
}
