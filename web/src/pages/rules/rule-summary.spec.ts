import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answeredBy, heardBy } from './rule-summary.ts';

const word = (value: unknown) => ({ fact: 'message.text', op: 'word', value });

describe('what a rule hears', () => {
  it.each([
    [word(['hours', 'open']), 'the message has the word “hours” or “open”'],
    [
      { any: [word('hours'), { fact: 'message.text', op: 'matches', value: 'when.*open' }] },
      'the message has the word “hours” or the message matches the pattern “when.*open”',
    ],
    [
      { all: [word('price'), { any: [word('a'), word('b')] }] },
      'the message has the word “price” and (the message has the word “a” or the message has the word “b”)',
    ],
    [{ not: { fact: 'time.now', op: 'within', value: 'Shop' } }, 'unless the time is within “Shop”'],
    [{ fact: 'contact.name', op: 'exists' }, 'contact.name has a value'],
    [{ all: [] }, ''],
    [word(['a', 'b', 'c', 'd', 'e']), 'the message has the word “a”, “b”, “c” or 2 more'],
  ])('%j', (condition, line) => {
    expect(heardBy(condition)).toBe(line);
  });

  it('is told of whatever stands there', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => expect(typeof heardBy(json)).toBe('string')));
  });
});

describe('what a rule answers', () => {
  it.each([
    [[{ reply: { text: 'We are open\n9-17.' } }, { tag: 'asked' }], '“We are open 9-17.”, tags “asked”'],
    [[{ reply: { variants: ['Hello', 'Hi', 'Hey'] } }], '“Hello” or 2 more'],
    [[{ reply: { use: 'Hours' } }], 'says the template “Hours”'],
    [[{ startFlow: 'Booking' }], 'starts the flow “Booking”'],
    [[{ model: { mode: 'draft' } }], 'asks the language model for a draft'],
    [[], ''],
  ])('%j', (actions, line) => {
    expect(answeredBy(actions)).toBe(line);
  });

  it('is told of whatever stands there, in a line', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue()), (json) => expect(answeredBy(json)).not.toContain('\n')));
  });
});
