import { describe, expect, it } from '@jest/globals';
import { parseRuleDefinition } from './parse-rule-definition.js';

function ruleWith(then: unknown, trigger: unknown = { event: 'message.received' }) {
  return { name: 'Rule', trigger, when: { all: [] }, then };
}

function problemsOf(then: unknown, trigger?: unknown) {
  const reading = parseRuleDefinition(ruleWith(then, trigger));
  return reading.ok ? [] : reading.problems;
}

const EVERYTHING = [
  {
    reply: {
      text: 'Hello {{ contact.name }}',
      languages: { fr: 'Bonjour', 'pt-BR': 'Olá' },
      fallback: 'Hello',
      media: [{ url: 'https://example.com/a.jpg', mimeType: 'image/jpeg' }],
      template: { name: 'greeting', language: 'en_US', parameters: { body_1: '{{ message.text }}' } },
    },
  },
  { send: { channel: 'email', connection: 'contiguity/default', text: 'Hello' } },
  { tag: 'new' },
  { untag: 'old' },
  { attribute: { name: 'city', value: '{{ message.text }}' } },
  { attribute: { name: 'gone', value: null } },
  { handOver: { reason: 'Asked for a person', for: 'P1D' } },
  { webhook: { url: 'https://example.com/hook', include: ['message', 'contact'] } },
];

describe('the actions of a rule', () => {
  it('are read unchanged, all of them', () => {
    expect(parseRuleDefinition(ruleWith(EVERYTHING))).toMatchObject({
      ok: true,
      definition: { then: EVERYTHING },
    });
  });

  it.each([
    ['variants', [{ reply: { variants: ['a', 'b'] } }], undefined],
    ['a stored text', [{ reply: { use: 'Opening hours' } }], undefined],
    ['a pause', [{ pause: { for: 'PT8H' } }], undefined],
    ['the text of what did not arrive', [{ send: { channel: 'sms' } }], { event: 'message.failed' }],
    ['a webhook to this machine, for trying on', [{ webhook: { url: 'http://localhost:9000/' } }], undefined],
  ])('may be %s', (_case, then, trigger) => {
    expect(problemsOf(then, trigger)).toEqual([]);
  });

  it.each<[string, unknown, string, string, unknown?]>([
    ['an unknown action', { repyl: {} }, '/then/0/repyl', 'Did you mean "reply"?'],
    ['two in one', { tag: 'a', untag: 'b' }, '/then/0', 'alone in its object'],
    ['a reply without a text', { reply: {} }, '/then/0/reply', 'exactly one of'],
    ['two texts', { reply: { text: 'a', use: 'b' } }, '/then/0/reply', 'exactly one of'],
    [
      'a variant that does not parse',
      { reply: { variants: ['ok', '{{'] } },
      '/then/0/reply/variants/1',
      'Line 1',
    ],
    [
      'a language that is none',
      { reply: { text: 'a', languages: { French: 'b' } } },
      '/then/0/reply/languages/French',
      'fr, wo, pt-BR',
    ],
    [
      'a variable of no event',
      { reply: { text: 'a', languages: { fr: '{{ otp.number }}' } } },
      '/then/0/reply/languages/fr',
      'there is no "otp.number"',
    ],
    [
      'a fallback with a variable',
      { reply: { text: 'a', fallback: '{{ contact.name }}' } },
      '/then/0/reply/fallback',
      'without {{ }}',
    ],
    [
      'a file by http',
      { reply: { text: 'a', media: [{ url: 'http://example.com/a.jpg' }] } },
      '/then/0/reply/media/0/url',
      'public https',
    ],
    [
      'a private file',
      { reply: { text: 'a', media: [{ url: 'https://10.0.0.1/a.jpg' }] } },
      '/then/0/reply/media/0/url',
      'public https',
    ],
    [
      'files where none can go',
      { reply: { text: 'a', media: [{ url: 'https://example.com/a.jpg' }] } },
      '/then/0/reply/media',
      'No provider sends files on email',
      { event: 'message.received', channels: ['email'] },
    ],
    [
      'a template outside WhatsApp',
      { reply: { text: 'a', template: { name: 'x', language: 'en' } } },
      '/then/0/reply/template',
      'WhatsApp',
      { event: 'message.received', channels: ['sms'] },
    ],
    ['a send without a text', { send: { channel: 'email' } }, '/then/0/send/text', 'Write what to send'],
    [
      'a send by an unknown channel',
      { send: { channel: 'fax', text: 'a' } },
      '/then/0/send/channel',
      'unknown',
    ],
    [
      'a connection without a name',
      { send: { channel: 'sms', connection: 'x', text: 'a' } },
      '/then/0/send/connection',
      'provider/name',
    ],
    [
      'a send to where they wrote',
      { send: { channel: 'sms', text: 'a' } },
      '/then/0/send/channel',
      'use "reply"',
      { event: 'message.received', channels: ['mms'] },
    ],
    [
      'a send upon a delivery',
      { send: { channel: 'sms', text: 'a' } },
      '/then/0/send',
      'for ever',
      { event: 'message.delivered' },
    ],
    [
      'an attribute without a name',
      { attribute: { name: 'a b', value: 'x' } },
      '/then/0/attribute/name',
      'letters, digits',
    ],
    [
      'an attribute of a list',
      { attribute: { name: 'a', value: [] } },
      '/then/0/attribute/value',
      'null takes',
    ],
    ['a pause without end', { pause: {} }, '/then/0/pause/for', 'PT8H'],
    ['a hand-over without a reason', { handOver: {} }, '/then/0/handOver/reason', 'not empty'],
    ['a flow without a name', { startFlow: ' ' }, '/then/0/startFlow', 'not empty'],
    ['a webhook by http', { webhook: { url: 'http://example.com/' } }, '/then/0/webhook/url', 'Only https'],
    [
      'a webhook inside',
      { webhook: { url: 'https://169.254.169.254/' } },
      '/then/0/webhook/url',
      'not a public address',
    ],
    [
      'a webhook of everything',
      { webhook: { url: 'https://example.com/', include: ['all'] } },
      '/then/0/webhook/include/0',
      'message, contact, conversation',
    ],
  ])('may not be %s', (_case, action, pointer, message, ...[trigger]) => {
    const problem = problemsOf([action], trigger).find((each) => each.pointer === pointer);
    expect(problem?.message).toContain(message);
  });

  it.each<[string, unknown[], string]>([
    ['two flows', [{ startFlow: 'A' }, { startFlow: 'B' }], 'starts one flow'],
    ['a flow beside a reply', [{ startFlow: 'A' }, { reply: { text: 'Hi' } }], 'first message of the flow'],
    ['a flow and a pause', [{ startFlow: 'A' }, { pause: { for: 'PT1H' } }], 'nothing automatic is said'],
  ])('may not start %s', (_case, then, message) => {
    expect(problemsOf(then)).toEqual([{ pointer: '/then', message: expect.stringContaining(message) }]);
  });

  it('reply, pause and hand over once', () => {
    expect(problemsOf([{ reply: { text: 'a' } }, { reply: { text: 'b' } }])[0]?.message).toContain(
      'replies once',
    );
    expect(problemsOf([{ pause: { for: 'P1D' } }, { handOver: { reason: 'a' } }])[0]?.message).toContain(
      'once',
    );
  });
});
