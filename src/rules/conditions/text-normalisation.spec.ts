import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparableText } from './text-normalisation.js';

const folded = (text: string) => comparableText(text, false);

describe('comparableText', () => {
  it.each([
    ['Hours', 'HOURS'],
    ['ｈｏｕｒｓ', 'hours'],
    ['𝐡𝐨𝐮𝐫𝐬', 'hours'],
    ['h\u200Bo\u00ADu\u2060r\uFEFFs', 'hours'],
    ['\u202Ehours\u202C', 'hours'],
    ['don’t', "don't"],
    ['“hi”', '"hi"'],
    ['9 – 17', '9 - 17'],
    ['opening \n\t  hours', 'opening hours'],
    ['straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['SİZE', 'size'],
    ['IPTAL', 'ıptal'],
    ['İPTAL', 'iptal'],
    ['cafe\u0301', 'CAFÉ'],
  ])('takes %j and %j for the same text', (one, other) => {
    expect(folded(one).text).toBe(folded(other).text);
  });

  it.each([
    ['Hours?!', 'hours'],
    ['...hours 🙏', 'hours'],
    ['«hours»', 'hours'],
    ['€5', '€5'],
    ['👍', '👍'],
    ['???', '???'],
  ])('trims the edges of %j to %j', (text, trimmed) => {
    expect(folded(text).trimmed).toBe(trimmed);
  });

  it.each([
    ['What are your opening-hours?', ' what are your opening hours '],
    ['營業時間？', ' 營 業 時 間 '],
    ['часы работы', ' часы работы '],
    ['ساعات العمل', ' ساعات العمل '],
    ['?!', ''],
  ])('finds the words of %j', (text, words) => {
    expect(folded(text).words).toBe(words);
  });

  it('keeps case, quotes and edges for a case-sensitive condition', () => {
    expect(comparableText(' “Hours”\u200B  Now! ', true).trimmed).toBe('“Hours” Now!');
  });

  it('changes nothing more when it is applied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, caseSensitive) => {
        const once = comparableText(text, caseSensitive);
        expect(comparableText(once.text, caseSensitive)).toEqual(once);
      }),
    );
  });

  it('sees no difference in case, invisible characters or outer spaces, in any letter there is', () => {
    const different: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const letter = String.fromCodePoint(codePoint);
      if (!/\p{L}/u.test(letter)) continue;
      const { text } = folded(letter);
      const variants = [
        letter.toUpperCase(),
        letter.toLowerCase(),
        text,
        text.toUpperCase(),
        ` ${letter}\u200B\n`,
      ];
      if (variants.some((variant) => folded(variant).text !== text)) different.push(letter);
    }
    expect(different).toEqual([]);
  });

  it('takes no more than linear time for a text of punctuation', () => {
    expect(folded('!'.repeat(1_000_000)).text).toHaveLength(2_000);
  });
});
