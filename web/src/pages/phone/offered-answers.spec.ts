import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { offeredIn } from './offered-answers.ts';

describe('the answers that a message offers', () => {
  it('are its numbered lines', () => {
    expect(offeredIn('What is it about?\n1. A price\n2) Something else')).toEqual([
      { label: 'A price', text: '1' },
      { label: 'Something else', text: '2' },
    ]);
  });

  it.each([
    'We are open 9-17.',
    '1. Only one thing to do',
    'In 2026:\n3. this\n4. that',
    '1. one\n1. again',
    'Call 1. or 2.',
  ])('%j offers none', (text) => {
    expect(offeredIn(text)).toEqual([]);
  });

  it('are found again in any list that is numbered from 1', () => {
    const labels = fc.array(fc.stringMatching(/^[a-z]{1,10}$/), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(labels, (list) => {
        const text = list.map((label, index) => `${index + 1}. ${label}`).join('\n');
        expect(offeredIn(text).map(({ label }) => label)).toEqual(list);
      }),
    );
  });
});
