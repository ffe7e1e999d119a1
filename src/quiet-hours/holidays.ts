import { dateOf, dayOf, weekdayOf } from './calendar-day.js';

const HOLIDAY_CALENDARS = ['us_federal', 'french'] as const;

export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

type Holiday = { readonly day: number; readonly name: string };

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** The name of the holiday on a calendar day, or `undefined`. Computed by rule for any year, also where a rule is younger than the year. */
export function holidayOn(calendar: HolidayCalendar, day: number): string | undefined {
  const { year } = dateOf(day);
  switch (calendar) {
    case 'us_federal':
      // New Year's Day on a Saturday is observed on the last day of the year before.
      return [...federalHolidays(year), ...federalHolidays(year + 1)].find((each) => each.day === day)?.name;
    case 'french':
      return frenchHolidays(year).find((each) => each.day === day)?.name;
    default: {
      const never: never = calendar;
      return never;
    }
  }
}

/**
 * The federal holidays of a year, and the days on which they are observed: the Friday before a Saturday, the Monday after a Sunday.
 * Both are kept. Inauguration Day, which only offices in and around Washington keep, is left out.
 * Source: 5 U.S.C. 6103, https://www.law.cornell.edu/uscode/text/5/6103
 */
function federalHolidays(year: number): Holiday[] {
  const fixed: Holiday[] = [
    { day: dayOf(year, 1, 1), name: 'New Year’s Day' },
    { day: dayOf(year, 6, 19), name: 'Juneteenth' },
    { day: dayOf(year, 7, 4), name: 'Independence Day' },
    { day: dayOf(year, 11, 11), name: 'Veterans Day' },
    { day: dayOf(year, 12, 25), name: 'Christmas Day' },
  ];
  return [
    ...fixed,
    ...fixed.flatMap(({ day, name }) => {
      if (weekdayOf(day) === SATURDAY) return { day: day - 1, name: `${name} (observed)` };
      if (weekdayOf(day) === SUNDAY) return { day: day + 1, name: `${name} (observed)` };
      return [];
    }),
    { day: nthWeekday(year, 1, MONDAY, 3), name: 'Birthday of Martin Luther King, Jr.' },
    { day: nthWeekday(year, 2, MONDAY, 3), name: 'Washington’s Birthday' },
    { day: nthWeekday(year, 6, MONDAY, 1) - 7, name: 'Memorial Day' },
    { day: nthWeekday(year, 9, MONDAY, 1), name: 'Labor Day' },
    { day: nthWeekday(year, 10, MONDAY, 2), name: 'Columbus Day' },
    { day: nthWeekday(year, 11, THURSDAY, 4), name: 'Thanksgiving Day' },
  ];
}

/**
 * The eleven holidays of the whole of France; those of Alsace-Moselle and overseas are left out.
 * Source: Code du travail, L3133-1, https://code.travail.gouv.fr/fiche-ministere-travail/les-jours-feries-et-les-ponts
 */
function frenchHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  return [
    { day: dayOf(year, 1, 1), name: 'New Year’s Day' },
    { day: easter + 1, name: 'Easter Monday' },
    { day: dayOf(year, 5, 1), name: 'Labour Day' },
    { day: dayOf(year, 5, 8), name: 'Victory Day' },
    { day: easter + 39, name: 'Ascension Day' },
    { day: easter + 50, name: 'Whit Monday' },
    { day: dayOf(year, 7, 14), name: 'Bastille Day' },
    { day: dayOf(year, 8, 15), name: 'Assumption Day' },
    { day: dayOf(year, 11, 1), name: 'All Saints’ Day' },
    { day: dayOf(year, 11, 11), name: 'Armistice Day' },
    { day: dayOf(year, 12, 25), name: 'Christmas Day' },
  ];
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

/** Gregorian Easter, by the anonymous algorithm. Source: https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * correction + 22;
  return dayOf(year, 3, 1) + march - 1;
}
