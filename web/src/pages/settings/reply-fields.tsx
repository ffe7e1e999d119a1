import { Group, NativeSelect, NumberInput, Stack, Switch, Text, Title } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import { DurationInput } from '../rules/duration-input.tsx';
import { CostBudgetFields } from './cost-budget-fields.tsx';

type Schemas = components['schemas'];

export type ReplyContent = {
  readonly replyBudget: Schemas['ReplyBudgetView'];
  readonly costBudgets: readonly Schemas['CostBudgetView'][];
  readonly humanPause: Schemas['HumanPauseView'];
  readonly loopGuard: Schemas['LoopGuardView'];
};

type ReplyFieldsProps = {
  readonly content: ReplyContent;
  readonly onChange: (content: ReplyContent) => void;
};

const MOST_REPLIES = 1_000;
const USUAL_PAUSE = 'PT12H';

const SENSITIVITIES = [
  { value: 'off', label: 'Off' },
  { value: 'low', label: 'Low' },
  { value: 'normal', label: 'Normal' },
  { value: 'high', label: 'High' },
] as const;

const SCOPES = [
  { value: 'conversation', label: 'In that conversation' },
  { value: 'contact', label: 'In all of the contact’s conversations' },
] as const;

/** Budgets, the pause after a person has answered, and the guard against talking to a machine. */
export function ReplyFields({ content, onChange }: ReplyFieldsProps) {
  const { replyBudget, costBudgets, humanPause, loopGuard } = content;
  const cap = (value: number | string) => (typeof value === 'number' ? value : null);
  return (
    <Stack>
      <Title order={2} size="h4">
        Replies for one contact
      </Title>
      <Group align="flex-start">
        <NumberInput
          label="At most in an hour"
          placeholder="no limit"
          min={1}
          max={MOST_REPLIES}
          allowDecimal={false}
          value={replyBudget.perHour ?? ''}
          onChange={(value) => onChange({ ...content, replyBudget: { ...replyBudget, perHour: cap(value) } })}
        />
        <NumberInput
          label="At most in a day"
          placeholder="no limit"
          min={1}
          max={MOST_REPLIES}
          allowDecimal={false}
          value={replyBudget.perDay ?? ''}
          onChange={(value) => onChange({ ...content, replyBudget: { ...replyBudget, perDay: cap(value) } })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        STOP, START and HELP are answered all the same.
      </Text>
      <CostBudgetFields
        budgets={costBudgets}
        onChange={(next) => onChange({ ...content, costBudgets: next })}
      />
      <Title order={2} size="h4" mt="sm">
        After a person has answered
      </Title>
      <Switch
        label="Rules stay away for a time"
        checked={humanPause.length !== null}
        onChange={(event) =>
          onChange({
            ...content,
            humanPause: { ...humanPause, length: event.currentTarget.checked ? USUAL_PAUSE : null },
          })
        }
      />
      {humanPause.length !== null && (
        <Group align="flex-end">
          <DurationInput
            label="For how long"
            unit="hours"
            value={humanPause.length}
            onChange={(length) => onChange({ ...content, humanPause: { ...humanPause, length } })}
          />
          <NativeSelect
            label="Where"
            data={[...SCOPES]}
            value={humanPause.scope}
            onChange={(event) => {
              const scope = SCOPES.find(({ value }) => value === event.currentTarget.value)?.value;
              if (scope !== undefined) onChange({ ...content, humanPause: { ...humanPause, scope } });
            }}
          />
        </Group>
      )}
      <Title order={2} size="h4" mt="sm">
        Loop guard
      </Title>
      <Text size="sm" c="dimmed">
        Recognises when another machine answers ours, and leaves the conversation to people.
      </Text>
      <Group align="flex-end">
        <NativeSelect
          label="Sensitivity"
          data={[...SENSITIVITIES]}
          value={loopGuard.sensitivity}
          onChange={(event) => {
            const sensitivity = SENSITIVITIES.find(({ value }) => value === event.currentTarget.value)?.value;
            if (sensitivity !== undefined) onChange({ ...content, loopGuard: { ...loopGuard, sensitivity } });
          }}
        />
        <DurationInput
          label="Left to people for"
          unit="hours"
          value={loopGuard.pause}
          onChange={(pause) => onChange({ ...content, loopGuard: { ...loopGuard, pause } })}
        />
      </Group>
    </Stack>
  );
}
