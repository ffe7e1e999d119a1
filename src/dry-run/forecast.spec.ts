import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRule } from '../rules/decide.fixtures.js';
import { definitionHash, firesAlike } from './definition-hash.js';
import { forecastOf } from './forecast.js';
import { overrunSentence } from './overrun.js';

describe('a forecast', () => {
  it.each([
    [[], { mean: 0, low: 0, high: 3 }],
    [[0, 0, 0], { mean: 0, low: 0, high: 3 }],
    [[10, 10, 10], { mean: 10, low: 0, high: 20 }],
    [[100, 100, 400, 0], { mean: 150, low: 0, high: 400 }],
  ])('of %j is %j', (firings, forecast) => {
    expect(forecastOf(firings)).toEqual(forecast);
  });

  it('never calls the past itself surprising', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 90 }), (firings) => {
        const { low, high } = forecastOf(firings);
        expect(Math.min(...firings)).toBeGreaterThanOrEqual(low);
        expect(Math.max(...firings)).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('a rule that fires more often than foretold', () => {
  it.each([
    [{ hour: 200, day: 200, high: 20 }, true],
    [{ hour: 20, day: 101, high: 20 }, true],
    [{ hour: 20, day: 100, high: 20 }, false],
    [{ hour: 19, day: 500, high: 20 }, false],
    [{ hour: 20, day: 20, high: 3 }, true],
  ])('%j is held back: %p', (firings, isHeldBack) => {
    expect(overrunSentence(firings) !== undefined).toBe(isHeldBack);
  });

  it('is not held back when nothing was foretold', () => {
    expect(overrunSentence(undefined)).toBeUndefined();
  });
});

describe('the hash of a definition', () => {
  const rule = { limits: { cooldown: 'PT10M', cooldownScope: 'contact' } };

  it.each([
    [{ name: 'Another name' }, true],
    [{ mode: 'shadow' }, true],
    [{ enabled: false }, true],
    [{ limits: { cooldownScope: 'contact', cooldown: 'PT10M' } }, true],
    [{ limits: { cooldown: 'PT10M' } }, false],
    [{ then: [{ reply: { text: 'other' } }] }, false],
    [{ continue: true }, false],
    [{ when: { fact: 'message.text', op: 'word', value: 'hours' } }, false],
  ])('with %j is the same: %p', (differences, isSame) => {
    const [one, other] = [aRule(rule), aRule({ ...rule, ...differences })];
    expect(definitionHash(one).equals(definitionHash(other))).toBe(isSame);
  });

  it('is of more than when the rule fires', () => {
    expect(firesAlike(aRule(), aRule({ then: [{ tag: 'x' }] }))).toBe(true);
    expect(firesAlike(aRule(), aRule({ trigger: { event: 'message.received', channels: ['sms'] } }))).toBe(
      false,
    );
  });
});
