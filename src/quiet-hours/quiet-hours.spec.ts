import { describe, expect, it } from '@jest/globals';
import { JURISDICTIONS, type Interval, type Jurisdiction } from './jurisdictions.js';
import { quietUntil, type Purpose, type QuietQuestion } from './quiet-hours.js';

const { us, fr, 'us-federal': federal, 'us-tx': texas } = JURISDICTIONS;

/** `open`, the instant until which it is quiet, or `never` when no such instant is known. */
function answer(
  at: string,
  zones: QuietQuestion['zones'],
  jurisdiction: Jurisdiction,
  contactZone?: string,
): string {
  const asked = { at: new Date(at), zones, jurisdiction, purpose: 'marketing' as const };
  const result = quietUntil({ ...asked, ...(contactZone !== undefined && { contactZone }) });
  if (result.open) return 'open';
  return result.until?.toISOString().replace(':00.000Z', 'Z') ?? 'never';
}

const NONE: Jurisdiction['week'] = {
  sunday: [],
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
};

function everyDay(from: string, to: string): Jurisdiction {
  const hours: readonly Interval[] = [{ from, to }];
  const week = {
    sunday: hours,
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
  };
  return { name: 'a test', countries: [], week, source: { urls: [] } };
}

describe('quietUntil, on an ordinary day', () => {
  it.each([
    ['in the morning before the hours', '2026-06-10T11:59Z', '2026-06-10T12:00Z'],
    ['at the first instant', '2026-06-10T12:00Z', 'open'],
    ['at the last millisecond', '2026-06-11T00:59:59.999Z', 'open'],
    ['at the end, which is outside', '2026-06-11T01:00Z', '2026-06-11T12:00Z'],
  ])('%s', (_, at, expected) => expect(answer(at, ['America/New_York'], federal)).toBe(expected));

  it('takes the quarter of an hour in Kathmandu into account', () => {
    expect(answer('2026-06-10T03:14Z', ['Asia/Kathmandu'], us)).toBe('2026-06-10T03:15Z');
    expect(answer('2026-06-10T14:14Z', ['Asia/Kathmandu'], us)).toBe('open');
    expect(answer('2026-06-10T14:15Z', ['Asia/Kathmandu'], us)).toBe('2026-06-11T03:15Z');
  });

  it('waits on Sundays until noon where the table says so', () => {
    expect(answer('2026-06-14T15:59Z', ['America/New_York'], us)).toBe('2026-06-14T16:00Z');
    expect(answer('2026-06-15T00:00Z', ['America/New_York'], us)).toBe('2026-06-15T13:00Z');
    expect(answer('2026-06-15T00:00Z', ['America/Chicago'], texas)).toBe('open');
  });
});

describe('quietUntil, when the clock changes', () => {
  it('B15: counts the hour that spring takes away and autumn gives back', () => {
    expect(answer('2026-03-08T05:00Z', ['America/New_York'], federal)).toBe('2026-03-08T12:00Z');
    expect(answer('2026-11-01T04:00Z', ['America/New_York'], federal)).toBe('2026-11-01T13:00Z');
    expect(answer('2026-03-28T22:00Z', ['Europe/London'], federal)).toBe('2026-03-29T07:00Z');
  });

  it('begins with the end of the gap when the hours begin inside it', () => {
    expect(answer('2026-03-08T06:59Z', ['America/New_York'], everyDay('02:30', '05:00'))).toBe(
      '2026-03-08T07:00Z',
    );
  });

  it('leaves out hours that the gap swallows', () => {
    expect(answer('2026-03-08T06:00Z', ['America/New_York'], everyDay('02:10', '02:50'))).toBe(
      '2026-03-09T06:10Z',
    );
    expect(answer('2026-03-28T21:00Z', ['Asia/Beirut'], everyDay('00:00', '00:30'))).toBe(
      '2026-03-29T21:00Z',
    );
  });

  it.each([
    ['2026-11-01T05:29Z', '2026-11-01T05:30Z'],
    ['2026-11-01T05:59Z', 'open'],
    ['2026-11-01T06:00Z', '2026-11-01T06:30Z'],
    ['2026-11-01T06:59Z', 'open'],
    ['2026-11-01T07:00Z', '2026-11-02T06:30Z'],
  ])('goes by the clock while it repeats an hour, at %s', (at, expected) =>
    expect(answer(at, ['America/New_York'], everyDay('01:30', '02:00'))).toBe(expected),
  );

  it('knows the half hour of Lord Howe', () => {
    const hours = everyDay('01:45', '02:00');
    expect(answer('2026-04-04T14:45Z', ['Australia/Lord_Howe'], hours)).toBe('open');
    expect(answer('2026-04-04T15:00Z', ['Australia/Lord_Howe'], hours)).toBe('2026-04-04T15:15Z');
  });

  it('knows that Samoa left out a Friday', () => {
    const fridays = {
      ...everyDay('09:00', '20:00'),
      week: { ...NONE, friday: [{ from: '09:00', to: '20:00' }] },
    };
    expect(answer('2011-12-29T12:00Z', ['Pacific/Apia'], fridays)).toBe('2012-01-05T19:00Z');
  });
});

describe('quietUntil, with hours past midnight', () => {
  const friday = {
    ...everyDay('22:00', '02:00'),
    week: { ...NONE, friday: [{ from: '22:00', to: '02:00' }] },
  };

  it.each([
    ['2026-06-12T21:59Z', '2026-06-12T22:00Z'],
    ['2026-06-13T01:59Z', 'open'],
    ['2026-06-13T02:00Z', '2026-06-19T22:00Z'],
    ['2026-06-12T01:00Z', '2026-06-12T22:00Z'],
  ])('gives them to the day on which they began, at %s', (at, expected) =>
    expect(answer(at, ['Etc/UTC'], friday)).toBe(expected),
  );

  it('ends them by the clock of the night in which it changes', () => {
    const nights = everyDay('22:00', '04:00');
    expect(answer('2026-03-08T07:59Z', ['America/New_York'], nights)).toBe('open');
    expect(answer('2026-03-08T08:00Z', ['America/New_York'], nights)).toBe('2026-03-09T02:00Z');
  });

  it('knows 24:00, and hours that join at midnight', () => {
    expect(answer('2026-06-12T23:59Z', ['Etc/UTC'], everyDay('00:00', '24:00'))).toBe('open');
    expect(answer('2026-06-12T00:00Z', ['Etc/UTC'], everyDay('00:00', '24:00'))).toBe('open');
  });
});

describe('quietUntil, on holidays and single dates', () => {
  it.each([
    ['Independence Day, a Saturday, and the Friday before', '2026-07-03T14:00Z', '2026-07-05T16:00Z'],
    ['Thanksgiving', '2026-11-26T15:00Z', '2026-11-27T14:00Z'],
    ['New Year’s Day on a Saturday, already kept in the old year', '2027-12-31T15:00Z', '2028-01-02T17:00Z'],
    ['New Year’s Day on a Sunday, kept on Monday too', '2023-01-01T18:00Z', '2023-01-03T14:00Z'],
    ['the evening before a holiday', '2026-12-25T01:00Z', '2026-12-26T14:00Z'],
  ])('%s', (_, at, expected) => expect(answer(at, ['America/New_York'], us)).toBe(expected));

  it('takes the date of each zone: the holiday is over in Tokyo while it lasts in New York', () => {
    expect(answer('2026-12-26T01:00Z', ['Asia/Tokyo'], us)).toBe('open');
    expect(answer('2026-12-26T01:00Z', ['America/New_York'], us)).toBe('2026-12-26T14:00Z');
  });

  it('keeps French Sundays and holidays', () => {
    expect(answer('2026-04-04T16:00Z', ['Europe/Paris'], fr)).toBe('2026-04-07T06:00Z');
  });

  it('lets a single date win over the week and over a holiday', () => {
    const table = { ...us, exceptions: { '2026-12-25': [{ from: '10:00', to: '12:00' }], '2026-12-28': [] } };
    expect(answer('2026-12-25T14:00Z', ['America/New_York'], table)).toBe('2026-12-25T15:00Z');
    expect(answer('2026-12-28T15:00Z', ['America/New_York'], table)).toBe('2026-12-29T14:00Z');
  });
});

describe('quietUntil, when several zones are possible', () => {
  const pensacola = { phone: '+18505550123' };

  it.each([
    ['before the western zone opens', '2026-06-10T13:59Z', '2026-06-10T14:00Z'],
    ['while both are open', '2026-06-10T23:59Z', 'open'],
    ['after the eastern zone has closed', '2026-06-11T00:00Z', '2026-06-11T14:00Z'],
  ])('%s', (_, at, expected) => expect(answer(at, pensacola, us)).toBe(expected));

  it('finds the one hour in which all of Russia may be written to', () => {
    expect(answer('2026-06-10T00:00Z', { phone: '+79161234567' }, us)).toBe('2026-06-10T07:00Z');
    expect(answer('2026-06-10T08:00Z', { phone: '+79161234567' }, us)).toBe('2026-06-11T07:00Z');
  });

  it('finds the half hour of winter for a toll-free number, and none in summer', () => {
    expect(answer('2026-01-05T12:00Z', { phone: '+18005550123' }, us)).toBe('2026-01-05T23:00Z');
    expect(answer('2026-07-15T12:00Z', { phone: '+18005550123' }, us)).toBe('never');
  });

  it('says that it is never allowed in zones whose hours do not meet', () => {
    expect(answer('2026-01-15T12:00Z', ['America/New_York', 'Asia/Dhaka'], us)).toBe('never');
    expect(answer('2026-01-15T12:00Z', ['America/New_York', 'Asia/Kathmandu'], us)).toBe('2026-01-15T14:00Z');
  });

  it('lets the contact’s zone decide among the candidates', () => {
    expect(answer('2026-06-10T13:30Z', pensacola, us, 'America/New_York')).toBe('open');
    expect(answer('2026-06-10T13:30Z', pensacola, us, 'America/Chicago')).toBe('2026-06-10T14:00Z');
    expect(answer('2026-07-15T16:00Z', { phone: '+18005550123' }, us, 'America/New_York')).toBe('open');
    expect(answer('2026-06-10T03:30Z', { phone: '+919812345678' }, us, 'Asia/Calcutta')).toBe('open');
  });

  it('B15: keeps both when the contact’s zone contradicts the number', () => {
    const newYork = { phone: '+12125550123' };
    expect(answer('2026-06-10T14:00Z', newYork, us, 'America/Los_Angeles')).toBe('2026-06-10T16:00Z');
    expect(answer('2026-06-11T00:30Z', newYork, us, 'America/Los_Angeles')).toBe('2026-06-11T16:00Z');
  });

  it('takes the contact’s zone where the address tells none, and passes over a zone that does not exist', () => {
    expect(answer('2026-06-10T14:00Z', { phone: 'US.1349' }, us, 'America/New_York')).toBe('open');
    expect(answer('2026-06-10T14:00Z', { phone: '+12125550123' }, us, 'Mars/Olympus')).toBe('open');
  });

  it('does not guess where nothing is known', () => {
    expect(answer('2026-06-10T14:00Z', { phone: 'US.1349' }, us)).toBe('never');
    expect(answer('2026-06-10T14:00Z', [], us)).toBe('never');
    expect(answer('2026-06-10T14:00Z', ['America/New_York', 'Mars/Olympus'], us)).toBe('never');
  });
});

describe('quietUntil, by purpose', () => {
  const night = { at: new Date('2026-06-10T04:00Z'), zones: ['America/New_York'], jurisdiction: us };

  it.each<[Purpose, boolean]>([
    ['reply', true],
    ['compliance', true],
    ['otp', true],
    ['notification', false],
    ['marketing', false],
  ])('%s at night: %s', (purpose, open) => {
    expect(quietUntil({ ...night, purpose }).open).toBe(open);
    expect(quietUntil({ ...night, zones: [], purpose }).open).toBe(open);
    expect(quietUntil({ ...night, at: new Date(Number.NaN), purpose }).open).toBe(open);
  });
});

describe('what quietUntil says', () => {
  it('gives the clocks it asked with their source', () => {
    const question = { zones: { phone: '+18505550123' }, jurisdiction: us, purpose: 'marketing' as const };
    expect(quietUntil({ ...question, at: new Date('2026-06-10T15:00Z') })).toEqual({
      open: true,
      evidence: {
        sources: ['phone'],
        clocks: [
          { zone: 'America/Chicago', localTime: '2026-06-10T10:00' },
          { zone: 'America/New_York', localTime: '2026-06-10T11:00' },
        ],
      },
    });
    expect(
      quietUntil({ ...question, at: new Date('2026-06-10T15:00Z'), contactZone: 'America/Denver' }),
    ).toMatchObject({
      evidence: { sources: ['contact', 'phone'], clocks: [{ zone: 'America/Denver' }, {}, {}] },
    });
  });

  it('explains the hour, the rule and the wait in one text, without the number', () => {
    const question = { zones: { phone: '+18505550123' }, jurisdiction: us, purpose: 'marketing' as const };
    expect(quietUntil({ ...question, at: new Date('2026-12-25T15:00Z') })).toMatchObject({
      zone: 'America/Chicago',
      window: { intervals: [], holiday: 'Christmas Day' },
      sentence:
        'It is Friday 2026-12-25 09:00 by the clock of America/Chicago, one of the 2 zones in which the customer may be. ' +
        'The hours of the United States (our default) for that day are none (Christmas Day). ' +
        'It may be sent from Saturday 2026-12-26 09:00 by the same clock.',
    });
  });

  it('says when waiting does not help', () => {
    const question = { at: new Date('2026-07-15T12:00Z'), jurisdiction: us, purpose: 'marketing' as const };
    expect(quietUntil({ ...question, zones: { phone: '+18005550123' } })).toMatchObject({
      until: undefined,
      sentence: expect.stringContaining('No hour of the next 14 days'),
    });
    expect(quietUntil({ ...question, zones: [] })).toMatchObject({
      sentence: expect.stringContaining('not known in which time zone'),
    });
  });
});
