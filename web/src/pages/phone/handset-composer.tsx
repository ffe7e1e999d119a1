import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import type { Written } from './handset-card.tsx';

/** It is never fetched: what counts is that a file came. */
const SAMPLE_FILE = 'https://example.com/photo.jpg';
const QUICK_TEXTS = ['what are your hours?', 'STOP', 'START', 'HELP'];

type HandsetComposerProps = {
  readonly isEmail: boolean;
  /** Whether a file can go with a message. */
  readonly takesFiles: boolean;
  /** Nobody may write here. */
  readonly isOff: boolean;
  readonly error: Error | null;
  /** `onRefused` is called when it could not be sent. */
  readonly onSend: (written: Written, onRefused?: () => void) => void;
};

/** Where the customer writes, with texts for those who do not know what to say. */
export function HandsetComposer({ isEmail, takesFiles, isOff, error, onSend }: HandsetComposerProps) {
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const [file, setFile] = useState<string>();
  const send = (words: string, onRefused?: () => void) =>
    onSend(
      {
        text: words,
        subject: isEmail && subject.trim() !== '' ? subject.trim() : null,
        attachmentUrl: takesFiles && file !== undefined && file.trim() !== '' ? file.trim() : null,
      },
      onRefused,
    );
  return (
    <fieldset className="handset-bottom" disabled={isOff}>
      <Stack gap={8}>
        {error !== null && <ProblemAlert error={error} />}
        <Group gap={4} role="group" aria-label="Quick texts">
          {QUICK_TEXTS.map((quick) => (
            <Button
              key={quick}
              size="compact-xs"
              radius="xl"
              variant="default"
              onClick={() => onSend({ text: quick, subject: null, attachmentUrl: null })}
            >
              {quick}
            </Button>
          ))}
        </Group>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return;
            send(text, () => {
              setText((since) => (since === '' ? text : since));
              setFile((since) => since ?? file);
            });
            setText('');
            setFile(undefined);
          }}
        >
          <Stack gap={6}>
            {isEmail && (
              <TextInput
                aria-label="Subject"
                placeholder="Subject"
                size="sm"
                maxLength={200}
                value={subject}
                onChange={(event) => setSubject(event.currentTarget.value)}
              />
            )}
            {file !== undefined && (
              <TextInput
                aria-label="Address of the file"
                placeholder="https://"
                type="url"
                size="sm"
                value={file}
                onChange={(event) => setFile(event.currentTarget.value)}
              />
            )}
            <Group gap={6} wrap="nowrap">
              {takesFiles && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  radius="xl"
                  size="lg"
                  aria-label={file === undefined ? 'Add a file' : 'Without the file'}
                  aria-pressed={file !== undefined}
                  onClick={() => setFile(file === undefined ? SAMPLE_FILE : undefined)}
                >
                  {file === undefined ? '+' : '✕'}
                </ActionIcon>
              )}
              <TextInput
                aria-label="Your message"
                placeholder="Message"
                flex={1}
                radius="xl"
                dir="auto"
                maxLength={10_000}
                autoComplete="off"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              <Button type="submit" radius="xl" px="md">
                Send
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </fieldset>
  );
}
