import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { costHint, measureText } from './segments.js';

describe('measureText', () => {
  it.each([
    ['', 'GSM-7', 1],
    ['x'.repeat(160), 'GSM-7', 1],
    ['x'.repeat(161), 'GSM-7', 2],
    ['x'.repeat(306), 'GSM-7', 2],
    ['x'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    [`${'x'.repeat(158)}€`, 'GSM-7', 1],
    [`${'x'.repeat(159)}€`, 'GSM-7', 2],
    ['ж'.repeat(70), 'UCS-2', 1],
    ['ж'.repeat(71), 'UCS-2', 2],
    ['ж'.repeat(134), 'UCS-2', 2],
    ['ж'.repeat(135), 'UCS-2', 3],
    ['👍', 'UCS-2', 1],
    ['👍'.repeat(35), 'UCS-2', 1],
    ['👍'.repeat(36), 'UCS-2', 2],
  ])('D11: measures %j', (text, encoding, segments) => {
    expect(measureText(text)).toEqual({ encoding, segments });
  });
});

describe('costHint', () => {
  it('D11: finds the one curly quote that makes a text cost more than twice as much', () => {
    const hint = costHint(`We’re open. ${'x'.repeat(148)}`);
    expect(hint).toEqual({
      encoding: 'UCS-2',
      segments: 3,
      offending: [{ character: '’', count: 1, replacement: "'" }],
      segmentsIfReplaced: 1,
      sentence: "It takes 3 segments instead of 1 because of one character: write ' for ’.",
    });
  });

  it.each([
    ['–', '-'],
    ['…', '...'],
    ['\u00a0', ' '],
    ['\u200b', ''],
    ['e\u0301', 'é'],
    ['①', '1'],
  ])('knows what to write for %j', (character, replacement) => {
    expect(costHint(`a${character}b${character}`).offending).toEqual([{ character, count: 2, replacement }]);
  });

  it.each(['ж', '👍', '👨‍👩‍👧', '营'])('knows of nothing like %s', (character) => {
    const text = character + 'x'.repeat(100);
    const hint = costHint(text);
    expect(hint.offending).toEqual([{ character, count: 1 }]);
    expect(hint.segmentsIfReplaced).toBe(hint.segments);
    expect(hint.sentence).toBeUndefined();
  });

  it('says nothing about a text that is cheap already', () => {
    expect(costHint('We are open 9-17, 5 €.')).toEqual({
      encoding: 'GSM-7',
      segments: 1,
      offending: [],
      segmentsIfReplaced: 1,
    });
  });

  it('never promises more than measuring the replaced text gives, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { offending, segments, segmentsIfReplaced } = costHint(text);
        expect(segmentsIfReplaced).toBeLessThanOrEqual(segments);
        for (const { replacement } of offending) {
          if (replacement !== undefined) expect(measureText(replacement).encoding).toBe('GSM-7');
        }
      }),
      { numRuns: 100 },
    );
  });
});
