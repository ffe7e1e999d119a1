import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOON, aContact, aMessage, aVerification, someFacts } from '../decide.fixtures.js';
import { compileTemplate, templateProblems } from './template.js';
import { templateScope } from './template-variables.js';

const ADA = someFacts({
  contact: aContact({ name: 'Ada', tags: ['vip', 'new'], attributes: { city: 'Banjul', orders: 3 } }),
});

function rendered(source: string, facts = ADA, event = aMessage('Hi {{ brand.name }}')) {
  return compileTemplate(source).render(templateScope(event, facts, NOON));
}

describe('a reply text', () => {
  it.each([
    ['Hello {{ contact.name }}!', 'Hello Ada!'],
    ["{{ contact.attributes.city | default: 'there' }} {{ contact.attributes.orders }}", 'Banjul 3'],
    ["{{ contact.tags | join: ', ' }}; {{ contact.tags.first }}", 'vip, new; vip'],
    ['{% if contact.tags contains "vip" %}Dear{% else %}Hi{% endif %}', 'Dear'],
    ["{{ 'now' | date: '%H:%M' }} {{ now | date: '%H:%M', 'Europe/Paris' }}", '12:00 14:00'],
    ["{{ 'today' | date: '%Y-%m-%d' }}", '2026-04-10'],
    ['{{ brand.name }}: {{ brand.helpContact }}', 'Acme: help@acme.test'],
    ['{{ message.channel }} {{ message.attachments.count }}', 'sms 0'],
  ])('%s becomes %s', (source, text) => {
    expect(rendered(source)).toEqual({ ok: true, text });
    expect(templateProblems(source, 'message.received')).toEqual([]);
  });

  it('says what to write for a person without a name, or is not sent', () => {
    expect(rendered("Dear {{ contact.name | default: 'friend' }}", someFacts())).toEqual({
      ok: true,
      text: 'Dear friend',
    });
    expect(rendered('Dear {{ contact.name }}', someFacts())).toMatchObject({ ok: false });
    // Also where the contact has no attribute at all, it is this one that is named.
    expect(rendered('In {{ contact.attributes.city }}', someFacts())).toMatchObject({
      ok: false,
      why: expect.stringContaining("{{ contact.attributes.city | default: '…' }}"),
    });
  });

  it.each([
    ["{{ contact.name | default: contact.attributes.nick | default: 'friend' }}", 'friend'],
    ["{{ contact.name | default: contact.attributes.city | default: 'friend' }}", 'Banjul'],
    [
      "{{ contact.name | default: contact.attributes.a | default: contact.attributes.b | default: 'friend' | upcase }}",
      'FRIEND',
    ],
    ['{{ contact.attributes.city | default: contact.attributes.nick }}', 'Banjul'],
    [
      "{% assign who = contact.name | default: contact.attributes.nick | default: 'friend' %}Dear {{ who }}",
      'Dear friend',
    ],
    ["{% if true %}{{ contact.name | default: contact.attributes.a | default: 'you' }}{% endif %}", 'you'],
    ["{% echo contact.name | default: contact.attributes.a | default: 'you' %}", 'you'],
    [
      "{% capture x %}{{ contact.name | default: contact.attributes.a | default: 'you' }}{% endcapture %}{{ x }}",
      'you',
    ],
    ["{{ contact.attributes.no | default: contact.attributes.nick, allow_false: true | default: 'x' }}", 'x'],
    ['{{ contact.attributes.off | default: contact.attributes.nick, allow_false: true }}', 'false'],
  ])('falls through one default after the other: %s becomes %s', (source, text) => {
    const attributes = { city: 'Banjul', off: false };
    const facts = someFacts({ contact: aContact({ attributes }) });
    expect(rendered(source, facts)).toEqual({ ok: true, text });
    expect(templateProblems(source, 'message.received')).toEqual([]);
  });

  it.each([
    ['{{ contact.name | default: contact.attributes.nick }}', 'There is no contact.attributes.nick'],
    [
      '{{ contact.name | default: contact.attributes.a | default: contact.attributes.b }}',
      'There is no contact.attributes.b',
    ],
    ['{{ contact.name | default: contact.attributes.nick | upcase }}', 'There is no contact.attributes.nick'],
    ['Hi {{ contact.name | default: contact.attributes.nick | append: "!" }}', 'There is no'],
    ['{{ contact.name | default }}', 'a value is missing here'],
  ])('is not sent when the last default has nothing to say either: %s', (source, why) => {
    const rendering = rendered(source, someFacts());
    expect(rendering.ok ? rendering.text : rendering.why).toContain(why);
  });

  it('inserts what the customer wrote as it is, never as a template', () => {
    expect(rendered('You wrote: {{ message.text }}')).toEqual({
      ok: true,
      text: 'You wrote: Hi {{ brand.name }}',
    });
  });

  it('inserts the details of an identity check', () => {
    const event = aVerification({ country: 'GM', __proto__: 'x', toString: 'y' });
    expect(rendered('{{ identity.details.country }}', ADA, event)).toEqual({ ok: true, text: 'GM' });
  });

  it.each([
    ['an empty text', '{% if false %}x{% endif %}  ', 'empty'],
    ['a text too long', `{{ message.text | append: "${'x'.repeat(1_600)}" }}`, 'longer than 1600'],
    ['a gap that was assigned', '{% assign y = contact.attributes.x %}y={{ y }}', 'a value is missing'],
    [
      'a gap that was captured',
      '{% capture a %}{% assign q = contact.attributes.x %}{{ q }}{% endcapture %}Hello {{ a }}.',
      'a value is missing',
    ],
    ['a gap that is echoed', '{% assign y = contact.attributes.x %}{% echo y %}', 'a value is missing'],
    ['a division by zero', '{{ 5 | divided_by: 0 }}', 'no number'],
    ['a prototype', '{{ contact.constructor.name }}', 'There is no'],
    ['__proto__', '{{ contact.__proto__ }}', 'There is no'],
    ['a file', "{% include '/etc/passwd' %}", 'tag "include" not found'],
    ['a rendered file', "{% render 'x' %}", 'tag "render" not found'],
    ['a layout', "{% layout 'x' %}", 'tag "layout" not found'],
    ['a loop', '{% for i in (1..100000000) %}x{% endfor %}', 'tag "for" not found'],
    [
      'a loop inside a loop',
      '{% tablerow i in (1..9) %}{% for j in (1..9) %}x{% endfor %}{% endtablerow %}',
      'not found',
    ],
    ['a counter', '{% increment x %}', 'tag "increment" not found'],
    ['a block', "{% layout 'x' %}{% block a %}{% endblock %}", 'not found'],
    ['many lines in one tag', '{% liquid assign x = 1 %}', 'tag "liquid" not found'],
    ['the prototype by its name', "{{ contact['__proto__'] }}", 'There is no'],
    ['the constructor of a text', '{{ message.text.constructor }}', 'There is no'],
    ['the methods of a list', '{{ contact.tags.map }}', 'There is no'],
    ['a long range', '{{ (1..100000000) | join }}', 'memory'],
    [
      'a text that grows',
      `{% assign x = 'aaaaaaaaaa' %}${'{% assign x = x | append: x %}'.repeat(60)}{{ x }}`,
      'memory',
    ],
    ['a wide number', "{{ 'now' | date: '%99999999d' }}", 'memory'],
    ['chance', '{{ contact.tags | sample }}', 'undefined filter: sample'],
    ['an unknown time zone', "{{ 'now' | date: '%H', 'Nowhere/At_All' }}", 'time zone'],
    ['a time without a zone', "{{ '2026-04-10 12:00' | date: '%H' }}", 'ISO 8601'],
    ['a template too long', 'x'.repeat(4_001), 'limit'],
    ['an open tag', '{% if true %}', 'not closed'],
  ])('fails on %s, with the reason', (_case, source, reason) => {
    const rendering = rendered(source);
    expect(rendering.ok ? '' : rendering.why).toContain(reason);
  });

  it.each([
    ['{{ contact }}', 'message.received'],
    ['{{ contact.attributes[message.text] }}', 'message.received'],
    ['{{ message.text }}', 'otp.verified'],
    ['{% if whatever %}x{% endif %}', 'message.received'],
    ['{{ identity.sessionId }}', 'message.received'],
  ] as const)('is refused for its variable: %s for %s', (source, event) => {
    expect(templateProblems(source, event)).toHaveLength(1);
  });

  it('names the line of a problem', () => {
    expect(templateProblems('Hello\n{{ nobody.name }}', 'message.received')[0]).toMatch(
      /^Line 2, column 4: there is no "nobody.name"/,
    );
  });

  it('never throws and always gives the same text, whatever is written', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'if',
      'contact',
      '.',
      'name',
      '|',
      'default',
      ':',
      "'x'",
      ' ',
      'endif',
      'date',
      '1',
      '[',
      ']',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((each) => each.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (source) => {
          templateProblems(source, 'message.received');
          const rendering = rendered(source);
          expect(rendered(source)).toEqual(rendering);
          if (rendering.ok) expect(rendering.text.trim()).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
