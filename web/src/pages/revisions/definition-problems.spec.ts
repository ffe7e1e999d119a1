import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { notMendedYet, ofWhatIsWritten, problemsWithin } from './definition-problems.ts';
import { placeInWords } from './problem-place.ts';

const PROBLEMS = [
  { pointer: '/name', detail: 'Write a name.' },
  { pointer: '/then/0/reply/text', detail: 'There is no variable nmae.' },
  { pointer: '/then/1', detail: 'Not known.' },
];

describe('problems of a definition', () => {
  it('are told to the part of the form that they are in, from there on', () => {
    expect(problemsWithin(PROBLEMS, ['then', 0, 'reply'])).toEqual([
      { pointer: '/text', detail: 'There is no variable nmae.' },
    ]);
    expect(problemsWithin(PROBLEMS, ['the'])).toEqual([]);
  });

  it('are found by names with slashes, and by long names of which only the beginning is told', () => {
    const long = 'a'.repeat(60);
    const problems = [
      { pointer: '/hotWords/a~1b~0', detail: 'One' },
      { pointer: `/steps/${'a'.repeat(40)}/next`, detail: 'Two' },
    ];
    expect(problemsWithin(problems, ['hotWords', 'a/b~'])).toEqual([{ pointer: '', detail: 'One' }]);
    expect(problemsWithin(problems, ['steps', long])).toEqual([{ pointer: '/next', detail: 'Two' }]);
    expect(ofWhatIsWritten(problems, { steps: { [long]: { next: 'nowhere' } } })).toEqual([problems[1]]);
  });

  it('are not told about what is still empty', () => {
    const draft = { name: ' ', then: [{ reply: { text: 'Hello {{ nmae }}' } }] };
    expect(ofWhatIsWritten(PROBLEMS, draft)).toEqual([PROBLEMS[1]]);
  });

  it('go when their place is changed, and stay when another is', () => {
    const refused = { name: '', then: [{ reply: { text: 'Hello {{ nmae }}' } }, { x: 1 }] };
    const now = { name: 'Hours', then: [{ reply: { text: 'Hello {{ nmae }}' } }, { x: 1 }] };
    expect(notMendedYet(PROBLEMS, refused, now)).toEqual([PROBLEMS[1], PROBLEMS[2]]);
  });
});

describe('the place of a problem', () => {
  it.each([
    ['/name', 'Name'],
    ['/then/0/reply/text', 'Action 1, reply, text'],
    ['/when/any/1/value', 'And this holds, question 2, value'],
    ['/tests/2/text', 'Example 3, text'],
    ['/steps/ask_name/onTimeout', 'Step “ask_name”, without an answer'],
    ['/hotWords/menu', 'Word that is always heard “menu”'],
    ['', ''],
  ])('%s is %s', (pointer, words) => {
    expect(placeInWords(pointer)).toBe(words);
  });

  it('is never a pointer', () => {
    const names = fc.array(fc.constantFrom('then', '0', 'reply', 'saveAs', 'steps', 'any', 'hotWords', 'x'));
    fc.assert(
      fc.property(names, (steps) => {
        expect(placeInWords(steps.map((step) => `/${step}`).join(''))).not.toContain('/');
      }),
    );
  });
});
