import { describe, expect, it } from '@jest/globals';
import { jsonAnswer, textAnswer } from '../../../test/support/provider-samples.js';
import { readSendAnswer } from './contiguity.errors.js';

describe('readSendAnswer of Contiguity', () => {
  it('takes the id of the message, not that of the request', () => {
    const answer = jsonAnswer(200, { id: 'req_1', object: 'response', data: { message_id: 'text_1' } });
    expect(readSendAnswer(answer)).toEqual({ kind: 'accepted', providerMessageId: 'text_1' });
    expect(readSendAnswer(jsonAnswer(200, { id: 'req_1', data: {} }))).toMatchObject({
      failure: { kind: 'uncertain' },
    });
  });

  it('shows where a person can accept an agreement', () => {
    const url = 'https://api.contiguity.com/entitlements/imessage';
    const answer = jsonAnswer(403, {
      data: { error: 'Agreement required', status: 403, agreement_url: url },
    });
    expect(readSendAnswer(answer)).toEqual({
      kind: 'failed',
      failure: {
        kind: 'misconfigured',
        detail: 'Contiguity answered 403: Agreement required',
        actionUrl: url,
      },
    });
  });

  it.each(['javascript:alert(1)', 'http://example.com', '/entitlements/imessage', 7])(
    'makes no link of %j',
    (url) => {
      const answer = jsonAnswer(403, { data: { error: 'x', agreement_url: url } });
      expect(readSendAnswer(answer)).not.toHaveProperty('failure.actionUrl');
    },
  );

  it('tells a gateway’s page by its status, and cuts a long error', () => {
    expect(readSendAnswer(textAnswer(502, '<html>secret</html>'))).toMatchObject({
      failure: { detail: 'Contiguity answered 502.' },
    });
    const detail = `Contiguity answered 400: ${'x'.repeat(300)}`;
    expect(readSendAnswer(jsonAnswer(400, { data: { error: 'x'.repeat(5000) } }))).toMatchObject({
      failure: { detail },
    });
  });
});
