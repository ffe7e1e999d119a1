import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OPERATORS, type Condition } from '../../../../../src/rules/definition/rule-definition.js';
import { conditionOf, queryOf } from './condition-query.ts';
import { OPERATOR_WORDS } from './operator-words.ts';

const texts = fc.string({ minLength: 1, maxLength: 10 });
const values = fc.oneof(texts, fc.integer(), fc.boolean(), fc.array(texts, { minLength: 1, maxLength: 3 }));

/** Every operator with facts and values of all sorts, since the mapping may look at neither. */
const leaves = fc.record(
  {
    fact: fc.oneof(fc.constantFrom('message.text', 'contact.attributes.city', 'time.now'), texts),
    op: fc.constantFrom(...OPERATORS),
    value: values,
    caseSensitive: fc.boolean(),
    timeZone: fc.constant('Africa/Banjul'),
  },
  { requiredKeys: ['fact', 'op'] },
);

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({ not: tie('tree') }),
  ),
}));

describe('the condition builder', () => {
  it('writes exactly the tree that it drew', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const query = queryOf(condition);
        expect(query).toBeDefined();
        expect(query === undefined ? undefined : conditionOf(query)).toEqual(condition);
      }),
    );
  });

  it('reads "not any of several" as one group of none', () => {
    const several: Condition = {
      not: { any: [leaf('a'), leaf('b')] },
    };
    expect(queryOf(several)).toMatchObject({ combinator: 'none', rules: [{ value: { value: 'a' } }, {}] });
  });

  it('makes a group of a lone question as soon as there is a second one', () => {
    const query = queryOf(leaf('a'));
    const second = { field: 'message.text', operator: 'word', value: { value: 'b' } };
    expect(
      query === undefined ? undefined : conditionOf({ ...query, rules: [...query.rules, second] }),
    ).toEqual({
      all: [leaf('a'), leaf('b')],
    });
  });

  it.each([
    ['a number', 5],
    ['nothing', undefined],
    ['a group with a stranger beside it', { all: [], any: [] }],
    ['a group that holds no condition', { all: [{ fact: 'message.text', op: 'word', value: 'a' }, 'stop'] }],
    ['a question without an operator', { fact: 'message.text' }],
  ])('does not draw %s', (_what, json) => {
    expect(queryOf(json)).toBeUndefined();
  });

  it('has words for every operator', () => {
    expect(Object.keys(OPERATOR_WORDS).sort()).toEqual([...OPERATORS].sort());
  });
});

function leaf(value: string): Condition {
  return { fact: 'message.text', op: 'word', value };
}
