import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import type { AccountSettings } from '../../messaging/provider.js';
import { sampleAddress } from '../../../test/support/provider-samples.js';
import { sendRequest } from './contiguity.sender.js';

const customer = sampleAddress('user@example.com');
const ours = sampleAddress('support@example.com');

describe('sendRequest of Contiguity', () => {
  it('sends from the configured sender when the message names none', () => {
    const message: OutboundMessage = {
      id: 'm1',
      channel: 'sms',
      to: sampleAddress('+15551234567'),
      text: 'Hi',
    };
    expect(bodyOf(message, { senderId: '+15559876543' })).toEqual({
      to: '+15551234567',
      from: '+15559876543',
      message: 'Hi',
    });
  });

  it('names the files of a text by their addresses', () => {
    const files = [{ url: 'https://example.com/a.jpg', mimeType: 'image/jpeg' }];
    const message: OutboundMessage = {
      id: 'm1',
      channel: 'sms',
      to: sampleAddress('+15551234567'),
      text: 'Hi',
      files,
    };
    expect(bodyOf(message)).toEqual({
      to: '+15551234567',
      message: 'Hi',
      attachments: ['https://example.com/a.jpg'],
    });
  });

  it.each([
    ['Opening hours', 'Re: Opening hours'],
    ['Re: Opening hours', 'Re: Opening hours'],
    ['RE: Opening hours', 'RE: Opening hours'],
    ['  ', 'Re: your message'],
    [undefined, 'Re: your message'],
    ['Hi\r\nBcc: all@example.com', 'Re: Hi Bcc: all@example.com'],
  ])('answers an e-mail about %j under %j', (subject, expected) => {
    expect(bodyOf(email(subject === undefined ? {} : { subject }))).toMatchObject({ subject: expected });
  });

  it('marks every e-mail as an automatic reply', () => {
    expect(bodyOf(email({}))).toMatchObject({ headers: { 'Auto-Submitted': 'auto-replied' } });
  });

  it('threads an e-mail only under something that is a Message-ID', () => {
    expect(bodyOf(email({ inReplyTo: '<a@example.com>' }))).toMatchObject({
      headers: { 'In-Reply-To': '<a@example.com>', References: '<a@example.com>' },
    });
    for (const inReplyTo of [
      '',
      'a@example.com',
      '<a@example.com>\r\nBcc: all@example.com',
      '<a b>',
      '<<a>>',
    ]) {
      expect(bodyOf(email({ inReplyTo }))).toMatchObject({ headers: { 'Auto-Submitted': 'auto-replied' } });
      expect(JSON.stringify(bodyOf(email({ inReplyTo })))).not.toContain('In-Reply-To');
    }
  });

  it('offers one-click unsubscribing when there is an address for it, and else says nothing of it', () => {
    const unsubscribeUrl = 'https://heed.example.com/unsubscribe/a.b';
    expect(bodyOf(email({ unsubscribeUrl }))).toMatchObject({
      headers: {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
    expect(JSON.stringify(bodyOf(email({})))).not.toContain('List-');
  });

  it('lets no subject or reference add a header line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (subject, inReplyTo) => {
        const sent = bodyOf(email({ subject, inReplyTo }));
        expect(JSON.stringify(sent)).not.toMatch(/\\[rn]/);
      }),
    );
  });
});

function email(parts: Partial<OutboundMessage>): OutboundMessage {
  return { id: 'm1', channel: 'email', to: customer, from: ours, text: 'Hello', ...parts };
}

function bodyOf(message: OutboundMessage, settings: AccountSettings = {}): unknown {
  const account = { baseUrl: 'https://api.contiguity.com', apiKey: 'contiguity_sk_1', settings };
  return JSON.parse(sendRequest(message, account).body ?? '');
}
