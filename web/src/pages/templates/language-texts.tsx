import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { textMember, withMember } from '../revisions/json-member.ts';
import { SegmentCounter } from '../rules/segment-counter.tsx';

type LanguageTextsProps = {
  /** Texts by language code. */
  readonly languages: unknown;
  /** `undefined` when there are none left. */
  readonly onChange: (languages: JsonObject | undefined) => void;
};

/** The same text in other languages, side by side. */
export function LanguageTexts({ languages, onChange }: LanguageTextsProps) {
  const [code, setCode] = useState('');
  const texts = asObject(languages) ?? {};
  const change = (next: JsonObject) => onChange(Object.keys(next).length === 0 ? undefined : next);
  const isNew = /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(code) && !(code in texts);
  return (
    <Stack gap="xs">
      {Object.keys(texts).length > 0 && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xs">
          {Object.keys(texts).map((language) => (
            <div key={language}>
              <Group align="flex-end" gap={4} wrap="nowrap">
                <Textarea
                  label={`In ${nameOf(language)}`}
                  lang={language}
                  dir="auto"
                  autosize
                  minRows={2}
                  flex={1}
                  value={textMember(texts, language)}
                  onChange={({ currentTarget }) => change(withMember(texts, language, currentTarget.value))}
                />
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  aria-label={`Remove ${nameOf(language)}`}
                  onClick={() => change(withMember(texts, language, undefined))}
                >
                  ✕
                </Button>
              </Group>
              <SegmentCounter text={textMember(texts, language)} />
            </div>
          ))}
        </SimpleGrid>
      )}
      <Group gap="xs" align="flex-end">
        <TextInput
          label="Another language"
          placeholder="fr"
          size="xs"
          w={130}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!isNew}
          onClick={() => {
            change({ ...texts, [code]: '' });
            setCode('');
          }}
        >
          Add
        </Button>
      </Group>
    </Stack>
  );
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

function nameOf(language: string): string {
  try {
    return `${NAMES.of(language) ?? language} (${language})`;
  } catch {
    return language;
  }
}
