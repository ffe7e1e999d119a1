import type { HolidayCalendar } from './holidays.js';

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Hours in which sending is allowed, as `HH:MM` on the recipient's clock; `to` is outside, and may be `24:00`. With `to` before
 * `from` the hours run past midnight and belong to the day on which they began. An interval that cannot be read allows nothing.
 */
export type Interval = { readonly from: string; readonly to: string };

/** When a law, or we in its place, let marketing be sent. Plain JSON, so that a configuration can bring its own. */
export type Jurisdiction = {
  readonly name: string;
  /** The countries (ISO 3166-1) whose numbers fall under it when nothing more is known. */
  readonly countries: readonly string[];
  readonly week: Readonly<Record<Weekday, readonly Interval[]>>;
  /** Days on which nothing is sent. */
  readonly holidays?: HolidayCalendar;
  /** Hours of single dates (`YYYY-MM-DD`), which win over the week and the holidays; no interval means nothing is sent. */
  readonly exceptions?: Readonly<Record<string, readonly Interval[]>>;
  readonly source: { readonly urls: readonly string[]; readonly note?: string };
};

const VENDOR = 'Vendor compilation, verify: such tables disagree with each other.';
const DROP_COWBOY = 'https://www.dropcowboy.com/state-compliance';
const FEDERAL_RULE =
  'https://www.ecfr.gov/current/title-47/chapter-I/subchapter-B/part-64/subpart-L/section-64.1200';

/** The countries and territories to which United States federal law applies. */
const UNITED_STATES = ['US', 'AS', 'GU', 'MP', 'PR', 'VI'] as const;

/** The parts of France whose law on electronic communications is the French one. */
const FRANCE = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF', 'PM'] as const;

/**
 * What we know of sending hours. They are configuration with a source, not law: each is the strictest reading of sources that are
 * in part secondary. Caps on the number of messages and the need for consent are not here.
 */
export const JURISDICTIONS = {
  us: {
    name: 'the United States (our default)',
    countries: UNITED_STATES,
    week: weekly(hours('09:00', '20:00'), hours('09:00', '20:00'), hours('12:00', '20:00')),
    holidays: 'us_federal',
    source: {
      urls: [FEDERAL_RULE],
      note: 'Our own choice where the state is not known: inside the federal hours and those of every state below, but for the Sundays of Alabama, Louisiana and Mississippi and the first hour of Kentucky.',
    },
  },
  'us-federal': {
    name: 'the United States (federal)',
    countries: [],
    week: daily('08:00', '21:00'),
    source: { urls: [FEDERAL_RULE], note: '47 CFR 64.1200(c)(1).' },
  },
  'us-al': state('Alabama', weekly(hours('08:00', '20:00'), hours('08:00', '20:00'), []), {
    holidays: 'us_federal',
    note: `${VENDOR} State holidays are taken to be the federal ones.`,
  }),
  'us-ct': state('Connecticut', daily('09:00', '20:00')),
  'us-fl': state('Florida', daily('08:00', '20:00')),
  'us-ky': state('Kentucky', daily('10:00', '21:00')),
  'us-la': state('Louisiana', weekly(hours('08:00', '20:00'), hours('08:00', '20:00'), []), {
    holidays: 'us_federal',
    note: `${VENDOR} State holidays are taken to be the federal ones.`,
  }),
  'us-ma': state('Massachusetts', daily('08:00', '20:00')),
  'us-md': state('Maryland', daily('08:00', '20:00')),
  'us-mi': state('Michigan', daily('09:00', '21:00')),
  'us-mn': state('Minnesota', daily('09:00', '21:00')),
  'us-ms': state('Mississippi', weekly(hours('08:00', '20:00'), hours('08:00', '20:00'), [])),
  'us-nm': state('New Mexico', daily('09:00', '21:00')),
  'us-nv': state('Nevada', daily('09:00', '20:00')),
  'us-ok': state('Oklahoma', daily('08:00', '20:00'), {
    url: 'https://support.referrizer.com/en/category/text-campaigns/article/tcpa-quiet-hours-and-state-specific-rules-for-text-campaigns',
  }),
  'us-or': state('Oregon', daily('08:00', '20:00'), {
    url: 'https://mobileecosystemforum.com/?p=196945',
    note: 'HB 3865, from 2026-01-01; secondary source.',
  }),
  'us-tx': state('Texas', weekly(hours('09:00', '21:00'), hours('09:00', '21:00'), hours('12:00', '21:00')), {
    url: 'https://www.foster.com/newsroom-alerts-texas-expands-telemarketing-law-to-cover-text-messagesms-marketing-what-companies-need-to-know',
    note: 'SB 140, from 2025-09-01; secondary source, which reads the clock as Texas time.',
  }),
  'us-va': state('Virginia', daily('08:00', '21:00'), {
    url: 'https://mwcllc.com/2025/05/13/virginia-telemarketer-law',
    note: 'SB 1339, from 2026-01-01; secondary source. The hours may be left with consent.',
  }),
  fr: {
    name: 'France',
    countries: FRANCE,
    week: weekly(hours('08:00', '20:00'), hours('10:00', '18:00'), []),
    holidays: 'french',
    source: {
      urls: [
        'https://help.goacoustic.com/hc/en-us/articles/360043722874-Send-promotional-SMS-messages-to-France',
        'https://support.callr.com/hc/en-us/articles/115000858183',
      ],
      note: `${VENDOR} The stricter is taken; others block from 22:00 only.`,
    },
  },
  br: {
    name: 'Brazil',
    countries: ['BR'],
    week: daily('09:00', '21:00'),
    source: {
      urls: ['https://notifica-blog.pages.dev/blog/07-compliance-lgpd-notifications'],
      note: 'Guidance of a vendor, not law.',
    },
  },
  kr: {
    name: 'Korea',
    countries: ['KR'],
    week: daily('08:00', '21:00'),
    source: {
      urls: ['https://docs.dfinery.ai/user-guide/en/action/off-site-campaign/info-vs-ads'],
      note: 'Network Act, article 50: at night advertisements need a consent of their own. Vendor’s page, verify.',
    },
  },
  default: {
    name: 'countries without a table (our default)',
    countries: [],
    week: weekly(hours('09:00', '20:00'), hours('10:00', '18:00'), []),
    source: {
      urls: [],
      note: 'Our own choice: the hours that all country tables above have in common. It knows no holidays.',
    },
  },
} as const satisfies Record<string, Jurisdiction>;

export type JurisdictionId = keyof typeof JURISDICTIONS;

/**
 * Under which table a number falls of which only the possible countries are known; `default` when none of them has one.
 * Numbers that are shared by several countries fall under the first that has: +1 without a country is the United States.
 */
export function jurisdictionOf(countries: readonly string[]): JurisdictionId {
  for (const id of COUNTRY_TABLES) {
    if (JURISDICTIONS[id].countries.some((country) => countries.includes(country))) return id;
  }
  return 'default';
}

const COUNTRY_TABLES = ['us', 'fr', 'br', 'kr'] as const satisfies readonly JurisdictionId[];

function hours(from: string, to: string): readonly Interval[] {
  return [{ from, to }];
}

function daily(from: string, to: string): Jurisdiction['week'] {
  return weekly(hours(from, to), hours(from, to), hours(from, to));
}

function weekly(
  mondayToFriday: readonly Interval[],
  saturday: readonly Interval[],
  sunday: readonly Interval[],
): Jurisdiction['week'] {
  return {
    sunday,
    monday: mondayToFriday,
    tuesday: mondayToFriday,
    wednesday: mondayToFriday,
    thursday: mondayToFriday,
    friday: mondayToFriday,
    saturday,
  };
}

/** A state of the United States. No number falls under it by itself: area codes move with people, so the state has to be known. */
function state(
  name: string,
  week: Jurisdiction['week'],
  more: { holidays?: HolidayCalendar; url?: string; note?: string } = {},
): Jurisdiction {
  return {
    name,
    countries: [],
    week,
    ...(more.holidays !== undefined && { holidays: more.holidays }),
    source: { urls: [more.url ?? DROP_COWBOY], note: more.note ?? VENDOR },
  };
}
