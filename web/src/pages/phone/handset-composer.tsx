import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../shell/problem-alert.tsx';

const QUICK_TEXTS = ['what are your hours?', 'STOP', 'START', 'HELP'];

type HandsetComposerProps = {
  readonly isEmail: boolean;
  readonly error: Error | null;
  /** `onRefused` is called when it could not be sent. */
  readonly onSend: (text: string, subject: string | null, onRefused?: () => void) => void;
};

/** Where the customer writes, with texts for those who do not know what to say. */
export function HandsetComposer({ isEmail, error, onSend }: HandsetComposerProps) {
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const send = (words: string, onRefused?: () => void) =>
    onSend(words, isEmail && subject.trim() !== '' ? subject.trim() : null, onRefused);
  return (
    <div className="handset-bottom">
      <Stack gap={8}>
        {error !== null && <ProblemAlert error={error} />}
        <Group gap={4} role="group" aria-label="Quick texts">
          {QUICK_TEXTS.map((quick) => (
            <Button key={quick} size="compact-xs" radius="xl" variant="default" onClick={() => send(quick)}>
              {quick}
            </Button>
          ))}
        </Group>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return;
            send(text, () => setText((since) => (since === '' ? text : since)));
            setText('');
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
            <Group gap={6} wrap="nowrap">
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
    </div>
  );
}
