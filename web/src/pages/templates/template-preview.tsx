import { Box, List, Loader, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { CustomerText } from '../../shell/customer-text.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { textMember } from '../revisions/json-member.ts';
import { useSimulation } from '../rules/simulator/use-simulation.ts';

const ORIGINAL = '';

/** What a customer would read: the text in a language, filled in for a contact through the same rendering as a real reply. */
export function TemplatePreview({ template }: { readonly template: JsonObject }) {
  const [language, setLanguage] = useState(ORIGINAL);
  const [from, setFrom] = useState('+2207654321');
  const languages = asObject(template['languages']) ?? {};
  const text = language in languages ? textMember(languages, language) : textMember(template, 'text');
  const { data, error, problems } = useSimulation(ruleSaying(text), BEFORE_ALL_OTHERS, {
    event: 'message.received',
    channel: 'sms',
    from,
    text: 'Hello',
    at: '',
    payload: '',
  });
  const reply = data?.replies[0];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview">
      <Stack gap="sm">
        <Title order={2} size="h4" id="preview">
          Preview
        </Title>
        <Select
          label="Language"
          size="xs"
          allowDeselect={false}
          data={[{ value: ORIGINAL, label: 'as written' }, ...Object.keys(languages)]}
          value={language in languages ? language : ORIGINAL}
          onChange={(next) => setLanguage(next ?? ORIGINAL)}
        />
        <TextInput
          label="For the contact"
          size="xs"
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        {text.trim() === '' && (
          <Text size="sm" c="dimmed">
            Write the text, and you see here what a customer would read.
          </Text>
        )}
        {text.trim() !== '' && problems.length > 0 && (
          <List size="sm">
            {problems.map(({ pointer, detail }) => (
              <List.Item key={`${pointer} ${detail}`}>{detail}</List.Item>
            ))}
          </List>
        )}
        {problems.length === 0 && error !== null && <ProblemAlert error={error} />}
        {data === undefined && error === null && <Loader size="sm" aria-label="Rendering" />}
        {problems.length === 0 && data !== undefined && (
          <Box aria-live="polite">
            {reply === undefined ? (
              <Text size="sm">{data.sentence}</Text>
            ) : (
              <>
                <Box
                  p="sm"
                  bg="var(--mantine-color-heed-light)"
                  style={{ borderRadius: 'var(--mantine-radius-md)' }}
                >
                  <CustomerText text={reply.text} />
                </Box>
                <Text size="xs" c="dimmed">
                  {reply.segments === 1 ? '1 SMS segment' : `${reply.segments} SMS segments`} (
                  {reply.encoding}){reply.costHint !== undefined && `. ${reply.costHint}`}
                </Text>
              </>
            )}
          </Box>
        )}
      </Stack>
    </Paper>
  );
}

const BEFORE_ALL_OTHERS = { position: 1 };

function ruleSaying(text: string): JsonObject {
  return {
    name: 'Preview',
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text } }],
  };
}
