/** The rules of a first start: enough to see a reply, an event rule and a tag at work. Written as an administrator would. */
export const DEMO_RULES: readonly unknown[] = [
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
    name: 'Thanks for verifying',
    trigger: { event: 'identity.verified' },
    when: { all: [] },
    then: [{ reply: { text: 'Thank you, your identity is confirmed.' } }, { tag: 'verified' }],
  },
];
