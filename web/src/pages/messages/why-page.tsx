import { Anchor, Badge, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { CustomerText } from '../../shell/customer-text.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { VerdictBadge } from '../../shell/verdict-badge.tsx';
import { channelName, providerName } from '../../shell/words.ts';
import { StatusBadge } from './status-badge.tsx';
import { useExplanation, type Explanation, type Message } from './use-message.ts';
import { WhyActions } from './why-actions.tsx';
import { WhyRoad } from './why-road.tsx';

/** Why a message was answered, or was not: the plain sentence first, then the whole road. */
export function WhyPage() {
  const { id = '' } = useParams();
  const explanation = useExplanation(id);
  return (
    <Page
      title="Why?"
      about={
        <Anchor component={Link} to="/messages" size="sm">
          All messages
        </Anchor>
      }
    >
      {explanation.isPending && <Loader aria-label="Loading" />}
      {explanation.isError && (
        <ProblemAlert error={explanation.error} onRetry={() => void explanation.refetch()} />
      )}
      {explanation.data !== undefined && <Why explanation={explanation.data} />}
    </Page>
  );
}

function Why({ explanation }: { readonly explanation: Explanation }) {
  const { message, verdict, sentence, replies } = explanation;
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg" aria-live="polite">
        <Stack gap="sm">
          <Group gap="xs">
            {verdict !== null && <VerdictBadge verdict={verdict} />}
            {message.direction === 'outbound' && <StatusBadge status={message.status} />}
          </Group>
          <Text size="xl" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {sentence}
          </Text>
          {message.reason !== null && <Text size="sm">{message.reason}</Text>}
        </Stack>
      </Paper>
      <MessageCard message={message} />
      {message.direction === 'inbound' &&
        replies.map((reply) => (
          <Paper key={reply.messageId} withBorder p="md">
            <Group gap="xs" mb={6}>
              <Title order={2} size="h5">
                Our answer
              </Title>
              <StatusBadge status={reply.status} />
              <Text size="xs" c="dimmed">
                {segmentWords(reply)}
              </Text>
            </Group>
            <CustomerText text={reply.text} />
            <Anchor component={Link} to={`/messages/${reply.messageId}`} size="sm">
              What became of it
            </Anchor>
          </Paper>
        ))}
      <WhyActions message={message} hasDecision={verdict !== null} />
      <WhyRoad explanation={explanation} />
    </Stack>
  );
}

function MessageCard({ message }: { readonly message: Message }) {
  const isInbound = message.direction === 'inbound';
  return (
    <Paper withBorder p="md">
      <Group gap="xs" mb={6} justify="space-between">
        <Title order={2} size="h5">
          {isInbound ? 'They wrote' : 'We sent'}
        </Title>
        <Text size="xs" c="dimmed" component="div">
          <Instant at={message.createdAt} />
        </Text>
      </Group>
      {message.subject !== null && message.subject !== '' && (
        <Text fw={600} size="sm" dir="auto">
          {message.subject}
        </Text>
      )}
      <MessageWords message={message} />
      <Group gap="xs" mt="sm">
        <Badge variant="default" tt="none">
          {channelName(message.channel)}
        </Badge>
        <Badge variant="default" tt="none">
          {providerName(message.provider)}
        </Badge>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {isInbound
            ? `${message.theirAddress} to ${message.ourAddress ?? 'us'}`
            : `${message.ourAddress ?? 'us'} to ${message.theirAddress}`}
        </Text>
        {message.ruleId !== null && (
          <Anchor component={Link} to={`/rules/${message.ruleId}`} size="sm">
            Rule {message.ruleName ?? ''}
          </Anchor>
        )}
        {message.actor !== null && <Text size="sm">by {message.actor}</Text>}
        <Anchor component={Link} to={`/conversations/${message.conversationId}`} size="sm">
          Conversation
        </Anchor>
        {isInbound && message.eventId !== null && (
          <Anchor component={Link} to={`/events/${message.eventId}`} size="sm">
            Its webhook
          </Anchor>
        )}
        {message.inReplyToId !== null && (
          <Anchor component={Link} to={`/messages/${message.inReplyToId}`} size="sm">
            The message it answers
          </Anchor>
        )}
      </Group>
    </Paper>
  );
}

function MessageWords({ message: { text, purgedAt, purgeReason } }: { readonly message: Message }) {
  if (purgedAt !== null) {
    return (
      <Text size="sm" fs="italic">
        Emptied on <Instant at={purgedAt} />
        {purgeReason === null ? '' : `: ${purgeReason}`}
      </Text>
    );
  }
  if (text === '')
    return (
      <Text size="sm" fs="italic">
        No text
      </Text>
    );
  return <CustomerText text={text} size="md" />;
}

function segmentWords({ encoding, segments, channel }: Explanation['replies'][number]): string {
  return channel === 'sms'
    ? `${segments} ${segments === 1 ? 'segment' : 'segments'} (${encoding})`
    : channelName(channel);
}
