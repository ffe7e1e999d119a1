import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyJson } from '../../../test/support/hostile-values.js';
import { jsonAnswer, textAnswer } from '../../../test/support/provider-conformance.js';
import { webhookRegistration } from './connectly.registration.js';

const ADDRESS = 'https://example.com/webhooks/connectly';
const account = { baseUrl: 'https://api.connectly.ai/', apiKey: 'the-key', settings: { businessId: 'b1' } };
const reading = { 'x-api-key': 'the-key', accept: 'application/json' };
const writing = { ...reading, 'content-type': 'application/json' };

describe('registering webhooks at Connectly', () => {
  it('asks for the list', () => {
    expect(webhookRegistration.list(account)).toEqual({
      method: 'GET',
      url: 'https://api.connectly.ai/v1/businesses/b1/webhooks',
      headers: reading,
    });
  });

  it.each([['messages'], ['delivery_status']])('creates one for %s, without echo', (topic) => {
    expect(webhookRegistration.topics).toContain(topic);
    const request = webhookRegistration.create(topic, ADDRESS, account);
    expect({ ...request, body: JSON.parse(request.body ?? '') }).toEqual({
      method: 'POST',
      url: 'https://api.connectly.ai/v1/businesses/b1/create/webhooks',
      headers: writing,
      body: { topic, address: ADDRESS, type: 'custom', configuration: { echo: false } },
    });
  });

  it('moves one to another address, and takes its echo away', () => {
    const request = webhookRegistration.update('wh_1', ADDRESS, account);
    expect({ ...request, body: JSON.parse(request.body ?? '') }).toEqual({
      method: 'PUT',
      url: 'https://api.connectly.ai/v1/businesses/b1/update/webhooks/wh_1',
      headers: writing,
      body: { address: ADDRESS, configuration: { echo: false } },
    });
  });

  it('removes one', () => {
    expect(webhookRegistration.remove('wh_1', account)).toEqual({
      method: 'DELETE',
      url: 'https://api.connectly.ai/v1/businesses/b1/delete/webhooks/wh_1',
      headers: reading,
    });
  });
});

describe('the list of webhooks at Connectly', () => {
  const webhook = { id: 'wh_1', topic: 'messages', address: ADDRESS };

  it('is read inside its entity, and outside', () => {
    const listed = [{ ...webhook, configuration: { echo: false } }];
    expect(
      webhookRegistration.readList(jsonAnswer(200, { entity: { businessId: 'b1', webhooks: listed } })),
    ).toEqual([webhook]);
    expect(webhookRegistration.readList(jsonAnswer(200, { webhooks: listed }))).toEqual([webhook]);
  });

  it('is empty for a business that has none', () => {
    expect(webhookRegistration.readList(jsonAnswer(200, { entity: { businessId: 'b1' } }))).toEqual([]);
  });

  it('leaves out what it cannot use', () => {
    const webhooks = [null, {}, { ...webhook, id: '../../delete' }, { ...webhook, address: 7 }, webhook];
    expect(webhookRegistration.readList(jsonAnswer(200, { entity: { webhooks } }))).toEqual([webhook]);
  });

  it.each([
    ['a refusal', jsonAnswer(401, { entity: { webhooks: [] } })],
    ['a page', textAnswer(200, '<html></html>')],
    ['JSON of another shape', jsonAnswer(200, { items: [] })],
    ['webhooks that are no list', jsonAnswer(200, { entity: { webhooks: {} } })],
  ])('is not read from %s', (_name, answer) => {
    expect(webhookRegistration.readList(answer)).toBeUndefined();
  });

  it('stands any answer', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        for (const body of [json, { entity: json }, { entity: { webhooks: json } }, { webhooks: [json] }]) {
          expect(() => webhookRegistration.readList(jsonAnswer(200, body))).not.toThrow();
        }
      }),
    );
  });
});
