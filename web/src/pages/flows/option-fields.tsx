import {
  ActionIcon,
  Button,
  Card,
  Group,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { asArray, asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, moved, replaced, textMember, withMember, without } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt, Within } from '../revisions/problems.tsx';
import { TargetSelect } from './target-select.tsx';

const MOST_OPTIONS = 20;

type OptionFieldsProps = {
  readonly options: unknown;
  readonly onChange: (options: readonly unknown[]) => void;
  /** The flow with these options; only where each of them leads somewhere. */
  readonly withOptions?: (flow: JsonObject, options: readonly unknown[]) => JsonObject;
};

/** The answers that can be chosen, in the order of their numbers. */
export function OptionFields({ options, onChange, withOptions }: OptionFieldsProps) {
  const list = (asArray(options) ?? []).map((option) => asObject(option) ?? {});
  return (
    <Stack gap="xs">
      {list.map((option, index) => (
        <Within key={index} path={['options', index]}>
          <Option
            number={index + 1}
            option={option}
            onChange={(next) => onChange(replaced(list, index, next))}
            onMove={(by) => onChange(moved(list, index, index + by))}
            {...(list.length > 1 && { onRemove: () => onChange(without(list, index)) })}
            {...(withOptions !== undefined && {
              withNext: (flow: JsonObject, next: string) =>
                withOptions(flow, replaced(list, index, { ...option, next })),
            })}
          />
        </Within>
      ))}
      {list.length < MOST_OPTIONS && (
        <Button
          size="xs"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange([...list, { label: '', ...(withOptions !== undefined && { next: 'end' }) }])
          }
        >
          + Answer
        </Button>
      )}
    </Stack>
  );
}

type OptionProps = {
  readonly number: number;
  readonly option: JsonObject;
  readonly onChange: (option: JsonObject) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove?: () => void;
  readonly withNext?: (flow: JsonObject, next: string) => JsonObject;
};

function Option({ number, option, onChange, onMove, onRemove, withNext }: OptionProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(option, name, value));
  const keywords = (asArray(option['keywords']) ?? []).filter((each) => typeof each === 'string');
  return (
    <Card withBorder p="xs" role="group" aria-label={`Answer ${number}`}>
      <Group justify="space-between" gap={4}>
        <Text size="sm" fw={600}>
          Answer {number}
        </Text>
        <Group gap={2}>
          <Tool label={`Move answer ${number} up`} onClick={() => onMove(-1)}>
            ↑
          </Tool>
          <Tool label={`Move answer ${number} down`} onClick={() => onMove(1)}>
            ↓
          </Tool>
          {onRemove !== undefined && (
            <Tool label={`Remove answer ${number}`} onClick={onRemove}>
              ✕
            </Tool>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <TextInput
          label="Says"
          required
          maxLength={60}
          dir="auto"
          value={textMember(option, 'label')}
          error={problem('label')}
          onChange={({ currentTarget }) => set('label', currentTarget.value)}
        />
        {withNext !== undefined && (
          <TargetSelect
            label="Leads to"
            value={textMember(option, 'next')}
            error={problem('next')}
            onChange={(next) => set('next', next)}
            withTarget={withNext}
          />
        )}
        <TagsInput
          label="Chosen also by the words"
          placeholder={keywords.length === 0 ? 'open, hours' : ''}
          value={keywords}
          error={problem('keywords')}
          onChange={(next) => set('keywords', next.length === 0 ? undefined : next)}
        />
        <TextInput
          label="Or by the button with the id"
          placeholder="none"
          maxLength={256}
          value={textMember(option, 'id')}
          error={problem('id')}
          onChange={({ currentTarget }) => set('id', filled(currentTarget.value))}
        />
      </SimpleGrid>
      <OtherProblems besides={['label', 'next', 'keywords', 'id']} />
    </Card>
  );
}

function Tool({
  label,
  onClick,
  children,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
