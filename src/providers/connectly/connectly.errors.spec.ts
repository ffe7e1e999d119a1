import { describe, expect, it } from '@jest/globals';
import { jsonAnswer, textAnswer } from '../../../test/support/provider-conformance.js';
import { failureOf, isOptOutCode } from './connectly.errors.js';

describe('a refusal by Connectly', () => {
  it.each([
    ['INVALID_SENDER_ID', 'misconfigured'],
    ['BUSINESS_MISSES_MATCHING_CHANNEL', 'misconfigured'],
    ['BUSINESS_KEY_SECRET_ABSENT', 'misconfigured'],
    ['PHONE_NUMBER_BAD_FORMAT', 'rejected'],
    ['MESSAGE_PHONE_NUMBER_INVALID', 'rejected'],
    ['MESSAGE_SELF_INVALID', 'rejected'],
    ['MESSAGE_TEXT_EMPTY', 'rejected'],
    ['MESSAGE_TEMPLATE_NOT_FOUND', 'rejected'],
    ['MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW', 'window_closed'],
    ['MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION', 'window_closed'],
    ['MESSAGE_CUSTOMER_OPTED_OUT', 'opted_out'],
  ])('with %s means %s, whatever the HTTP status', (name, kind) => {
    const code = `ERROR_CODE_${name}`;
    for (const status of [400, 403, 412, 500]) {
      expect(failureOf(jsonAnswer(status, { code, message: 'No.' }))).toEqual({
        kind,
        detail: `Connectly answered ${status}: No.`,
        code,
      });
    }
  });

  it('that blocks the business for its quality waits an hour, however soon the provider says', () => {
    const answer = jsonAnswer(429, { code: 'ERROR_CODE_BUSINESS_REACHED_LIMITS' }, { 'retry-after': '1' });
    expect(failureOf(answer)).toMatchObject({ kind: 'throttled', retryAfterMs: 3_600_000 });
  });

  it.each([
    [400, 'rejected'],
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [404, 'misconfigured'],
    [408, 'uncertain'],
    [409, 'rejected'],
    [429, 'throttled'],
    [307, 'misconfigured'],
    [500, 'uncertain'],
    [503, 'uncertain'],
  ])('with an unknown code is judged by its status: %i is %s', (status, kind) => {
    for (const code of ['ERROR_CODE_UNSPECIFIED', 'ERROR_CODE_NEW', 'constructor']) {
      expect(failureOf(jsonAnswer(status, { code }))).toEqual({
        kind,
        detail: `Connectly answered ${status}.`,
        code,
      });
    }
    expect(failureOf(textAnswer(status, '<html></html>'))).toEqual({
      kind,
      detail: `Connectly answered ${status}.`,
    });
  });

  it('does not quote a text of any length', () => {
    const { detail } = failureOf(jsonAnswer(400, { message: 'é'.repeat(10_000) }));
    expect(detail.length).toBeLessThan(400);
  });
});

describe('the opt-out code', () => {
  it('is known with and without its prefix', () => {
    expect(isOptOutCode('ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT')).toBe(true);
    expect(isOptOutCode('MESSAGE_CUSTOMER_OPTED_OUT')).toBe(true);
    expect(isOptOutCode('ERROR_CODE_MESSAGE_TEXT_EMPTY')).toBe(false);
    expect(isOptOutCode(null)).toBe(false);
  });
});
