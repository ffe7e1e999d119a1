/** When the shop of the demo is open; its rules ask for it by name. */
export const DEMO_SCHEDULE: unknown = {
  name: 'Shop',
  timeZone: 'Africa/Banjul',
  weekly: {
    monday: [['09:00', '17:00']],
    tuesday: [['09:00', '17:00']],
    wednesday: [['09:00', '17:00']],
    thursday: [['09:00', '17:00']],
    friday: [
      ['09:00', '13:00'],
      ['15:00', '17:00'],
    ],
    saturday: [['09:00', '17:00']],
  },
};

/**
 * The rules of a first start: enough to see a reply, opening hours, a cooldown, a hand-over, a shadow, an event rule and a tag at work.
 * Written as an administrator would.
 */
export const DEMO_RULES: readonly unknown[] = [
  {
    name: 'Open right now',
    trigger: { event: 'message.received' },
    when: {
      all: [
        { fact: 'message.text', op: 'matches', value: 'open (now|right now|today)' },
        { fact: 'time.now', op: 'within', value: 'Shop' },
      ],
    },
    then: [{ reply: { text: 'Yes, come in: we are open until 17:00.' } }],
  },
  {
    name: 'Opening hours',
    trigger: { event: 'message.received' },
    when: {
      any: [
        { fact: 'message.text', op: 'word', value: ['hours', 'open', 'opening', 'close', 'closing'] },
        { fact: 'message.text', op: 'matches', value: 'when.*(open|close)' },
      ],
    },
    then: [
      { reply: { text: "We are open 9-17, Monday to Saturday, {{ contact.name | default: 'friend' }}." } },
      { tag: 'asked-hours' },
    ],
    tests: [
      { text: 'what are your HOURS?', expect: 'reply' },
      { text: 'our hourly rate', expect: 'none' },
    ],
  },
  {
    name: 'Price list',
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: ['price', 'prices', 'cost', 'how much'] },
    then: [
      {
        reply: { text: 'A delivery costs 50 dalasi in town and 120 outside. Reply HOURS for opening hours.' },
      },
    ],
    limits: { cooldown: 'PT1M' },
    tests: [{ text: 'How much is a delivery?', expect: 'reply' }],
  },
  {
    name: 'Greeting',
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'firstWord', value: ['hello', 'hi', 'hey', 'salaam', 'bonjour'] },
    then: [
      {
        reply: { text: 'Hello! Ask us about our hours or prices. Reply STOP to hear nothing more from us.' },
      },
    ],
    limits: { cooldown: 'PT1H' },
    tests: [{ text: 'Hi there', expect: 'reply' }],
  },
  {
    name: 'Asks for a person',
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: ['human', 'person', 'agent', 'somebody real'] },
    then: [
      { reply: { text: 'A colleague will write to you here.' } },
      { handOver: { reason: 'Asked for a person', for: 'PT2H' } },
    ],
    tests: [{ text: 'Can I talk to a person?', expect: 'reply' }],
  },
  {
    name: 'After hours',
    mode: 'shadow',
    trigger: { event: 'message.received' },
    when: { not: { fact: 'time.now', op: 'within', value: 'Shop' } },
    then: [{ reply: { text: 'We are closed now and answer in the morning from 9.' } }],
    limits: { cooldown: 'PT4H' },
  },
  {
    name: 'Thanks for verifying',
    trigger: { event: 'identity.verified' },
    when: { all: [] },
    then: [{ reply: { text: 'Thank you, your identity is confirmed.' } }, { tag: 'verified' }],
  },
];
