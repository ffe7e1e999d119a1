import { describe, expect, it } from '@jest/globals';
import type { Expectation } from './flow-definition.js';
import { compileExpectation } from './read-answer.js';

const FRIDAY = new Date('2026-04-10T23:30:00Z');

function read(expect: Expectation, text: string, buttonId?: string) {
  return compileExpectation(expect)({ text, buttonId }, FRIDAY).value;
}

describe('an answer', () => {
  it.each<[Expectation, string, unknown]>([
    [{ kind: 'text' }, '  Ann ', 'Ann'],
    [{ kind: 'text' }, '   ', undefined],
    [{ kind: 'text', max: 3 }, 'Anna', undefined],
    [{ kind: 'text', pattern: '^[A-Z]{2}\\d$' }, 'ab1', 'ab1'],
    [{ kind: 'text', pattern: '^[A-Z]{2}\\d$' }, 'ab', undefined],
    [{ kind: 'number' }, 'we are 4', 4],
    [{ kind: 'number' }, '2,5 kg', 2.5],
    [{ kind: 'number' }, '٤', 4],
    [{ kind: 'number' }, '2 or 3', undefined],
    [{ kind: 'number', integer: true }, '2.5', undefined],
    [{ kind: 'number', min: 1, max: 9 }, '10', undefined],
    [{ kind: 'number' }, 'four', undefined],
    [{ kind: 'date' }, '24/12/2026', '2026-12-24'],
    [{ kind: 'date' }, '24.12.', '2026-12-24'],
    [{ kind: 'date' }, '3/4', '2027-04-03'],
    [{ kind: 'date', order: 'monthFirst' }, '12/24/26', '2026-12-24'],
    [{ kind: 'date' }, 'Dec 24', '2026-12-24'],
    [{ kind: 'date' }, '1st of May', '2026-05-01'],
    [{ kind: 'date' }, '29 February', '2028-02-29'],
    [{ kind: 'date' }, '30/02/2026', undefined],
    [{ kind: 'date' }, 'Tomorrow', '2026-04-11'],
    [{ kind: 'date', timeZone: 'Africa/Nairobi' }, 'today', '2026-04-11'],
    [{ kind: 'date', min: 'today' }, '9/4/2026', undefined],
    [{ kind: 'date' }, 'soon', undefined],
    [{ kind: 'email' }, 'it is Ann.B@Example.com, thanks', 'ann.b@example.com'],
    [{ kind: 'email' }, 'ann@example', undefined],
    [{ kind: 'phone' }, '00220 765 4321', '+2207654321'],
    [{ kind: 'phone' }, '7654', undefined],
    [{ kind: 'yesNo' }, 'Yes please!', true],
    [{ kind: 'yesNo' }, 'Non', false],
    [{ kind: 'yesNo' }, '👍', true],
    [{ kind: 'yesNo' }, 'maybe', undefined],
  ])('to %j: "%s" is %j', (expectation, text, value) => {
    expect(read(expectation, text)).toEqual(value);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['2', undefined, 'Large'],
    ['2.', undefined, 'Large'],
    ['small', undefined, 'Small'],
    ['the LARGE one please', undefined, 'Large'],
    ['grande', undefined, 'Large'],
    ['big', undefined, 'Large'],
    ['whatever', 'btn-small', 'Small'],
    ['small or large', undefined, undefined],
    ['3', undefined, undefined],
    ['largest', undefined, undefined],
    ['', undefined, undefined],
  ])('"%s" (button %s) chooses %s', (text, buttonId, value) => {
    const options = [
      { label: 'Small', id: 'btn-small' },
      { label: 'Large', keywords: ['big'], languages: { fr: 'Grande' } },
    ];
    expect(read({ kind: 'choice', options }, text, buttonId)).toBe(value);
  });
});
