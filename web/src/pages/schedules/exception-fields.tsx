import { Button, Card, Group, Stack, Switch, TextInput } from '@mantine/core';
import { asArray, asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, replaced, textMember, withMember, without } from '../revisions/json-member.ts';
import { IntervalFields } from './interval-fields.tsx';
import { intervalsOf } from './weekly-hours.ts';

type ExceptionFieldsProps = {
  readonly exceptions: unknown;
  readonly onChange: (exceptions: readonly unknown[]) => void;
};

/** Days that are not as their weekday: one date or a range, closed or with hours of their own. */
export function ExceptionFields({ exceptions, onChange }: ExceptionFieldsProps) {
  const list = (asArray(exceptions) ?? []).map((each) => asObject(each) ?? {});
  return (
    <Stack gap="xs">
      {list.map((exception, index) => (
        <ExceptionCard
          key={index}
          label={`Exception ${index + 1}`}
          exception={exception}
          onChange={(next) => onChange(replaced(list, index, next))}
          onRemove={() => onChange(without(list, index))}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...list, { date: new Date().toISOString().slice(0, 10), closed: true }])}
      >
        + Exception
      </Button>
    </Stack>
  );
}

type ExceptionCardProps = {
  readonly label: string;
  readonly exception: JsonObject;
  readonly onChange: (exception: JsonObject) => void;
  readonly onRemove: () => void;
};

function ExceptionCard({ label, exception, onChange, onRemove }: ExceptionCardProps) {
  const isRange = 'from' in exception || 'until' in exception;
  const first = textMember(exception, isRange ? 'from' : 'date');
  const last = textMember(exception, 'until');
  const setDays = (from: string, until: string) => {
    const { date: _date, from: _from, until: _until, ...rest } = exception;
    onChange(until === '' || until === from ? { date: from, ...rest } : { from, until, ...rest });
  };
  const isClosed = exception['closed'] === true;
  return (
    <Card withBorder p="sm" role="group" aria-label={label}>
      <Group align="flex-end">
        <TextInput
          label="First day"
          type="date"
          size="xs"
          value={first}
          onChange={({ currentTarget }) => setDays(currentTarget.value, last)}
        />
        <TextInput
          label="Last day (the same: empty)"
          type="date"
          size="xs"
          value={last}
          onChange={({ currentTarget }) => setDays(first, currentTarget.value)}
        />
        <TextInput
          label="Note"
          placeholder="Christmas"
          size="xs"
          flex={1}
          miw={140}
          value={textMember(exception, 'note')}
          onChange={({ currentTarget }) =>
            onChange(withMember(exception, 'note', filled(currentTarget.value)))
          }
        />
        <Button size="xs" variant="subtle" color="red" onClick={onRemove} aria-label={`Remove ${label}`}>
          ✕
        </Button>
      </Group>
      <Group mt="xs">
        <Switch
          label="Closed"
          checked={isClosed}
          onChange={({ currentTarget }) => {
            const { closed: _closed, intervals: _intervals, ...rest } = exception;
            onChange(
              currentTarget.checked
                ? { ...rest, closed: true }
                : { ...rest, intervals: [['10:00', '14:00']] },
            );
          }}
        />
        {!isClosed && (
          <IntervalFields
            day={label}
            intervals={intervalsOf(exception['intervals'])}
            onChange={(intervals) => onChange(withMember(exception, 'intervals', intervals))}
          />
        )}
      </Group>
    </Card>
  );
}
