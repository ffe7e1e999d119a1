import { Anchor, Badge, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { Bubble } from '../../shell/bubble.tsx';
import { Instant } from '../../shell/instant.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import { SegmentCounter } from '../rules/segment-counter.tsx';
import { useDiscardDraft, useSendDraft, type ModelCall } from './use-model-calls.ts';

const LONGEST_TEXT = 4_000;

/** What a customer asked and what the model would say: to be sent, changed and sent, or put aside. */
export function DraftCard({ draft }: { readonly draft: ModelCall }) {
  const { id, question, theirAddress, channel, ruleName, topic, reason, createdAt, conversationId } = draft;
  const [text, setText] = useState(draft.answer ?? '');
  const mayEdit = useMay('editor');
  const send = useSendDraft(id);
  const discard = useDiscardDraft(id);
  const error = send.error ?? discard.error;
  const who = theirAddress ?? 'the customer';
  const isChanged = text !== (draft.answer ?? '');
  return (
    <Paper withBorder p="md" role="listitem">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Anchor component={Link} to={`/conversations/${conversationId}`} fw={600} dir="auto">
            {who}
          </Anchor>
          <Text size="xs" c="dimmed" component="div">
            {channel === null ? '' : `${channel} · `}rule {ruleName} · <Instant at={createdAt} />
          </Text>
        </Group>
        {question === null ? (
          <Text size="sm" c="dimmed">
            What they wrote is no longer kept.
          </Text>
        ) : (
          <Bubble side="start" who={who} text={question} />
        )}
        {topic !== null && (
          <Group gap={6}>
            <Badge variant="light" tt="none">
              {topic}
            </Badge>
          </Group>
        )}
        {reason !== null && (
          <Text size="sm" c="dimmed">
            This is the rule’s own text, because the model’s could not be used: {reason}
          </Text>
        )}
        <div>
          <Textarea
            label={`Answer to ${who}`}
            autosize
            minRows={2}
            maxRows={12}
            maxLength={LONGEST_TEXT}
            dir="auto"
            readOnly={!mayEdit}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          {channel === 'sms' && <SegmentCounter text={text} />}
        </div>
        {error !== null && <ProblemAlert error={error} />}
        <Group gap="xs">
          <RoleButton
            role="editor"
            loading={send.isPending}
            disabled={text.trim() === '' || discard.isPending}
            onClick={() => send.mutate(text)}
          >
            {isChanged ? 'Send in your words' : 'Send'}
          </RoleButton>
          <RoleButton
            role="editor"
            variant="default"
            loading={discard.isPending}
            disabled={send.isPending}
            onClick={() => discard.mutate()}
          >
            Discard
          </RoleButton>
          {isChanged && (
            <RoleButton role="editor" variant="subtle" onClick={() => setText(draft.answer ?? '')}>
              As the model wrote it
            </RoleButton>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
