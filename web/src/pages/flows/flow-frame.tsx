import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt, Within } from '../revisions/problems.tsx';
import { DurationInput } from '../rules/duration-input.tsx';
import { END } from './flow-edits.ts';
import { TargetSelect } from './target-select.tsx';

type FlowFrameProps = {
  readonly flow: JsonObject;
  readonly onChange: (flow: JsonObject) => void;
};

/** What holds for the whole flow: where it begins, the words that are always heard, and its limits. */
export function FlowFrame({ flow, onChange }: FlowFrameProps) {
  const problem = useProblemAt();
  const limits = asObject(flow['limits']) ?? {};
  const { maxSteps } = limits;
  const setLimits = (next: JsonObject) =>
    onChange(withMember(flow, 'limits', Object.keys(next).length === 0 ? undefined : next));
  return (
    <>
      <Fieldset legend="Words that are always heard">
        <Within path={['hotWords']}>
          <HotWords flow={flow} onChange={onChange} />
          <OtherProblems />
        </Within>
      </Fieldset>
      <Fieldset legend="The whole flow">
        <Stack gap="xs">
          <TargetSelect
            label="Begins with"
            value={textMember(flow, 'start')}
            error={problem('start')}
            onChange={(start) => onChange({ ...flow, start })}
            withTarget={(next, start) => ({ ...next, start })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <NumberInput
              label="Steps at most"
              placeholder="50"
              min={1}
              max={1000}
              value={typeof maxSteps === 'number' ? maxSteps : ''}
              error={problem('limits', 'maxSteps')}
              onChange={(next) =>
                setLimits(withMember(limits, 'maxSteps', typeof next === 'number' ? next : undefined))
              }
            />
            <DurationInput
              label="Lasts at most"
              unit="days"
              placeholder="1"
              value={textMember(limits, 'maxDuration')}
              error={problem('limits', 'maxDuration')}
              onChange={(iso) => setLimits(withMember(limits, 'maxDuration', filled(iso)))}
            />
          </SimpleGrid>
        </Stack>
      </Fieldset>
    </>
  );
}

function HotWords({ flow, onChange }: FlowFrameProps) {
  const words = Object.entries(asObject(flow['hotWords']) ?? {});
  const write = (entries: readonly (readonly [string, unknown])[]) =>
    entries.length === 0
      ? withMember(flow, 'hotWords', undefined)
      : { ...flow, hotWords: Object.fromEntries(entries) };
  const withEntry = (index: number, entry: readonly [string, unknown]) =>
    words.map((each, at) => (at === index ? entry : each));
  return (
    <Stack gap="xs">
      {words.map(([word, target], index) => (
        <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
          <Word
            word={word}
            others={words.filter((_, at) => at !== index).map(([other]) => other)}
            onChange={(next) => onChange(write(withEntry(index, [next, target])))}
          />
          <div style={{ flex: 2 }}>
            <TargetSelect
              label="Leads to"
              value={asText(target) ?? ''}
              onChange={(next) => onChange(write(withEntry(index, [word, next])))}
              withTarget={(next, to) => ({
                ...next,
                hotWords: Object.fromEntries(withEntry(index, [word, to])),
              })}
            />
          </div>
          <ActionIcon
            variant="subtle"
            color="red"
            mb={4}
            aria-label={`Remove the word ${word}`}
            onClick={() => onChange(write(words.filter((_, at) => at !== index)))}
          >
            ✕
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={words.some(([word]) => word === '')}
        onClick={() => onChange(write([...words, ['', END]]))}
      >
        + Word
      </Button>
    </Stack>
  );
}

type WordProps = {
  readonly word: string;
  readonly others: readonly string[];
  readonly onChange: (word: string) => void;
};

/** Takes effect when one leaves it: on its way it may be another word of the list, and would take its place. */
function Word({ word, others, onChange }: WordProps) {
  const [text, setText] = useState(word);
  const isTaken = others.includes(text);
  const problem = useProblemAt();
  return (
    <TextInput
      label="Word"
      maxLength={40}
      dir="auto"
      flex={1}
      value={text}
      error={isTaken ? 'It stands here already.' : problem(word)}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => {
        if (!isTaken && text !== word) onChange(text);
      }}
    />
  );
}
