import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Behaviour } from './misbehaviour.js';
import { readMisbehaviourOrder } from './read-misbehaviour.js';

const BEHAVIOURS: readonly Behaviour[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, retryAfter: 'Fri, 10 Apr 2026 12:00:00 GMT' },
  { kind: 'status', status: 400, body: { message: 'no' } },
  { kind: 'error_after_accepting', status: 500 },
  { kind: 'reset_after_accepting' },
  { kind: 'reset_before_reading' },
  { kind: 'hang', ms: 100 },
  { kind: 'slow_body', bytesPerSecond: 1 },
  { kind: 'junk_body', junk: 'endless' },
  { kind: 'status_webhooks', mode: 'late', ms: 50 },
  { kind: 'status_webhooks', mode: 'duplicated', copies: 3 },
  { kind: 'status_webhooks', mode: 'before_answer' },
];

describe('readMisbehaviourOrder', () => {
  it.each(BEHAVIOURS)('reads $kind', (behaviour) => {
    const order = { provider: 'contiguity', times: 2, behaviour };
    expect(readMisbehaviourOrder(order)).toEqual(order);
  });

  it.each([
    { provider: 'nobody', behaviour: { kind: 'reset_before_reading' } },
    { provider: 'contiguity', behaviour: { kind: 'explode' } },
    { provider: 'contiguity', behaviour: { kind: 'status', status: 99 } },
    { provider: 'contiguity', behaviour: { kind: 'hang' } },
    { provider: 'contiguity', behaviour: { kind: 'status_webhooks', mode: 'duplicated', copies: 1 } },
    { provider: 'contiguity', times: 0, behaviour: { kind: 'reset_before_reading' } },
  ])('refuses %j', (order) => {
    expect(readMisbehaviourOrder(order)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readMisbehaviourOrder(json)));
  });
});
