import { Alert, Button, Code, Group, Loader, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { Bubble } from '../../shell/bubble.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { placeInWords } from '../revisions/problem-place.ts';
import { answersAt } from './offered-answers.ts';
import { useFlowTrial, type TrialTexts } from './use-flow-trial.ts';

/** A conversation with a customer who does not exist, by the flow as it is being edited. Nothing is stored and nothing is sent. */
export function FlowTrial({ flow }: { readonly flow: JsonObject }) {
  const [texts, setTexts] = useState<TrialTexts>([]);
  const trial = useFlowTrial(flow, texts);
  const { data, error, problems, isFetching } = trial;
  const turns = data?.turns ?? [];
  const last = turns.at(-1);
  const isOver = last !== undefined && last.step === null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="trial">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" id="trial">
            Try it
          </Title>
          {texts.length > 0 && (
            <Button size="compact-xs" variant="default" onClick={() => setTexts([])}>
              From the beginning
            </Button>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          You are the customer. It is the flow as you see it here, saved or not; nothing is stored or sent.
        </Text>
        {problems.length > 0 ? (
          <Incomplete places={problems.map(({ pointer }) => placeInWords(pointer))} />
        ) : (
          error !== null && <ProblemAlert error={error} onRetry={() => void trial.refetch()} />
        )}
        {data === undefined && error === null && <Loader size="sm" aria-label="Playing" />}
        <Stack gap="xs" role="log" aria-label="The conversation" style={{ opacity: isFetching ? 0.6 : 1 }}>
          {turns.map((turn, index) => (
            <Stack key={index} gap="xs">
              {index > 0 && <Bubble side="end" who="You" text={turn.text ?? '(no answer in time)'} />}
              {turn.decision.replies.map((reply, at) => (
                <Bubble key={at} side="start" who="The flow" text={reply.text} />
              ))}
              {turn.decision.replies.length === 0 && (
                <Text size="xs" c="dimmed">
                  {turn.decision.sentence}
                </Text>
              )}
            </Stack>
          ))}
        </Stack>
        {last !== undefined && (
          <Text size="xs" c="dimmed" aria-live="polite">
            {last.step === null ? 'The flow is over.' : `Waits at ${last.step}.`}
          </Text>
        )}
        {last !== undefined && !isOver && (
          <Answer
            offered={answersAt(flow, last.step)}
            onAnswer={(text) => setTexts([...texts, text])}
            isBusy={isFetching}
          />
        )}
        {isOver && texts.length > 0 && (
          <Button variant="default" onClick={() => setTexts([])}>
            Begin again
          </Button>
        )}
        {last !== undefined && Object.keys(last.variables).length > 0 && (
          <Text size="xs" c="dimmed" component="div">
            Kept so far:{' '}
            {Object.entries(last.variables).map(([name, value]) => (
              <Code key={name} mr={4} style={{ overflowWrap: 'anywhere' }}>
                {name} = {JSON.stringify(value)}
              </Code>
            ))}
          </Text>
        )}
        {data?.warnings.map(({ pointer, detail }) => (
          <Alert key={`${pointer} ${detail}`} color="yellow" title={placeInWords(pointer)} p="sm">
            {detail}
          </Alert>
        ))}
      </Stack>
    </Paper>
  );
}

function Incomplete({ places }: { readonly places: readonly string[] }) {
  const shown = [...new Set(places)].slice(0, 5);
  return (
    <Text size="sm" c="dimmed" role="status">
      The flow cannot be played yet. Look at: {shown.join('; ')}
      {places.length > shown.length ? '; and more' : ''}.
    </Text>
  );
}

type AnswerProps = {
  readonly offered: readonly string[];
  readonly isBusy: boolean;
  readonly onAnswer: (text: string | null) => void;
};

function Answer({ offered, isBusy, onAnswer }: AnswerProps) {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || isBusy) return;
        onAnswer(text);
        setText('');
      }}
    >
      <Stack gap="xs">
        {offered.length > 0 && (
          <Group gap={4} role="group" aria-label="Answers to tap">
            {offered.map((label) => (
              <Button
                key={label}
                size="compact-sm"
                radius="xl"
                variant="default"
                dir="auto"
                onClick={() => onAnswer(label)}
              >
                {label}
              </Button>
            ))}
          </Group>
        )}
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label="You write"
            flex={1}
            dir="auto"
            maxLength={1600}
            autoComplete="off"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button type="submit">Send</Button>
        </Group>
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onAnswer(null)}
        >
          Let the time run out
        </Button>
      </Stack>
    </form>
  );
}
