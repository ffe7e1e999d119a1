import { describe, expect, it } from '@jest/globals';
import { barOf, endTime, fieldTime, intervalsOf, withDay } from './weekly-hours.ts';

describe('the hours of a week', () => {
  it('reads the intervals and leaves out what is none', () => {
    expect(intervalsOf([['09:00', '17:00'], ['late'], 5, ['20:00', '02:00']])).toEqual([
      ['09:00', '17:00'],
      ['20:00', '02:00'],
    ]);
    expect(intervalsOf('always')).toEqual([]);
  });

  it('closes a day by leaving it out, and keeps the others', () => {
    const weekly = { monday: [['09:00', '17:00']], friday: [['09:00', '12:00']] };
    expect(withDay(weekly, 'monday', [])).toEqual({ friday: [['09:00', '12:00']] });
  });

  it('shows the end of a day as midnight, and writes it back', () => {
    expect(endTime(fieldTime('24:00'))).toBe('24:00');
    expect(fieldTime('17:30')).toBe('17:30');
  });

  it('draws an interval past midnight up to the end of its day', () => {
    expect(barOf(['18:00', '02:00'])).toEqual({ start: 75, width: 25 });
    expect(barOf(['00:00', '24:00'])).toEqual({ start: 0, width: 100 });
    expect(barOf(['soon', 'soon'])).toEqual({ start: 0, width: 0 });
  });
});
