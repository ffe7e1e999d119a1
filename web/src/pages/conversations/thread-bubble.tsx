import { Anchor, Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { components } from '../../api/schema.d.ts';
import { Bubble } from '../../shell/bubble.tsx';
import { Instant } from '../../shell/instant.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { useMay } from '../../session/use-session.ts';
import { StatusBadge } from '../messages/status-badge.tsx';
import { useResendIn } from './use-conversations.ts';

type Message = components['schemas']['MessageView'];

/** One message, with who said it: the customer, a rule by its name, or a person by theirs. */
export function ThreadBubble({ message }: { readonly message: Message }) {
  const { id, direction, text, subject, createdAt, verdict, status, segments, channel, purgedAt } = message;
  const isOurs = direction === 'outbound';
  const author = isOurs ? <Author message={message} /> : null;
  return (
    <Bubble
      side={isOurs ? 'end' : 'start'}
      who={isOurs ? 'We' : 'The customer'}
      subject={subject}
      text={purgedAt === null ? text : '(emptied by retention)'}
    >
      {author}
      <Instant at={createdAt} />
      {isOurs ? <StatusBadge status={status} /> : verdict !== null && <VerdictBadge verdict={verdict} />}
      {isOurs && channel === 'sms' && segments !== null && segments > 1 && <span>{segments} segments</span>}
      <Anchor component={Link} to={`/messages/${id}`} size="xs" aria-label={`Why? “${text.slice(0, 40)}”`}>
        Why?
      </Anchor>
      {status === 'unknown' && <ResendButton id={id} />}
    </Bubble>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  confirmation: 'confirmation',
  help: 'help text',
  manual: 'by hand',
  resend: 'sent again',
  reply: 'reply',
};

function Author({ message: { ruleId, ruleName, actor, kind } }: { readonly message: Message }) {
  if (ruleId !== null) {
    return (
      <Anchor component={Link} to={`/rules/${ruleId}`} size="xs" dir="auto">
        Rule {ruleName ?? ''}
      </Anchor>
    );
  }
  return (
    <Text span inherit style={{ overflowWrap: 'anywhere' }}>
      {actor ?? KINDS[kind] ?? kind}
    </Text>
  );
}

function ResendButton({ id }: { readonly id: string }) {
  const resend = useResendIn();
  const isAllowed = useMay('editor');
  if (!isAllowed) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      loading={resend.isPending}
      title="Nobody knows whether it arrived. Sent again, the customer may get it twice."
      onClick={() => resend.mutate(id)}
    >
      Send again
    </Button>
  );
}
