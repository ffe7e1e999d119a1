import { Alert, Anchor, Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useUnsaved } from '../../shell/unsaved.ts';
import { channelName } from '../../shell/words.ts';
import { useReply, type Conversation } from './use-conversations.ts';
import { consentPath } from '../messages/consent-path.ts';

const MAX_TEXT_LENGTH = 4_000;

/** A person answers. What the channel or the customer's wish stands against is said before anything is typed. */
export function ReplyForm({ conversation }: { readonly conversation: Conversation }) {
  const mayWrite = useMay('editor');
  const { consent, theirAddress } = conversation;
  if (!mayWrite) {
    return (
      <Text size="sm" c="dimmed">
        To write to customers you need the role editor. Ask an administrator.
      </Text>
    );
  }
  if (consent === 'opted_out') {
    return (
      <Alert color="orange" title="This customer has opted out">
        Nothing may be sent until they ask for messages again.{' '}
        <Anchor component={Link} to={consentPath(theirAddress)} inherit c="inherit" underline="always">
          See their consent
        </Anchor>
      </Alert>
    );
  }
  return isWindowClosed(conversation) ? (
    <TemplateForm conversation={conversation} />
  ) : (
    <TextForm conversation={conversation} />
  );
}

function TextForm({ conversation }: { readonly conversation: Conversation }) {
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const { send, error, isPending } = useSending(conversation);
  useUnsaved(text.trim() !== '');
  const isEmail = conversation.channel === 'email';
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          send({ text, ...(subject.trim() !== '' && { subject: subject.trim() }) }, () => setText(''));
        }}
      >
        <Stack gap="sm">
          {isEmail && (
            <TextInput
              label="Subject"
              maxLength={200}
              value={subject}
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
          )}
          <Textarea
            label="Your reply"
            description="It pauses the rules here for a while, so that they do not talk over you."
            autosize
            minRows={2}
            maxRows={10}
            dir="auto"
            maxLength={MAX_TEXT_LENGTH}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {error !== null && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={isPending} disabled={text.trim() === ''}>
              Send
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function TemplateForm({ conversation }: { readonly conversation: Conversation }) {
  const [name, setName] = useState('');
  const [language, setLanguage] = useState('en');
  const [parameters, setParameters] = useState('');
  useUnsaved(parameters.trim() !== '');
  const { send, error, isPending } = useSending(conversation);
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const template = {
            name: name.trim(),
            language: language.trim(),
            parameters: readLines(parameters),
          };
          send({ template }, () => setParameters(''));
        }}
      >
        <Stack gap="sm">
          <Alert color="yellow" title="A template is needed">
            The customer last wrote too long ago: {channelName(conversation.channel)} lets only approved
            templates through until they write again.
          </Alert>
          <Group grow>
            <TextInput
              label="Template"
              description="Its name at the provider."
              required
              maxLength={512}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label="Language"
              description="As the provider writes it: en, en_US."
              required
              maxLength={12}
              value={language}
              onChange={(event) => setLanguage(event.currentTarget.value)}
            />
          </Group>
          <Textarea
            label="What goes into it"
            description="One in each line: body_1 = A-17"
            autosize
            minRows={2}
            value={parameters}
            onChange={(event) => setParameters(event.currentTarget.value)}
          />
          {error !== null && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
              Send the template
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

type Content = {
  readonly text?: string;
  readonly subject?: string;
  readonly template?: { name: string; language: string; parameters: Record<string, string> };
};

/** The same content again goes out under the same key: a second press, or a retry after a lost answer, sends nothing twice. */
function useSending({ theirAddress, channel, connectionId, ourAddress }: Conversation) {
  const last = useRef({ content: '', key: '' });
  const reply = useReply();
  const send = (content: Content, onSent: () => void) => {
    const written = JSON.stringify(content);
    if (last.current.content !== written) last.current = { content: written, key: newKey() };
    const to = { to: theirAddress, channel, connection: connectionId };
    const body = { ...content, ...to, ...(ourAddress !== null && { from: ourAddress }) };
    const onSuccess = () => {
      last.current = { content: '', key: '' };
      onSent();
    };
    reply.mutate({ key: last.current.key, body }, { onSuccess });
  };
  return { send, error: reply.error, isPending: reply.isPending };
}

/** `crypto.randomUUID` is missing where the page is not served over https. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function isWindowClosed({ windowClosesAt }: Conversation): boolean {
  return windowClosesAt !== null && Date.parse(windowClosesAt) <= Date.now();
}

/** `name = text`, a line each; what has no name is left out. */
function readLines(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      const name = line.slice(0, Math.max(at, 0)).trim();
      return name === '' ? [] : [[name, line.slice(at + 1).trim()]];
    }),
  );
}
