import { describe, expect, it } from '@jest/globals';
import { durationMs, spokenDuration, spokenInstant } from './duration.js';

describe('durationMs', () => {
  it.each([
    ['PT10M', 600_000],
    ['PT1.5H', undefined],
    ['P1D', 86_400_000],
    ['P1DT12H', 129_600_000],
    ['P2W', 1_209_600_000],
    ['PT90S', 90_000],
    ['P1M', undefined],
    ['P1Y', undefined],
    ['P', undefined],
    ['PT', undefined],
    ['PT0S', undefined],
    ['-PT10M', undefined],
    ['P367D', undefined],
    ['10m', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, expected) => {
    expect(durationMs(text)).toBe(expected);
  });
});

describe('spokenDuration', () => {
  it.each([
    [600_000, '10-minute'],
    [43_200_000, '12-hour'],
    [86_400_000, '1-day'],
    [90_000, '90-second'],
  ])('calls %d ms %s', (lengthMs, expected) => {
    expect(spokenDuration(lengthMs)).toBe(expected);
  });
});

describe('spokenInstant', () => {
  const noon = new Date('2026-04-10T12:00:00Z');

  it.each([
    ['2026-04-10T21:04:59Z', '21:04 UTC'],
    ['2026-04-11T00:00:00Z', '2026-04-11 00:00 UTC'],
    ['not a time', 'an unknown time'],
  ])('says %s as %s', (instant, expected) => {
    expect(spokenInstant(new Date(instant), noon)).toBe(expected);
  });
});
