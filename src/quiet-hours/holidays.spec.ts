import { describe, expect, it } from '@jest/globals';
import { dayOf } from './calendar-day.js';
import { holidayOn, type HolidayCalendar } from './holidays.js';

function nameOn(calendar: HolidayCalendar, date: string): string | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return holidayOn(calendar, dayOf(year, month, day));
}

describe('the federal holidays of the United States', () => {
  it.each([
    ['2026-01-01', 'New Year’s Day'],
    ['2026-01-19', 'Birthday of Martin Luther King, Jr.'],
    ['2026-02-16', 'Washington’s Birthday'],
    ['2026-05-25', 'Memorial Day'],
    ['2027-05-31', 'Memorial Day'],
    ['2026-06-19', 'Juneteenth'],
    ['2026-07-03', 'Independence Day (observed)'],
    ['2026-07-04', 'Independence Day'],
    ['2026-09-07', 'Labor Day'],
    ['2026-10-12', 'Columbus Day'],
    ['2026-11-11', 'Veterans Day'],
    ['2026-11-26', 'Thanksgiving Day'],
    ['2023-11-23', 'Thanksgiving Day'],
    ['2026-12-25', 'Christmas Day'],
    ['2022-12-26', 'Christmas Day (observed)'],
    ['2023-01-02', 'New Year’s Day (observed)'],
    ['2021-12-31', 'New Year’s Day (observed)'],
    ['2027-12-31', 'New Year’s Day (observed)'],
  ])('on %s: %s', (date, name) => expect(nameOn('us_federal', date)).toBe(name));

  it.each(['2026-01-02', '2026-05-18', '2026-07-05', '2026-07-06', '2026-11-19', '2026-12-24', '2026-12-31'])(
    'not on %s',
    (date) => expect(nameOn('us_federal', date)).toBeUndefined(),
  );

  it.each([
    [2026, 12],
    [2021, 15],
  ])('in %i are %i days, observed ones and those of the next year’s first day included', (year, count) => {
    const days = Array.from({ length: 365 }, (_, day) => dayOf(year, 1, 1) + day);
    expect(days.filter((day) => holidayOn('us_federal', day) !== undefined)).toHaveLength(count);
  });
});

describe('the holidays of France', () => {
  it.each([
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'Labour Day'],
    ['2026-05-08', 'Victory Day'],
    ['2026-05-14', 'Ascension Day'],
    ['2026-05-25', 'Whit Monday'],
    ['2026-07-14', 'Bastille Day'],
    ['2026-08-15', 'Assumption Day'],
    ['2026-11-01', 'All Saints’ Day'],
    ['2026-11-11', 'Armistice Day'],
    ['2026-12-25', 'Christmas Day'],
  ])('on %s: %s', (date, name) => expect(nameOn('french', date)).toBe(name));

  it.each([
    '1954-04-19',
    '1981-04-20',
    '2000-04-24',
    '2008-03-24',
    '2011-04-25',
    '2024-04-01',
    '2038-04-26',
    '2285-03-23',
  ])('know that %s is an Easter Monday', (date) => expect(nameOn('french', date)).toBe('Easter Monday'));

  it('are not moved from a Sunday', () => expect(nameOn('french', '2026-11-02')).toBeUndefined());
});
