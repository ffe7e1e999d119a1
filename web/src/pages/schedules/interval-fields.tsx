import { Button, Group, Text, TextInput } from '@mantine/core';
import { replaced, without } from '../revisions/json-member.ts';
import { endTime, fieldTime, isOvernight, type Interval } from './weekly-hours.ts';

type IntervalFieldsProps = {
  /** Whose hours they are, for those who cannot see it: Monday. */
  readonly day: string;
  readonly intervals: readonly Interval[];
  readonly onChange: (intervals: readonly Interval[]) => void;
};

const MOST_INTERVALS = 12;

/** The hours of one day: any number of intervals, each from and until. */
export function IntervalFields({ day, intervals, onChange }: IntervalFieldsProps) {
  return (
    <Group gap="sm" align="center">
      {intervals.map((interval, index) => (
        <Group key={index} gap={4} wrap="nowrap">
          <TextInput
            type="time"
            size="xs"
            aria-label={`${day}: from`}
            value={interval[0]}
            onChange={({ currentTarget }) =>
              onChange(replaced(intervals, index, [currentTarget.value, interval[1]]))
            }
          />
          <Text aria-hidden>–</Text>
          <TextInput
            type="time"
            size="xs"
            aria-label={`${day}: until`}
            value={fieldTime(interval[1])}
            onChange={({ currentTarget }) =>
              onChange(replaced(intervals, index, [interval[0], endTime(currentTarget.value)]))
            }
          />
          {isOvernight(interval) && (
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              next day
            </Text>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            aria-label={`${day}: remove ${interval[0]} to ${interval[1]}`}
            onClick={() => onChange(without(intervals, index))}
          >
            ✕
          </Button>
        </Group>
      ))}
      {intervals.length === 0 && (
        <Text size="sm" c="dimmed">
          closed
        </Text>
      )}
      {intervals.length < MOST_INTERVALS && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${day}: add hours`}
          onClick={() =>
            onChange([...intervals, intervals.length === 0 ? ['09:00', '17:00'] : ['18:00', '20:00']])
          }
        >
          +
        </Button>
      )}
    </Group>
  );
}
