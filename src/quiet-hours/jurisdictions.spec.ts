import { describe, expect, it } from '@jest/globals';
import { dayOf } from './calendar-day.js';
import { jurisdictionOf, JURISDICTIONS, WEEKDAYS, type Jurisdiction } from './jurisdictions.js';
import { isAllowedAt } from './sending-hours.js';

const QUARTER_HOUR_MS = 900_000;

/** The quarters of an hour of a week without holidays in which a jurisdiction allows sending. */
function allowedQuarters(jurisdiction: Jurisdiction): Set<number> {
  const sunday = dayOf(2026, 6, 7) * 86_400_000;
  const quarters = Array.from({ length: 7 * 96 }, (_, quarter) => quarter);
  return new Set(quarters.filter((each) => isAllowedAt(jurisdiction, sunday + each * QUARTER_HOUR_MS)));
}

const tables: [string, Jurisdiction][] = Object.entries(JURISDICTIONS);
const states = tables.filter(([id]) => id.startsWith('us-'));
const quarters = new Map(tables.map(([id, table]) => [id, allowedQuarters(table)]));

function isInside(inner: string, outer: string): boolean {
  const allowed = quarters.get(outer);
  return [...(quarters.get(inner) ?? [])].every((quarter) => allowed?.has(quarter));
}

describe('JURISDICTIONS', () => {
  it('holds only hours that can be read, and some hours for every table', () => {
    for (const [, table] of tables) {
      const intervals = WEEKDAYS.flatMap((weekday) => table.week[weekday]);
      expect(intervals.length).toBeGreaterThan(0);
      for (const { from, to } of intervals) {
        expect(from).toMatch(/^\d\d:00$/);
        expect(to > from).toBe(true);
      }
    }
  });

  it('names a source for every table but our own choice', () => {
    for (const [id, { source }] of tables) {
      expect({ id, hasSource: source.urls.length > 0 || id === 'default' }).toEqual({ id, hasSource: true });
      for (const url of source.urls) expect(new URL(url).protocol).toBe('https:');
    }
  });

  it('has no state that allows more than the federal rule', () => {
    expect(states.map(([id]) => id).filter((id) => !isInside(id, 'us-federal'))).toEqual([]);
  });

  it('has a default for the United States inside the hours of all states but those that its note names', () => {
    expect(states.map(([id]) => id).filter((id) => !isInside('us', id))).toEqual([
      'us-al',
      'us-ky',
      'us-la',
      'us-ms',
    ]);
  });

  it('has a default for other countries inside the hours of every country', () => {
    expect(['us', 'us-federal', 'fr', 'br', 'kr'].filter((id) => !isInside('default', id))).toEqual([]);
  });
});

describe('jurisdictionOf', () => {
  it.each([
    [['US'], 'us'],
    [['PR'], 'us'],
    [['CA'], 'default'],
    [['FR'], 'fr'],
    [['RE', 'YT', 'TF'], 'fr'],
    [['BR'], 'br'],
    [['KR'], 'kr'],
    [['GM'], 'default'],
    [['AG', 'BS', 'CA', 'US'], 'us'],
    [[], 'default'],
    [['constructor'], 'default'],
  ])('puts %j under %s', (countries, id) => expect(jurisdictionOf(countries)).toBe(id));
});
