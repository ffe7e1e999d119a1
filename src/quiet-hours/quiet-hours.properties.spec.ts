import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JURISDICTIONS, WEEKDAYS, type Interval, type Jurisdiction } from './jurisdictions.js';
import { HORIZON_MS, quietUntil, type QuietQuestion } from './quiet-hours.js';

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const time = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const interval: fc.Arbitrary<Interval> = fc.record({ from: time, to: time });
const dayHours = fc.array(interval, { maxLength: 2 });

function jurisdictionOf(hours: fc.Arbitrary<readonly Interval[]>): fc.Arbitrary<Jurisdiction> {
  return fc.record({
    name: fc.constant('a test'),
    countries: fc.constant([]),
    week: fc.record({
      sunday: hours,
      monday: hours,
      tuesday: hours,
      wednesday: hours,
      thursday: hours,
      friday: hours,
      saturday: hours,
    }),
    source: fc.constant({ urls: [] }),
  });
}

const jurisdiction = fc.oneof(
  fc.constantFrom<Jurisdiction>(...Object.values(JURISDICTIONS)),
  jurisdictionOf(dayHours),
);
/** Half of the instants lie within a day of a change of clocks in North America or Europe. */
const changes = ['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'].map(
  (at) => Date.parse(at),
);
const instant = fc.oneof(
  fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -86_400_000, max: 86_400_000 }))
    .map(([change, away]) => new Date(change + away)),
);

function ask(at: Date, zones: QuietQuestion['zones'], table: Jurisdiction) {
  return quietUntil({ at, zones, jurisdiction: table, purpose: 'marketing' });
}

/** The same question put to the platform's own clock, for hours that end on the day on which they began. */
function isAllowedByIntl(at: Date, timeZone: string, table: Jurisdiction): boolean {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = WEEKDAYS.find((name) => name === parts.get('weekday')?.toLowerCase());
  const clock = `${parts.get('hour')}:${parts.get('minute')}`;
  return weekday !== undefined && table.week[weekday].some(({ from, to }) => from <= clock && clock < to);
}

describe('quietUntil', () => {
  it('ends the quiet at the first instant that is allowed in every zone, within the horizon', () => {
    const zones = fc.uniqueArray(zone, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(instant, zones, jurisdiction, (at, zones, table) => {
        const answer = ask(at, zones, table);
        if (answer.open || answer.until === undefined) return;
        const until = answer.until.getTime();
        expect(until).toBeGreaterThan(at.getTime());
        expect(until - at.getTime()).toBeLessThanOrEqual(HORIZON_MS);
        expect(ask(answer.until, zones, table).open).toBe(true);
        expect(ask(new Date(until - 1), zones, table).open).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the clock of the platform now, and at every instant before the end of the quiet', () => {
    const withinTheDay = jurisdictionOf(
      fc.array(
        interval.filter(({ from, to }) => from <= to),
        { maxLength: 2 },
      ),
    );
    fc.assert(
      fc.property(
        instant,
        zone,
        withinTheDay,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (at, zone, table, shares) => {
          const answer = ask(at, [zone], table);
          expect(answer.open).toBe(isAllowedByIntl(at, zone, table));
          if (answer.open) return;
          const length = (answer.until?.getTime() ?? at.getTime() + HORIZON_MS) - at.getTime();
          for (const share of shares) {
            const before = new Date(at.getTime() + Math.floor(share * (length - 1)));
            expect(isAllowedByIntl(before, zone, table)).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is open in several zones exactly when it is open in each', () => {
    fc.assert(
      fc.property(
        instant,
        fc.uniqueArray(zone, { minLength: 1, maxLength: 4 }),
        jurisdiction,
        (at, zones, table) => {
          expect(ask(at, zones, table).open).toBe(zones.every((zone) => ask(at, [zone], table).open));
        },
      ),
    );
  });

  it('answers whatever it is asked', () => {
    const anyHours = fc.array(
      fc.record({ from: fc.oneof(time, fc.string()), to: fc.oneof(time, fc.string()) }),
      { maxLength: 3 },
    );
    const anyZones = fc.oneof(
      fc.array(fc.oneof(zone, fc.string({ unit: 'binary' })), { maxLength: 3 }),
      fc.record({ phone: fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\+[1-9]\d{6,14}$/)) }),
    );
    const question: fc.Arbitrary<QuietQuestion> = fc.record(
      {
        at: fc.date(),
        zones: anyZones,
        contactZone: fc.oneof(zone, fc.string({ unit: 'binary' })),
        jurisdiction: fc.oneof(jurisdiction, jurisdictionOf(anyHours)),
        purpose: fc.constantFrom<QuietQuestion['purpose']>(
          'reply',
          'compliance',
          'otp',
          'notification',
          'marketing',
        ),
      },
      { requiredKeys: ['at', 'zones', 'jurisdiction', 'purpose'] },
    );
    fc.assert(
      fc.property(question, (question) => {
        const answer = quietUntil(question);
        if (!answer.open) expect(answer.sentence).toMatch(/^[A-Z].*\.$/s);
      }),
      { numRuns: 300 },
    );
  });
});
