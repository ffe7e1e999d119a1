import { Alert, Box, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { CustomerText } from '../../shell/customer-text.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';

type FlowTrialProps = { readonly id: string; readonly revision: number };

/** Plays the saved flow with a customer who does not exist: what they write, what they are told, where the flow waits. */
export function FlowTrial({ id, revision }: FlowTrialProps) {
  const [texts, setTexts] = useState<readonly (string | null)[]>([]);
  const [text, setText] = useState('');
  const play = useMutation({
    mutationFn: (all: readonly (string | null)[]) =>
      bodyOf(
        api.POST('/api/v1/flows/{id}/try', {
          params: { path: { id } },
          body: { texts: [...all], channel: 'sms' },
        }),
      ),
    meta: { isShownInPlace: true },
  });
  const say = (next: readonly (string | null)[]) => {
    setTexts(next);
    setText('');
    play.mutate(next);
  };
  const turns = play.data?.turns ?? [];
  const waitsAt = turns.at(-1)?.step ?? null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="trial">
      <Stack gap="sm">
        <Title order={2} size="h4" id="trial">
          Try it
        </Title>
        <Text size="xs" c="dimmed">
          Plays revision {revision}, as it is saved. Nothing is stored and nothing is sent.
        </Text>
        <Stack gap="xs" role="log" aria-label="The conversation">
          {turns.map((turn, index) => (
            <Stack key={index} gap={4}>
              {index > 0 && (
                <Box ta="end">
                  <Text size="xs" c="dimmed">
                    customer
                  </Text>
                  {turn.text === null ? (
                    <Text size="sm">no answer in time</Text>
                  ) : (
                    <CustomerText text={turn.text} />
                  )}
                </Box>
              )}
              {turn.decision.replies.map((reply, at) => (
                <Box
                  key={at}
                  p="xs"
                  bg="var(--mantine-color-heed-light)"
                  style={{ borderRadius: 'var(--mantine-radius-md)' }}
                >
                  <CustomerText text={reply.text} />
                </Box>
              ))}
              <Text size="xs" c="dimmed">
                {turn.step === null ? 'The flow is over.' : `Waits at ${turn.step}.`} {turn.decision.sentence}
              </Text>
            </Stack>
          ))}
        </Stack>
        {play.error !== null && <ProblemAlert error={play.error} />}
        {turns.length === 0 || waitsAt === null ? (
          <Button loading={play.isPending} onClick={() => say([])}>
            {turns.length === 0 ? 'Begin' : 'Begin again'}
          </Button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              say([...texts, text]);
            }}
          >
            <Group align="flex-end" gap="xs">
              <TextInput
                label="The customer writes"
                flex={1}
                dir="auto"
                value={text}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
              />
              <Button type="submit" loading={play.isPending}>
                Send
              </Button>
              <Button variant="default" onClick={() => say([...texts, null])}>
                No answer
              </Button>
              <Button variant="subtle" onClick={() => say([])}>
                Again
              </Button>
            </Group>
          </form>
        )}
        {play.data?.warnings.map(({ pointer, detail }) => (
          <Alert key={`${pointer} ${detail}`} color="yellow" title={pointer}>
            {detail}
          </Alert>
        ))}
      </Stack>
    </Paper>
  );
}
