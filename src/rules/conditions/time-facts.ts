import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { readingAt } from '../../quiet-hours/zone-clock.js';
import { fact } from './fact.js';
import type { Fact, FactType, FactValue } from './fact.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const DATE_LENGTH = '2026-04-10'.length;

/** When it happened: the moment itself for schedules, and what the clock of a zone shows then. */
export const TIME_FACTS: readonly Fact[] = [
  fact(
    'time.now',
    'instant',
    'The moment of deciding. Ask whether it is within a schedule, by the name of the schedule.',
    DOMAIN_EVENT_NAMES,
    (_event, _facts, { now }) => (Number.isNaN(now.getTime()) ? undefined : now.toISOString()),
    { use: 'condition' },
  ),
  clock(
    'time.hour',
    'number',
    'The full hour on the clock of the condition\'s "timeZone", from 0 to 23: 17 until 17:59.',
    (reading) => reading.getUTCHours(),
  ),
  clock(
    'time.weekday',
    'text',
    'The day of the week by the clock of the condition\'s "timeZone": monday, tuesday…',
    (reading) => WEEKDAYS[reading.getUTCDay()],
  ),
  clock('time.date', 'text', 'The date by the clock of the condition\'s "timeZone": 2026-12-25.', (reading) =>
    reading.toISOString().slice(0, DATE_LENGTH),
  ),
];

/** `read` is given what the zone's clock shows, as if it were the clock of UTC. */
function clock(
  name: string,
  type: FactType,
  description: string,
  read: (reading: Date) => FactValue | undefined,
): Fact {
  return fact(
    name,
    type,
    description,
    DOMAIN_EVENT_NAMES,
    (_event, _facts, { now, timeZone }) => {
      if (timeZone === undefined) return undefined;
      const reading = new Date(readingAt(timeZone, now.getTime()));
      return Number.isNaN(reading.getTime()) ? undefined : read(reading);
    },
    { use: 'condition', needsTimeZone: true },
  );
}
