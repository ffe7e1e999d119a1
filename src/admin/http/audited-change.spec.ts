import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionOf, bodySummary } from './audited-change.js';

describe('actionOf', () => {
  it.each([
    ['POST', 'rules', '/', 'rules.create'],
    ['PUT', 'rules', ':id', 'rules.update'],
    ['PATCH', 'connections', ':id', 'connections.update'],
    ['DELETE', 'rules', ':id', 'rules.delete'],
    ['POST', 'rules', ':id/rollback', 'rules.rollback'],
    ['POST', 'rules', 'reorder', 'rules.reorder'],
    ['POST', 'consent', ':address', 'consent.create'],
    ['PUT', 'connections', ':id/webhooks/:webhookId', 'connections.webhooks.update'],
    ['PUT', 'settings/replies', '', 'settings.replies.update'],
  ])('calls %s %s/%s %s', (method, collection, path, action) => {
    expect(actionOf({ method, collection, path })).toBe(action);
  });
});

describe('bodySummary', () => {
  it('names the fields, and tells only what can be neither secret nor text', () => {
    expect(
      bodySummary({
        apiKey: 'key-of-the-shop',
        enabled: false,
        limit: 3,
        tags: ['vip', 'gold'],
        settings: { senderId: '+15550100900' },
        baseUrl: null,
        reason: 'A customer asked.',
      }),
    ).toEqual({
      apiKey: 'given',
      enabled: false,
      limit: 3,
      tags: '2 given',
      settings: 'given',
      baseUrl: 'nothing',
    });
  });

  it('tells the words that the route says are harmless', () => {
    expect(bodySummary({ action: 'opt_out', text: 'private' }, ['action'])).toEqual({
      action: 'opt_out',
      text: 'given',
    });
  });

  it('has nothing to tell of no body', () => {
    expect(bodySummary(undefined)).toBeUndefined();
    expect(bodySummary({})).toBeUndefined();
    expect(bodySummary({ reason: 'x' })).toBeUndefined();
  });

  it('never holds a text of the body', () => {
    const secret = 'a text that must not be told';
    const anywhere = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.constant(secret),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anywhere), (body) => {
        expect(JSON.stringify(bodySummary(body) ?? {})).not.toContain(secret);
      }),
    );
  });
});
