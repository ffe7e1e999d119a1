import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outlineOf } from './flow-outline.ts';

const FLOW = {
  start: 'hello',
  steps: {
    lost: { say: { text: 'Nobody comes here.' }, next: 'end' },
    hello: {
      menu: {
        text: 'What is it about?',
        options: [
          { label: 'A price', next: 'price' },
          { label: 'A person', next: 'person' },
        ],
      },
      timeout: 'PT1H',
      onTimeout: 'end',
    },
    price: { say: { text: 'It costs 50.' }, next: 'nowhere' },
    person: { handOver: { reason: 'Asked for a person' } },
  },
};

describe('the outline of a flow', () => {
  it('tells the steps in the order in which they are reached, and those that never are at the end', () => {
    expect(outlineOf(FLOW).map(({ name, isUnreached }) => [name, isUnreached])).toEqual([
      ['hello', false],
      ['price', false],
      ['person', false],
      ['lost', true],
    ]);
  });

  it('tells where each answer leads, and which step is missing', () => {
    const [hello, price] = outlineOf(FLOW);
    expect(hello).toMatchObject({
      kind: 'menu',
      says: 'What is it about?',
      ways: [
        { when: '“A price”', to: 'price', isMissing: false },
        { when: '“A person”', to: 'person', isMissing: false },
        { when: 'without an answer in time', to: 'end', isMissing: false },
      ],
    });
    expect(price?.ways).toEqual([{ when: 'then', to: 'nowhere', isMissing: true }]);
  });

  it('reads whatever stands in the JSON without falling over', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (steps, start) => {
        expect(outlineOf({ start, steps })).toHaveLength(Object.keys(steps).length);
      }),
    );
  });
});
