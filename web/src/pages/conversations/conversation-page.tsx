import { Anchor, Button, Grid, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { channelName, providerName } from '../../shell/words.ts';
import { ContactPanel } from './contact-panel.tsx';
import { PauseBar } from './pause-bar.tsx';
import { ReplyForm } from './reply-form.tsx';
import { ThreadBubble } from './thread-bubble.tsx';
import { useThread } from './use-conversations.ts';

/** One thread: what was said, by whom and by which rule; and where a person takes over. */
export function ConversationPage() {
  const { id = '' } = useParams();
  const thread = useThread(id);
  const [conversation] = thread.data?.pages ?? [];
  if (conversation === undefined) {
    return (
      <Page title="Conversation">
        {thread.isError ? (
          <ProblemAlert error={thread.error} onRetry={() => void thread.refetch()} />
        ) : (
          <Loader aria-label="Loading" />
        )}
      </Page>
    );
  }
  const messages = thread.data?.pages.flatMap((page) => page.messages.items).toReversed() ?? [];
  const { contactName, theirAddress, ourAddress, channel, provider } = conversation;
  return (
    <Page
      title={contactName ?? theirAddress}
      about={`${contactName === null ? 'W' : `${theirAddress} w`}ith ${ourAddress ?? 'us'}, by ${channelName(channel)} through ${providerName(provider)}`}
      actions={
        <Anchor component={Link} to="/conversations" size="sm">
          All conversations
        </Anchor>
      }
    >
      <Grid>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <PauseBar conversation={conversation} />
            {thread.isError && <ProblemAlert error={thread.error} onRetry={() => void thread.refetch()} />}
            <Paper withBorder p="md">
              <Stack gap="sm" role="log" aria-label="Messages">
                {thread.hasNextPage && (
                  <Group justify="center">
                    <Button
                      variant="default"
                      size="xs"
                      loading={thread.isFetchingNextPage}
                      onClick={() => void thread.fetchNextPage()}
                    >
                      Earlier messages
                    </Button>
                  </Group>
                )}
                {messages.length === 0 && <Text c="dimmed">Nothing was said yet.</Text>}
                {messages.map((message) => (
                  <ThreadBubble key={message.id} message={message} />
                ))}
              </Stack>
            </Paper>
            <ReplyForm conversation={conversation} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <ContactPanel contactId={conversation.contactId} address={theirAddress} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
