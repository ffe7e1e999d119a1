import { describe, expect, it } from '@jest/globals';
import { measureText } from './segments.js';

describe('measureText', () => {
  it.each([
    ['x'.repeat(160), 'GSM-7', 1],
    ['x'.repeat(161), 'GSM-7', 2],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    ['ж'.repeat(70), 'UCS-2', 1],
    ['ж'.repeat(71), 'UCS-2', 2],
    ['👍', 'UCS-2', 1],
  ])('measures %j', (text, encoding, segments) => {
    expect(measureText(text)).toEqual({ encoding, segments });
  });
});
