import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { compileSchedule } from './compile-schedule.js';
import { contactZoneOf } from './contact-zone.js';
import { parseScheduleDefinition } from './parse-schedule.js';
import type { CompiledSchedule } from './schedule.js';
import { scheduleNow } from './schedule-view.js';

const SHOP = {
  name: 'Shop',
  timeZone: 'Africa/Banjul',
  weekly: {
    monday: [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
    friday: [['20:00', '02:00']],
  },
  exceptions: [
    { date: '2026-12-25', closed: true, note: 'Christmas' },
    { from: '2026-08-01', until: '2026-08-14', intervals: [['10:00', '14:00']] },
    { date: '2026-08-05', closed: true },
  ],
};

function compiled(json: unknown): CompiledSchedule {
  const reading = parseScheduleDefinition(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return compileSchedule(reading.definition);
}

const shop = compiled(SHOP);
const openAt = (schedule: CompiledSchedule, at: string, zone?: string) => schedule.isOpen(new Date(at), zone);

describe('a schedule', () => {
  it.each([
    ['2026-11-23T08:59:59.999Z', false],
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T12:29:59.999Z', true],
    ['2026-11-23T12:30:00Z', false],
    ['2026-11-23T14:00:00Z', true],
    ['2026-11-24T10:00:00Z', false],
  ])('with a break at noon is, at %s, open: %p', (at, isOpen) => expect(openAt(shop, at)).toBe(isOpen));

  it.each([
    ['2026-11-27T23:59:00Z', true],
    ['2026-11-28T01:59:00Z', true],
    ['2026-11-28T02:00:00Z', false],
    ['2026-11-27T01:00:00Z', false],
  ])('that runs past midnight is, at %s, open: %p', (at, isOpen) => expect(openAt(shop, at)).toBe(isOpen));

  it('I6: is governed by an exception for the hours that begin on its date, and by no other', () => {
    const thursdayNight = compiled({ ...SHOP, weekly: { ...SHOP.weekly, thursday: [['22:00', '03:00']] } });
    expect(openAt(thursdayNight, '2026-12-25T02:00:00Z')).toBe(true);
    expect(openAt(thursdayNight, '2026-12-25T21:00:00Z')).toBe(false);
    expect(openAt(thursdayNight, '2026-12-26T01:00:00Z')).toBe(false);
  });

  it('lets a date stand over a range', () => {
    expect(openAt(shop, '2026-08-04T11:00:00Z')).toBe(true);
    expect(openAt(shop, '2026-08-05T11:00:00Z')).toBe(false);
    expect(openAt(shop, '2026-08-14T13:59:00Z')).toBe(true);
    expect(openAt(shop, '2026-08-15T11:00:00Z')).toBe(false);
  });

  it('opens with the end of the gap when its hours begin in a skipped hour', () => {
    const early = compiled({
      name: 'Early',
      timeZone: 'Europe/Berlin',
      weekly: { sunday: [['02:30', '04:00']] },
    });
    expect(early.nextChange(new Date('2026-03-28T12:00:00Z'))).toEqual(new Date('2026-03-29T01:00:00Z'));
  });

  it('is open twice in an hour that the clock repeats', () => {
    const late = compiled({
      name: 'Late',
      timeZone: 'Europe/Berlin',
      weekly: { sunday: [['02:15', '02:45']] },
    });
    const changes = ['2026-10-24T12:00:00Z'];
    for (let step = 0; step < 4; step += 1) {
      changes.push(late.nextChange(new Date(changes.at(-1) ?? ''))?.toISOString() ?? 'never');
    }
    expect(changes.slice(1)).toEqual([
      '2026-10-25T00:15:00.000Z',
      '2026-10-25T00:45:00.000Z',
      '2026-10-25T01:15:00.000Z',
      '2026-10-25T01:45:00.000Z',
    ]);
  });

  it('that is open from midnight to midnight every day never changes', () => {
    const always = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    const weekly = Object.fromEntries(always.map((day) => [day, [['00:00', '24:00']]]));
    const schedule = compiled({ name: 'Always', timeZone: 'America/New_York', weekly });
    expect(schedule.nextChange(new Date('2026-03-07T00:00:00Z'))).toBeUndefined();
    expect(scheduleNow(schedule, new Date('2026-03-07T00:00:00Z')).sentence).toBe('Open all the time.');
  });

  it('is closed, and never changes, at an instant that does not exist', () => {
    for (const at of [new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15)]) {
      expect([shop.isOpen(at), shop.nextChange(at), shop.weekOf(at)]).toEqual([false, undefined, []]);
    }
  });

  it('tells the hours of a week with its exceptions', () => {
    const week = shop.weekOf(new Date('2026-12-25T08:00:00Z'));
    expect(week).toHaveLength(7);
    expect(week[0]).toEqual({
      date: '2026-12-25',
      weekday: 'friday',
      intervals: [],
      isException: true,
      note: 'Christmas',
    });
    expect(week[3]).toMatchObject({ weekday: 'monday', intervals: SHOP.weekly.monday, isException: false });
  });
});

describe('a schedule by the contact’s clock', () => {
  const mornings = compiled({
    name: 'Mornings',
    timeZone: 'contact',
    fallbackTimeZone: 'Africa/Banjul',
    weekly: { friday: [['08:00', '12:00']] },
  });

  it('asks the contact’s zone, and falls back where there is none', () => {
    const at = '2026-11-20T13:00:00Z';
    expect(openAt(mornings, at)).toBe(false);
    expect(openAt(mornings, at, 'America/New_York')).toBe(true);
    expect(openAt(mornings, at, 'Mars/Olympus')).toBe(false);
  });

  function factsWith(theirAddress: string, attributes: Record<string, string> = {}): Facts {
    return {
      brand: { name: 'Acme' },
      contact: { id: 'c', tags: [], attributes, consent: 'subscribed' },
      conversation: { id: 'v', channel: 'sms', theirAddress },
      providerConfirmsOptOut: false,
      answersHelpAlways: false,
    };
  }

  const winter = new Date('2026-01-15T12:00:00Z');
  const summer = new Date('2026-07-15T12:00:00Z');

  it('takes the zone from the contact before the one of the number', () => {
    expect(contactZoneOf(factsWith('+12025550123', { timeZone: 'Asia/Tokyo' }), winter)).toBe('Asia/Tokyo');
    expect(contactZoneOf(factsWith('+12025550123', { timeZone: 'nowhere' }), winter)).toBe(
      'America/New_York',
    );
  });

  it('takes a number’s zone only while all clocks that are possible agree', () => {
    expect(contactZoneOf(factsWith('+19285550123'), winter)).toBeDefined();
    expect(contactZoneOf(factsWith('+19285550123'), summer)).toBeUndefined();
    expect(contactZoneOf(factsWith('+18005550123'), winter)).toBeUndefined();
    expect(contactZoneOf(factsWith('somebody@example.com'), winter)).toBeUndefined();
  });
});

describe('scheduleNow', () => {
  it.each([
    ['2026-11-23T15:00:00Z', 'Open until 18:00 today.'],
    ['2026-11-27T21:00:00Z', 'Open until tomorrow 02:00.'],
    ['2026-11-23T08:00:00Z', 'Closed; opens today 09:00.'],
    ['2026-11-26T08:00:00Z', 'Closed; opens tomorrow 20:00.'],
    ['2026-11-21T08:00:00Z', 'Closed; opens Monday 09:00.'],
    ['2026-12-25T08:00:00Z', 'Closed (Christmas); opens Monday 09:00.'],
  ])('says at %s: %s', (at, sentence) => {
    expect(scheduleNow(shop, new Date(at)).sentence).toBe(sentence);
  });

  it.each([
    // The clock of Berlin goes back from 03:00 to 02:00, so that 02:30 comes twice.
    [
      [['02:30', '06:00']],
      '2026-10-25T00:30:00Z',
      'Open until 03:00 today, when the clock goes back to 02:00.',
    ],
    [[['02:30', '06:00']], '2026-10-25T01:30:00Z', 'Open until 06:00 today.'],
    [
      [['01:00', '02:15']],
      '2026-10-25T00:30:00Z',
      'Closed; opens today 02:00, when the clock goes back from 03:00.',
    ],
    [[['01:00', '02:15']], '2026-10-25T01:10:00Z', 'Open until 02:15 today.'],
    // It goes forward from 02:00 to 03:00, so that 02:30 never comes.
    [
      [['01:00', '02:30']],
      '2026-03-29T00:30:00Z',
      'Open until 02:00 today, when the clock goes forward to 03:00.',
    ],
    [
      [['02:30', '06:00']],
      '2026-03-29T00:30:00Z',
      'Closed; opens today 03:00, when the clock goes forward from 02:00.',
    ],
  ] as const)('names no time that is gone when the clock is set: %j at %s', (sunday, at, sentence) => {
    const night = compiled({
      name: 'Night',
      timeZone: 'Europe/Berlin',
      weekly: { sunday },
      exceptions: [],
    });
    expect(scheduleNow(night, new Date(at)).sentence).toBe(sentence);
  });

  it('names the date where a weekday alone would mislead', () => {
    const yearly = compiled({
      name: 'Fair',
      timeZone: 'Africa/Banjul',
      weekly: {},
      exceptions: [{ date: '2027-01-04', intervals: [['10:00', '24:00']] }],
    });
    expect(scheduleNow(yearly, new Date('2026-11-21T08:00:00Z')).sentence).toBe(
      'Closed; opens Monday 4 January 2027 10:00.',
    );
    expect(scheduleNow(yearly, new Date('2027-01-04T12:00:00Z')).sentence).toBe('Open until 24:00 today.');
    expect(scheduleNow(yearly, new Date('2027-01-05T12:00:00Z'))).toMatchObject({
      nextChangeAt: null,
      sentence: 'Closed; no opening is planned.',
    });
  });
});

describe('parseScheduleDefinition', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['an unknown zone', { timeZone: 'Gambia' }, '/timeZone', '"Gambia" is no time zone'],
    ['the contact’s zone without another', { timeZone: 'contact' }, '/fallbackTimeZone', 'time zone'],
    ['a needless fallback', { fallbackTimeZone: 'UTC' }, '/fallbackTimeZone', 'leave this out'],
    ['an unknown weekday', { weekly: { mondey: [] } }, '/weekly/mondey', 'Did you mean "monday"?'],
    ['no list', { weekly: { monday: '9-17' } }, '/weekly/monday', 'list'],
    ['no time', { weekly: { monday: [['9', '17:00']] } }, '/weekly/monday/0', '24-hour clock'],
    ['a time that no clock shows', { weekly: { monday: [['09:00', '24:01']] } }, '/weekly/monday/0', 'clock'],
    ['no length', { weekly: { monday: [['09:00', '09:00']] } }, '/weekly/monday/0', 'no length'],
    ['a start at 24:00', { weekly: { monday: [['24:00', '02:00']] } }, '/weekly/monday/0', 'no length'],
    [
      'overlapping hours',
      {
        weekly: {
          monday: [
            ['20:00', '02:00'],
            ['09:00', '20:30'],
          ],
        },
      },
      '/weekly/monday/0',
      'overlap',
    ],
    ['30 February', { exceptions: [{ date: '2026-02-30', closed: true }] }, '/exceptions/0/date', 'calendar'],
    [
      'a range that ends first',
      { exceptions: [{ from: '2026-02-03', until: '2026-02-01', closed: true }] },
      '/exceptions/0/until',
      'ends before',
    ],
    [
      'both closed and open',
      { exceptions: [{ date: '2026-02-01', closed: true, intervals: [] }] },
      '/exceptions/0',
      'either',
    ],
    ['neither', { exceptions: [{ date: '2026-02-01' }] }, '/exceptions/0', 'either'],
    [
      'two of one day',
      {
        exceptions: [
          { from: '2026-02-01', until: '2026-02-09', closed: true },
          { from: '2026-02-09', until: '2026-02-10', closed: true },
        ],
      },
      '/exceptions/1',
      'same day',
    ],
  ])('refuses %s and says what to do', (_case, difference, pointer, message) => {
    const reading = parseScheduleDefinition({ ...SHOP, ...difference });
    const problem = reading.ok ? undefined : reading.problems.find((each) => each.pointer === pointer);
    expect(problem?.message).toContain(message);
  });

  it('reads the documented example unchanged', () => {
    expect(parseScheduleDefinition(SHOP)).toEqual({ ok: true, definition: SHOP });
  });
});
