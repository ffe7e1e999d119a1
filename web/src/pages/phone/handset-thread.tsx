import { Anchor, Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Bubble } from '../../shell/bubble.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import type { Pending } from './handset-card.tsx';
import { offeredIn } from './offered-answers.ts';
import { useHandset, type HandsetMessage, type SandboxLine } from './use-sandbox.ts';

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

type HandsetThreadProps = {
  readonly line: SandboxLine;
  readonly address: string;
  readonly pending: readonly Pending[];
  /** Absent where nobody may write. */
  readonly onAnswer?: (text: string) => void;
};

/** Everything between this customer and us, as the customer sees it, with what only we see: the verdict, and why. */
export function HandsetThread({ line, address, pending, onAnswer }: HandsetThreadProps) {
  const thread = useHandset(line, address);
  const items = thread.data?.items ?? [];
  const arrived = new Set(items.map(({ eventId }) => eventId));
  const under = pending.filter(({ answer }) => !arrived.has(answer?.eventId ?? 'not known yet'));
  const last = under.length === 0 ? items.at(-1) : undefined;
  const offered = last?.from === 'business' ? offeredIn(last.text) : [];
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [items.length, under.length]);
  return (
    <div className="handset-thread" ref={end} role="log" aria-label={`Messages of ${address}`} tabIndex={0}>
      {thread.isError && <ProblemAlert error={thread.error} onRetry={() => void thread.refetch()} />}
      {items.length === 0 && under.length === 0 && (
        <Text size="sm" c="dimmed" ta="center" my="auto" px="md">
          Write to {line.ourAddress}. Try one of the texts below.
        </Text>
      )}
      {items.map((message) => (
        <HandsetBubble key={message.id} message={message} />
      ))}
      {offered.length > 0 && (
        <Group gap={4} role="group" aria-label="Answers to tap">
          {offered.map(({ label, text }) => (
            <Button
              key={text}
              size="compact-sm"
              radius="xl"
              variant="default"
              dir="auto"
              disabled={onAnswer === undefined}
              title={`Writes “${text}”`}
              onClick={() => onAnswer?.(text)}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
      {under.map(({ key, text, subject, attachmentUrl, answer }) => (
        <Bubble key={key} side="end" who="You" text={text} subject={subject}>
          {attachmentUrl !== null && <FileName file={{ url: attachmentUrl }} />}
          {pendingWords(answer)}
        </Bubble>
      ))}
    </div>
  );
}

function HandsetBubble({ message }: { readonly message: HandsetMessage }) {
  const { from, text, subject, attachments, at, verdict, messageId, status } = message;
  const isOurs = from === 'business';
  return (
    <Bubble side={isOurs ? 'start' : 'end'} who={isOurs ? 'Reply' : 'You'} text={text} subject={subject}>
      {attachments.map((file) => (
        <FileName key={file.url} file={file} />
      ))}
      <time dateTime={at}>{TIME.format(new Date(at))}</time>
      {isOurs ? <span>{status}</span> : verdict !== null && <VerdictBadge verdict={verdict} />}
      {messageId !== null && (
        <Anchor
          component={Link}
          to={`/messages/${messageId}`}
          size="xs"
          aria-label={`Why? “${text.slice(0, 40)}”`}
        >
          Why?
        </Anchor>
      )}
    </Bubble>
  );
}

/** Only its name: a file of somebody else's is not loaded into the page. */
function FileName({ file: { url, filename } }: { readonly file: HandsetMessage['attachments'][number] }) {
  return (
    <span title={url} style={{ overflowWrap: 'anywhere' }}>
      📎 {filename ?? url.split('/').at(-1)}
    </span>
  );
}

function pendingWords(answer: Pending['answer']): string {
  if (answer === undefined) return 'On its way…';
  return answer.status === 200 ? 'Stored; Heed decides…' : `Heed refused it: HTTP ${answer.status}.`;
}
