import { describe, expect, it } from '@jest/globals';
import type { InboundMessage } from '../../messaging/inbound-message.js';
import { jsonFixture } from '../../../test/support/provider-samples.js';
import { parseWebhook } from './contiguity.parser.js';

describe('parseWebhook of an e-mail', () => {
  it('reads today’s shape', () => {
    expect(messageOf(fixture('email-incoming'))).toEqual({
      providerMessageId: 'in_email_xxx',
      channel: 'email',
      from: { kind: 'email', value: 'sender@example.com', canonical: 'sender@example.com' },
      to: { kind: 'email', value: 'user@example.com', canonical: 'user@example.com' },
      senderName: 'Sender',
      text: 'Hello world',
      subject: 'Hello',
      attachments: [
        {
          url: 'https://api.contiguity.com/attachments/email/in_email_xxx/file.png',
          mimeType: 'image/png',
          filename: 'file.png',
        },
      ],
      replyToId: '<msg_prior@example.com>',
    });
  });

  it('reads the older shape', () => {
    expect(messageOf(fixture('email-incoming-older'))).toMatchObject({
      providerMessageId: 'xxx-xx-contiguity-email-xxxxx',
      from: { value: 'support@example.com' },
      text: 'Hello, how are you?',
      subject: 'Some subject',
    });
  });

  it('finds a STOP that was written in HTML only', () => {
    expect(messageOf(email({ body: { text: null, html: '<p>STOP</p>' } })).text).toBe('STOP');
    expect(messageOf(email({ body: { type: 'html', content: '<b>STOP</b>' } })).text).toBe('STOP');
  });

  it('reads a sender written as name and address', () => {
    expect(messageOf(email({ from: 'Ada L. <Ada@Example.com>' }))).toMatchObject({
      senderName: 'Ada L.',
      from: { value: 'Ada@Example.com', canonical: 'ada@example.com' },
    });
    expect(parseWebhook(bytesOf(email({ from: 'nobody' })), {}).readable).toBe(false);
  });

  it('finds the Message-ID in either place', () => {
    expect(messageOf(email({ headers: { 'Message-ID': '<a@example.com>' } })).emailMessageId).toBe(
      '<a@example.com>',
    );
    const raw = 'Subject: x\r\nMessage-Id:\r\n <b@example.com>\r\n\r\nbody';
    expect(messageOf(email({ body: { content: 'x', raw_body: raw } })).emailMessageId).toBe(
      '<b@example.com>',
    );
    expect(messageOf(email({ headers: { 'message-id': 'none' } }))).not.toHaveProperty('emailMessageId');
  });

  it.each<[string, object]>([
    ['an automatic reply', { 'auto-submitted': 'auto-replied' }],
    ['a generated mail', { 'Auto-Submitted': ['auto-generated; type=x'] }],
    ['bulk mail', { precedence: 'Bulk' }],
    ['junk', { precedence: 'junk' }],
    ['a mailing list', { 'list-id': '<news.example.com>' }],
    ['a newsletter', { 'List-Unsubscribe': [{ value: '<https://example.com>' }] }],
    ['a bounce', { 'return-path': '<>' }],
    ['a bounce as Contiguity writes paths', { 'return-path': [{ address: '', name: '' }] }],
    ['a bounce without any path', { 'return-path': [] }],
  ])('marks %s as automatic', (_name, headers) => {
    expect(messageOf(email({ headers })).isAutomatic).toBe(true);
  });

  it('marks an automatic reply of the older shape by its raw headers', () => {
    const raw = 'Subject: Away\nAuto-Submitted: auto-replied\n\nI am away.';
    expect(messageOf(email({ body: { content: 'I am away.', raw_body: raw } })).isAutomatic).toBe(true);
  });

  it.each<[string, object]>([
    ['a person', { 'return-path': [{ address: 'ada@example.com', name: '' }] }],
    ['a person who says so', { 'auto-submitted': 'no' }],
    ['an urgent person', { precedence: 'first-class' }],
  ])('does not mark %s', (_name, headers) => {
    expect(messageOf(email({ headers }))).not.toHaveProperty('isAutomatic');
  });

  it('does not take a quoted header in the text for a header', () => {
    const raw = 'Subject: Hi\n\nAuto-Submitted: auto-replied';
    expect(messageOf(email({ body: { content: 'Hi', raw_body: raw } }))).not.toHaveProperty('isAutomatic');
  });
});

function email(data: object): object {
  const sample = {
    from: 'ada@example.com',
    to: 'user@example.com',
    subject: 'Hi',
    body: { content: 'Hi' },
    ...data,
  };
  return {
    id: 'evt_1',
    type: 'email.incoming',
    timestamp: 1726502400,
    api_version: 'v2025.12.7',
    data: sample,
  };
}

function fixture(name: string): unknown {
  return jsonFixture(new URL(`./fixtures/${name}.json`, import.meta.url));
}

function bytesOf(body: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(body));
}

function messageOf(body: unknown): InboundMessage {
  const parsed = parseWebhook(bytesOf(body), {});
  if (!parsed.readable || parsed.event.kind !== 'message')
    throw new Error('the e-mail was not read as a message');
  return parsed.event.message;
}
