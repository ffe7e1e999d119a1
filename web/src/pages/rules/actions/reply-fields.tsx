import {
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { asArray, asObject, type JsonObject } from '../../../../../src/messaging/untrusted.js';
import { filled, replaced, textMember, withMember, without } from '../../revisions/json-member.ts';
import { useProblemAt } from '../../revisions/problems.tsx';
import { LanguageTexts } from '../../templates/language-texts.tsx';
import { SegmentCounter } from '../segment-counter.tsx';
import { useTemplateNames } from '../use-names.ts';

type ReplyFieldsProps = {
  readonly reply: JsonObject;
  readonly onChange: (reply: JsonObject) => void;
};

/** Where the text comes from: one text, one of several, or a stored template. */
const SOURCES = [
  { value: 'text', label: 'One text' },
  { value: 'variants', label: 'One of several' },
  { value: 'use', label: 'Template' },
];

/** The text of a reply, its languages, what stands in for it, and the files that go with it. */
export function ReplyFields({ reply, onChange }: ReplyFieldsProps) {
  const source = 'variants' in reply ? 'variants' : 'use' in reply ? 'use' : 'text';
  const set = (name: string, value: unknown) => onChange(withMember(reply, name, value));
  const variants = textsIn(reply['variants']);
  const problem = useProblemAt();
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Where the text comes from"
        size="xs"
        data={SOURCES}
        value={source}
        onChange={(next) => onChange(withSource(reply, next))}
      />
      {source === 'text' && (
        <ReplyText
          label="Text"
          text={textMember(reply, 'text')}
          error={problem('text')}
          onChange={(text) => set('text', text)}
        />
      )}
      {source === 'variants' &&
        variants.map((variant, index) => (
          <ReplyText
            key={index}
            label={`Text ${index + 1}`}
            text={variant}
            error={problem('variants', index)}
            onChange={(text) => set('variants', replaced(variants, index, text))}
            {...(variants.length > 1 && { onRemove: () => set('variants', without(variants, index)) })}
          />
        ))}
      {source === 'variants' && variants.length < 10 && (
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set('variants', [...variants, ''])}
        >
          + Text
        </Button>
      )}
      {source === 'use' && (
        <TemplateName
          value={textMember(reply, 'use')}
          error={problem('use')}
          onChange={(name) => set('use', name)}
        />
      )}
      <LanguageTexts languages={reply['languages']} onChange={(languages) => set('languages', languages)} />
      <TextInput
        label="Instead, when a variable has no value"
        description="Plain text. Without it nothing is sent then."
        error={problem('fallback')}
        dir="auto"
        value={textMember(reply, 'fallback')}
        onChange={({ currentTarget }) => set('fallback', filled(currentTarget.value))}
      />
      <MediaFiles media={reply['media']} onChange={(media) => set('media', media)} />
      {'template' in reply && (
        <Text size="sm" c="dimmed">
          It also names a WhatsApp template for the time after the service window; see the JSON tab.
        </Text>
      )}
    </Stack>
  );
}

type ReplyTextProps = {
  readonly label: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onRemove?: () => void;
};

function ReplyText({ label, text, error, onChange, onRemove }: ReplyTextProps) {
  return (
    <div>
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={12}
        dir="auto"
        value={text}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <SegmentCounter text={text} />
        {onRemove !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            onClick={onRemove}
            aria-label={`Remove ${label}`}
          >
            ✕
          </Button>
        )}
      </Group>
    </div>
  );
}

function TemplateName({
  value,
  error,
  onChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Autocomplete
      label="Template"
      data={[...useTemplateNames()]}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

function MediaFiles({
  media,
  onChange,
}: {
  readonly media: unknown;
  readonly onChange: (media: unknown) => void;
}) {
  const problem = useProblemAt();
  const files = (asArray(media) ?? []).map((file) => asObject(file) ?? {});
  const change = (next: readonly JsonObject[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <>
      {files.map((file, index) => (
        <Group key={index} align="flex-end" gap={4} wrap="nowrap">
          <TextInput
            label={`Address of file ${index + 1}`}
            placeholder="https://"
            type="url"
            flex={1}
            value={textMember(file, 'url')}
            error={problem('media', index)}
            onChange={({ currentTarget }) =>
              change(replaced(files, index, withMember(file, 'url', currentTarget.value)))
            }
          />
          <Button
            size="xs"
            variant="subtle"
            color="red"
            aria-label={`Remove file ${index + 1}`}
            onClick={() => change(without(files, index))}
          >
            ✕
          </Button>
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => change([...files, { url: '' }])}
      >
        + File
      </Button>
    </>
  );
}

/** Exactly one source stands in a reply; what was written is taken along where it can be. */
function withSource(reply: JsonObject, source: string): JsonObject {
  const { text: _text, variants: _variants, use: _use, ...rest } = reply;
  const written = textMember(reply, 'text') || (textsIn(reply['variants'])[0] ?? '');
  if (source === 'variants') return { variants: [written, ''], ...rest };
  return source === 'use' ? { use: '', ...rest } : { text: written, ...rest };
}

function textsIn(value: unknown): readonly string[] {
  return (asArray(value) ?? []).map((each) => (typeof each === 'string' ? each : ''));
}
