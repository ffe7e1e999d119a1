import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  categoriesLeft,
  NOTHING_SAID,
  saidAt,
  withConsentWord,
  type ConsentAction,
} from './consent-state.js';

const at = (second: number, ms = 0) => new Date(Date.UTC(2026, 3, 10, 12, 0, second, ms));

function fold(...words: [ConsentAction, Date][]) {
  return words.reduce(
    (standing, [action, said]) => withConsentWord(standing, { action, saidAt: said, scope: 'all' }).standing,
    NOTHING_SAID,
  );
}

describe('withConsentWord', () => {
  it('follows what was said last', () => {
    expect(fold(['revoke', at(1)]).state).toBe('opted_out');
    expect(fold(['revoke', at(1)], ['grant', at(2)]).state).toBe('subscribed');
    expect(fold(['revoke', at(1)], ['grant', at(2)], ['revoke', at(3)]).state).toBe('opted_out');
    expect(fold(['hold', at(1)]).state).toBe('held');
    expect(fold(['hold', at(1)], ['revoke', at(2)]).state).toBe('opted_out');
    expect(fold(['hold', at(1)], ['grant', at(2)]).state).toBe('subscribed');
    expect(fold(['hold', at(1)], ['release', at(2)]).state).toBe('subscribed');
  });

  it('lets a release end a hold, and never an opt-out', () => {
    expect(fold(['revoke', at(1)], ['release', at(2)]).state).toBe('opted_out');
    expect(fold(['hold', at(3)], ['release', at(2)]).state).toBe('held');
  });

  it('does not let an older START, received later, lift a STOP', () => {
    expect(fold(['revoke', at(10)], ['grant', at(5)]).state).toBe('opted_out');
  });

  it('does not let an older STOP, received later, undo a START', () => {
    expect(fold(['revoke', at(1)], ['grant', at(10)], ['revoke', at(5)]).state).toBe('subscribed');
  });

  it('gives a tie to the revocation, also when one clock tells milliseconds and the other does not', () => {
    expect(fold(['revoke', at(5)], ['grant', at(5)]).state).toBe('opted_out');
    expect(fold(['grant', at(5, 900)], ['revoke', at(5)]).state).toBe('opted_out');
  });

  it('knows the order within a second where both clocks tell milliseconds', () => {
    expect(fold(['revoke', at(5, 100)], ['grant', at(5, 101)]).state).toBe('subscribed');
    expect(fold(['hold', at(5, 100)], ['grant', at(5, 900)]).state).toBe('subscribed');
    expect(fold(['revoke', at(5, 101)], ['grant', at(5, 100)]).state).toBe('opted_out');
    expect(fold(['revoke', at(5, 100)], ['grant', at(5, 100)]).state).toBe('opted_out');
    expect(fold(['revoke', at(5)], ['grant', at(5, 900)]).state).toBe('opted_out');
    expect(fold(['grant', at(5, 900)], ['revoke', at(5, 100)]).state).toBe('opted_out');
  });

  it('remembers the newest of repeated STOPs, so that a START between them does not count', () => {
    expect(fold(['revoke', at(1)], ['revoke', at(10)], ['grant', at(5)]).state).toBe('opted_out');
  });

  it('does not lift an opt-out from everything for a category that is asked for', () => {
    const optedOut = withConsentWord(NOTHING_SAID, {
      action: 'revoke',
      saidAt: at(1),
      scope: 'all',
    }).standing;
    const asked = withConsentWord(optedOut, { action: 'grant', saidAt: at(2), scope: 'marketing' });
    expect(asked).toMatchObject({ standing: { state: 'opted_out' }, changed: false });
  });

  it('reports a change exactly when the state changed', () => {
    const first = withConsentWord(NOTHING_SAID, { action: 'revoke', saidAt: at(1), scope: 'all' });
    expect(first.changed).toBe(true);
    expect(withConsentWord(first.standing, { action: 'revoke', saidAt: at(2), scope: 'all' }).changed).toBe(
      false,
    );
    expect(withConsentWord(NOTHING_SAID, { action: 'grant', saidAt: at(1), scope: 'all' }).changed).toBe(
      false,
    );
  });

  it('ends the same in whatever order the words of different seconds arrive', () => {
    const words = fc.uniqueArray(
      fc.tuple(fc.constantFrom<ConsentAction>('revoke', 'grant'), fc.integer({ min: 0, max: 59 })),
      { selector: ([, second]) => second, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (said, random) => {
        const inOrder = said.map(([action, second]): [ConsentAction, Date] => [action, at(second)]);
        const sorted = [...inOrder].sort((one, other) => one[1].getTime() - other[1].getTime());
        const keys = new Map(inOrder.map((word) => [word, random.next().value]));
        const shuffled = [...inOrder].sort((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0));
        const expected = sorted.at(-1)?.[0] === 'revoke' ? 'opted_out' : 'subscribed';
        expect(fold(...sorted).state).toBe(expected);
        expect(fold(...shuffled).state).toBe(expected);
      }),
    );
  });
});

describe('a word about a category', () => {
  type Word = { readonly action: 'revoke' | 'grant'; readonly scope: string; readonly saidAt: Date };
  const word = (action: Word['action'], scope: string, second: number): Word => ({
    action,
    scope,
    saidAt: at(second),
  });
  const left = (...words: Word[]) =>
    categoriesLeft(words.reduce((standing, said) => withConsentWord(standing, said).standing, NOTHING_SAID));

  it('leaves that category and nothing else', () => {
    const { standing, changedScopes } = withConsentWord(NOTHING_SAID, word('revoke', 'marketing', 1));
    expect(changedScopes).toEqual(['marketing']);
    expect(standing.state).toBe('subscribed');
    expect(categoriesLeft(standing)).toEqual(['marketing']);
    expect(withConsentWord(standing, word('revoke', 'marketing', 2)).changed).toBe(false);
  });

  it('is undone by asking for the category, or for everything', () => {
    expect(left(word('revoke', 'marketing', 1), word('grant', 'marketing', 2))).toEqual([]);
    expect(left(word('revoke', 'marketing', 1), word('grant', 'all', 2))).toEqual([]);
    expect(left(word('revoke', 'marketing', 1), word('grant', 'orders', 2))).toEqual(['marketing']);
  });

  it('stands beside an opt-out from everything, and is not lifted by what does not lift that', () => {
    const words = [word('revoke', 'marketing', 1), word('revoke', 'all', 2), word('grant', 'marketing', 3)];
    const standing = words.reduce((before, said) => withConsentWord(before, said).standing, NOTHING_SAID);
    expect(standing.state).toBe('opted_out');
    expect(left(...words)).toEqual([]);
  });

  it('survives the end of a hold, which asks for nothing', () => {
    const words = [
      word('revoke', 'marketing', 1),
      { action: 'hold' as const, scope: 'all', saidAt: at(2) },
      { action: 'release' as const, scope: 'all', saidAt: at(3) },
    ];
    const standing = words.reduce((before, said) => withConsentWord(before, said).standing, NOTHING_SAID);
    expect([standing.state, categoriesLeft(standing)]).toEqual(['subscribed', ['marketing']]);
  });

  it('wins a tie when it revokes, for the category as for everything', () => {
    expect(left(word('revoke', 'marketing', 5), word('grant', 'marketing', 5))).toEqual(['marketing']);
    expect(left(word('grant', 'all', 5), word('revoke', 'marketing', 5))).toEqual(['marketing']);
  });

  it('is undone within the same second where both clocks tell milliseconds', () => {
    const leaving = { action: 'revoke' as const, scope: 'marketing', saidAt: at(5, 100) };
    expect(left(leaving, { action: 'grant', scope: 'marketing', saidAt: at(5, 200) })).toEqual([]);
    expect(left(leaving, word('grant', 'marketing', 5))).toEqual(['marketing']);
  });

  it('ends the same for every scope in whatever order the words of different seconds arrive', () => {
    const said = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom<Word['action']>('revoke', 'grant'),
        fc.constantFrom('all', 'marketing', 'orders'),
        fc.integer({ min: 0, max: 59 }),
      ),
      { selector: ([, , second]) => second, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        said.chain((words) =>
          fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
        ),
        ([words, shuffled]) => {
          const inOrder = words.toSorted((one, other) => one[2] - other[2]).map((each) => word(...each));
          const last = (category: string) =>
            inOrder.findLast(
              ({ action, scope }) => scope === category || (scope === 'all' && action === 'grant'),
            );
          const expected = ['marketing', 'orders'].filter((key) => last(key)?.action === 'revoke');
          expect(left(...inOrder).toSorted()).toEqual(expected);
          expect(left(...shuffled.map((each) => word(...each))).toSorted()).toEqual(expected);
        },
      ),
    );
  });
});

describe('saidAt', () => {
  it('believes the provider within three days, and never about the future', () => {
    expect(saidAt('revoke', at(1), at(5))).toEqual(at(1));
    expect(saidAt('revoke', undefined, at(5))).toEqual(at(5));
    expect(saidAt('grant', at(9), at(5))).toEqual(at(5));
  });

  it('takes a STOP with an impossible old time as said now, and a START as said then', () => {
    const longAgo = new Date(Date.UTC(2001, 0, 1));
    expect(saidAt('revoke', longAgo, at(5))).toEqual(at(5));
    expect(saidAt('grant', longAgo, at(5))).toEqual(longAgo);
  });
});
