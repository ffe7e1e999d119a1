import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { denseSeries, seriesStepSeconds } from './series.js';

const SINCE = new Date('2026-04-10T12:30:00Z');
const HOUR_MS = 60 * 60 * 1_000;
const after = (ms: number) => new Date(SINCE.getTime() + ms);

describe('the series of a dashboard', () => {
  it('counts by the hour within two days, and by the day beyond', () => {
    expect(seriesStepSeconds(SINCE, after(48 * HOUR_MS))).toBe(3_600);
    expect(seriesStepSeconds(SINCE, after(49 * HOUR_MS))).toBe(86_400);
  });

  it('has a point for each step, also where nothing happened', () => {
    const counts = [{ at: after(HOUR_MS), name: 'inbound', count: 3 } as const];
    const points = denseSeries(counts, SINCE, after(2.5 * HOUR_MS), 3_600);
    expect(points.map(({ at, inbound }) => [at, inbound])).toEqual([
      [SINCE, 0],
      [after(HOUR_MS), 3],
      [after(2 * HOUR_MS), 0],
    ]);
  });

  it('loses no count, whatever the span', () => {
    const span = fc.integer({ min: 1, max: 31 * 24 * HOUR_MS });
    fc.assert(
      fc.property(span, fc.array(fc.nat()), (spanMs, offsets) => {
        const stepSeconds = seriesStepSeconds(SINCE, after(spanMs));
        const steps = [
          ...new Set(offsets.map((offset) => Math.floor((offset % spanMs) / (stepSeconds * 1_000)))),
        ];
        const counts = steps.map((step) => ({
          at: after(step * stepSeconds * 1_000),
          name: 'replies' as const,
          count: 1,
        }));
        const points = denseSeries(counts, SINCE, after(spanMs), stepSeconds);
        expect(points.reduce((sum, { replies }) => sum + replies, 0)).toBe(steps.length);
      }),
    );
  });
});
