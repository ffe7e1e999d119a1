import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { compileSchedule } from './compile-schedule.js';
import { parseScheduleDefinition } from './parse-schedule.js';
import type { HoursInterval, ScheduleDefinition } from './schedule.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Instants around which clocks are changed: forward and back, by an hour, by half of one, by two, and at midnight. */
const EDGES: readonly (readonly [zone: string, instant: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00:00Z'],
  ['Antarctica/Troll', '2026-03-29T01:00:00Z'],
  ['Antarctica/Troll', '2026-10-25T01:00:00Z'],
  ['Asia/Kathmandu', '2026-06-01T00:00:00Z'],
];

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const minute = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(0, 30, 60, 90, 105, 120, 135, 150, 180, 1380, 1410, 1439),
);
const interval = fc
  .tuple(minute, fc.oneof(minute, fc.constant(1440)))
  .filter(([from, until]) => from !== until);
const dayHours = fc.oneof(
  fc.constant<HoursInterval[]>([]),
  fc.array(interval, { minLength: 1, maxLength: 3 }).map((all) => withoutOverlaps(all).map(written)),
);

function written([from, until]: readonly [number, number]): HoursInterval {
  return [clock(from), clock(until)];
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function withoutOverlaps(all: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  let end = 0;
  return [...all]
    .sort(([one], [other]) => one - other)
    .filter(([from, until]) => {
      if (from < end) return false;
      end = until < from ? until + 1440 : until;
      return true;
    });
}

const situation = fc
  .record({
    edge: fc.constantFrom(...EDGES),
    week: fc.tuple(dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours),
    exceptions: fc.uniqueArray(fc.record({ offset: fc.integer({ min: -2, max: 2 }), hours: dayHours }), {
      selector: ({ offset }) => offset,
      maxLength: 2,
    }),
    startMinutes: fc.integer({ min: -20 * 60, max: 4 * 60 }),
  })
  .map(({ edge: [timeZone, instant], week, exceptions, startMinutes }) => ({
    start: Date.parse(instant) + startMinutes * MINUTE_MS,
    definition: {
      name: 'Any',
      timeZone,
      weekly: Object.fromEntries(DAYS.map((day, index) => [day, week[index] ?? []])),
      exceptions: exceptions.map(({ offset, hours }) => ({
        date: DateTime.fromISO(instant, { zone: timeZone }).plus({ days: offset }).toISODate() ?? '',
        intervals: hours,
      })),
    },
  }));

/** The plain meaning, one minute at a time: does the clock on the wall show a time of today's hours, or of yesterday's late ones? */
function isOpenByTheClock({ timeZone, weekly, exceptions }: ScheduleDefinition, at: number): boolean {
  const local = DateTime.fromMillis(at, { zone: timeZone });
  const time = local.toFormat('HH:mm');
  const hoursOf = (day: DateTime): readonly HoursInterval[] => {
    const exception = exceptions.find((each) => 'date' in each && each.date === day.toISODate());
    if (exception !== undefined) return 'intervals' in exception ? exception.intervals : [];
    return weekly[DAYS[day.weekday - 1] ?? 'monday'] ?? [];
  };
  const yesterday = local.set({ hour: 12 }).minus({ days: 1 });
  return (
    hoursOf(local).some(([from, until]) => from <= time && (time < until || until < from)) ||
    hoursOf(yesterday).some(([from, until]) => until < from && time < until)
  );
}

describe('a compiled schedule', () => {
  it('was read as it was written', () => {
    fc.assert(
      fc.property(situation, ({ definition }) => {
        expect(parseScheduleDefinition(definition)).toMatchObject({ ok: true, definition });
      }),
    );
  });

  it('agrees with the clock on the wall, minute by minute, where clocks are changed', () => {
    fc.assert(
      fc.property(situation, ({ definition, start }) => {
        const schedule = compileSchedule(definition);
        for (let at = start; at < start + 20 * HOUR_MS; at += MINUTE_MS) {
          if (schedule.isOpen(new Date(at)) !== isOpenByTheClock(definition, at)) {
            throw new Error(`They differ at ${new Date(at).toISOString()} in ${definition.timeZone}.`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('changes next where it says, and nowhere before', () => {
    fc.assert(
      fc.property(situation, ({ definition, start }) => {
        const schedule = compileSchedule(definition);
        const isOpen = isOpenByTheClock(definition, start);
        const horizon = start + 30 * HOUR_MS;
        let expected = start;
        while (expected < horizon && isOpenByTheClock(definition, expected) === isOpen) expected += MINUTE_MS;
        const change = schedule.nextChange(new Date(start))?.getTime() ?? Infinity;
        if (expected < horizon) expect(new Date(change)).toEqual(new Date(expected));
        else expect(change).toBeGreaterThanOrEqual(horizon);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseScheduleDefinition', () => {
  it('reads any JSON without throwing, and reads again what it gave back', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const some = (value: unknown) => fc.oneof(anything, fc.constant(value));
    const draft = fc.record(
      {
        name: some('Shop'),
        timeZone: some('contact'),
        fallbackTimeZone: some('Europe/Berlin'),
        weekly: fc.oneof(anything, fc.record({ monday: some([['09:00', '17:00']]) })),
        exceptions: fc.oneof(anything, fc.array(some({ date: '2026-12-25', closed: true }))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, draft), (json) => {
        const reading = parseScheduleDefinition(json);
        if (reading.ok) expect(parseScheduleDefinition(reading.definition)).toEqual(reading);
        else expect(reading.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
