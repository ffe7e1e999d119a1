import { asArray } from '../../messaging/untrusted.js';
import type { Place } from '../definition/definition-problems.js';
import { minuteOf, spanOf, type Span } from './hours.js';
import type { HoursInterval } from './schedule.js';

const MAX_INTERVALS = 12;

/** The hours of a day, in the order of the clock. What is refused is left out. */
export function readIntervals(json: unknown, place: Place): readonly HoursInterval[] {
  const list = asArray(json);
  if (list === undefined || list.length > MAX_INTERVALS) {
    place.refuse(
      `Write a list of at most ${MAX_INTERVALS} intervals: [["09:00", "12:30"], ["14:00", "18:00"]]. Closed all day is [].`,
    );
    return [];
  }
  const read = list.flatMap((each, index) => readInterval(each, place.at(index)) ?? []);
  const sorted = [...read].sort((one, other) => one.span.from - other.span.from);
  for (const [index, { span, place: at }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && span.from < before.span.to) {
      at.refuse('These hours overlap with others of the same day; write them as one interval.');
    }
  }
  return sorted.map(({ interval }) => interval);
}

type ReadInterval = { readonly interval: HoursInterval; readonly span: Span; readonly place: Place };

function readInterval(json: unknown, place: Place): ReadInterval | undefined {
  const [from, until, ...more] = asArray(json) ?? [];
  if (more.length > 0 || !isTime(from) || !isTime(until)) {
    place.refuse('Write two times of the 24-hour clock, from and until: ["09:00", "12:30"].');
    return undefined;
  }
  const interval = [from, until] as const;
  const span = spanOf(interval);
  if (span === undefined) {
    place.refuse('These hours have no length. For the whole day write ["00:00", "24:00"].');
    return undefined;
  }
  return { interval, span, place };
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && minuteOf(value) !== undefined;
}
