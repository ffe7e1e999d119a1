import { Box, Flex, Stack, Text } from '@mantine/core';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { IntervalFields } from './interval-fields.tsx';
import { barOf, intervalsOf, WEEKDAYS, withDay, type Interval } from './weekly-hours.ts';

type WeekGridProps = {
  readonly weekly: unknown;
  readonly onChange: (weekly: JsonObject) => void;
};

/** The hours of every weekday, drawn over the 24 hours of the day. */
export function WeekGrid({ weekly, onChange }: WeekGridProps) {
  const days = asObject(weekly) ?? {};
  return (
    <Stack gap="md">
      {WEEKDAYS.map((day) => {
        const intervals = intervalsOf(days[day]);
        const name = day.charAt(0).toUpperCase() + day.slice(1);
        return (
          <Flex key={day} role="group" aria-label={name} direction={{ base: 'column', xs: 'row' }} gap={4}>
            <Text fw={600} w={110}>
              {name}
            </Text>
            <Stack gap={6} flex={1}>
              <DayBar intervals={intervals} />
              <IntervalFields
                day={name}
                intervals={intervals}
                onChange={(next) => onChange(withDay(weekly, day, next))}
              />
            </Stack>
          </Flex>
        );
      })}
    </Stack>
  );
}

/** The day from midnight to midnight. The fields beneath say the same in words. */
function DayBar({ intervals }: { readonly intervals: readonly Interval[] }) {
  return (
    <Box aria-hidden>
      <Box
        pos="relative"
        h={10}
        bg="var(--mantine-color-default-hover)"
        style={{ borderRadius: 5, overflow: 'hidden' }}
      >
        {intervals.map((interval, index) => {
          const { start, width } = barOf(interval);
          return (
            <Box
              key={index}
              pos="absolute"
              h="100%"
              bg="var(--mantine-primary-color-filled)"
              style={{ left: `${start}%`, width: `${width}%` }}
            />
          );
        })}
      </Box>
      <Box style={{ display: 'flex', justifyContent: 'space-between' }}>
        {['0', '6', '12', '18', '24'].map((hour) => (
          <Text key={hour} size="10px" c="dimmed">
            {hour}
          </Text>
        ))}
      </Box>
    </Box>
  );
}
