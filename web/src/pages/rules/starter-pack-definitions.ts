import type { JsonObject } from '../../../../src/messaging/untrusted.js';

/** Rules that many begin with. They work as they are; their words are to be changed. */
export type StarterPack = {
  readonly title: string;
  readonly about: string;
  readonly rules: readonly JsonObject[];
  /** What the rules refer to, made before them unless something of that name is there. */
  readonly schedule?: JsonObject & { readonly name: string };
};

const OFFICE_HOURS = 'Office hours';

/** `timeZone` is that of whoever sets the shop up. */
export function starterPacks(timeZone: string): readonly StarterPack[] {
  return [
    {
      title: 'After hours',
      about: 'Says when you are back, once in eight hours, while the schedule “Office hours” is closed.',
      schedule: {
        name: OFFICE_HOURS,
        timeZone,
        weekly: Object.fromEntries(
          ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [['09:00', '17:00']]]),
        ),
        exceptions: [],
      },
      rules: [
        {
          name: 'After hours',
          trigger: { event: 'message.received' },
          when: { not: { fact: 'time.now', op: 'within', value: OFFICE_HOURS } },
          then: [
            {
              reply: {
                text: 'Thank you for writing. We are closed now and answer from Monday to Friday, 9:00 to 17:00.',
              },
            },
          ],
          limits: { cooldown: 'PT8H' },
        },
      ],
    },
    {
      title: 'Questions that come again and again',
      about: 'Answers questions about opening hours and about where you are.',
      rules: [
        {
          name: 'Question: opening hours',
          trigger: { event: 'message.received' },
          when: {
            any: [
              { fact: 'message.text', op: 'word', value: ['hours', 'opening', 'closing'] },
              { fact: 'message.text', op: 'matches', value: 'when.*(open|close)' },
            ],
          },
          then: [
            { reply: { text: 'We are open from Monday to Friday, 9:00 to 17:00.' } },
            { tag: 'asked-hours' },
          ],
          limits: { cooldown: 'PT10M' },
          tests: [
            { text: 'When do you open?', expect: 'reply' },
            { text: 'your hourly rate?', expect: 'none' },
          ],
        },
        {
          name: 'Question: where',
          trigger: { event: 'message.received' },
          when: {
            any: [
              { fact: 'message.text', op: 'word', value: ['address', 'directions', 'located'] },
              { fact: 'message.text', op: 'startsWith', value: ['where are you', 'where is'] },
            ],
          },
          then: [{ reply: { text: 'You find us in the high street, opposite the market.' } }],
          limits: { cooldown: 'PT10M' },
          tests: [{ text: 'Where are you?', expect: 'reply' }],
        },
      ],
    },
    {
      title: 'Welcome',
      about: 'Greets everybody who writes for the first time, and lets the other rules answer too.',
      rules: [
        {
          name: 'Welcome',
          trigger: { event: 'message.received' },
          when: { fact: 'message.isFirst', op: 'equals', value: true },
          then: [
            {
              reply: {
                text: "Hello {{ contact.name | default: 'and welcome' }}! Ask us anything; a person reads along. Reply STOP to hear nothing more from us.",
              },
            },
            { tag: 'new' },
          ],
          limits: { once: 'contact' },
          continue: true,
        },
      ],
    },
    {
      title: 'Missed identity check',
      about: 'Writes to somebody whose identity check failed or needs another photo, and calls a person in.',
      rules: [
        {
          name: 'Identity check needs more',
          trigger: { event: 'identity.requires_input' },
          when: { all: [] },
          then: [
            {
              reply: {
                text: 'Your identity check needs one more step. Open the link we sent you and try again.',
              },
            },
          ],
          limits: { cooldown: 'PT12H' },
        },
        {
          name: 'Identity check failed',
          trigger: { event: 'identity.failed' },
          when: { all: [] },
          then: [
            {
              reply: {
                text: 'We could not confirm your identity. A person will look at it and write to you.',
              },
            },
            { tag: 'identity-failed' },
            { handOver: { reason: 'The identity check failed' } },
          ],
          limits: { cooldown: 'P1D' },
        },
      ],
    },
  ];
}
