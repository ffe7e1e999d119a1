import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOON, aMessage, aRule, guardsKnowing, ruleSet, someFacts } from '../decide.fixtures.js';
import { decide } from '../decide.js';
import type { CompiledRuleSet } from '../rule-set.js';
import { DEFAULT_REPLY_SETTINGS, type Sensitivity } from './reply-settings.js';
import type { RecentMessage } from './guard-facts.js';

const SECOND_MS = 1_000;

function answering(text: string): CompiledRuleSet {
  return ruleSet(aRule({ then: [{ reply: { text } }] }));
}

/** One side of a conversation: what it remembers, and what it says to a message. */
class Side {
  readonly remembered: RecentMessage[] = [];
  readonly verdicts: string[] = [];

  constructor(
    private readonly rules: CompiledRuleSet,
    private readonly sensitivity: Sensitivity = 'normal',
  ) {}

  hears(text: string, at: Date): { readonly text: string; readonly delayMs: number } | undefined {
    const settings = {
      ...DEFAULT_REPLY_SETTINGS,
      loopGuard: { ...DEFAULT_REPLY_SETTINGS.loopGuard, sensitivity: this.sensitivity },
    };
    const guards = guardsKnowing({ settings, recentMessages: this.remembered.slice(0, 12) });
    const { verdict, replies } = decide(aMessage(text), someFacts({ guards }), this.rules, at);
    this.verdicts.push(verdict);
    this.remembered.unshift({ from: 'them', isReply: false, at: at.toISOString(), text });
    const [reply] = replies;
    if (reply === undefined) return undefined;
    const delayMs = reply.notBeforeMs ?? 0;
    const sentAt = new Date(at.getTime() + delayMs + 20);
    this.remembered.unshift({ from: 'us', isReply: true, at: sentAt.toISOString(), text: reply.text });
    return { text: reply.text, delayMs };
  }
}

/** Lets two sides talk after one word of a person. @returns how many messages they sent each other before one fell silent. */
function talk(one: Side, other: Side, hopMs: number, opening = 'hello'): number {
  let at = NOON.getTime();
  let said = one.hears(opening, new Date(at));
  for (let count = 0; count < 30; count += 1) {
    if (said === undefined) return count;
    at += said.delayMs + hopMs;
    said = (count % 2 === 0 ? other : one).hears(said.text, new Date(at));
  }
  return 30;
}

/** A person who answers each of our replies after a while. */
function personSays(side: Side, texts: readonly string[], gapMs: number): void {
  for (const [index, text] of texts.entries()) side.hears(text, new Date(NOON.getTime() + index * gapMs));
}

describe('two automatic systems that answer each other', () => {
  it.each([
    [
      'with different texts',
      'Thanks for writing, we are closed now.',
      'We got your message and will call you.',
    ],
    ['with the same text', 'We are open 9-17, Monday to Saturday.', 'We are open 9-17, Monday to Saturday.'],
    ['with short texts', 'ping', 'pong'],
    [
      'when one of them repeats what it hears',
      'You wrote: {{ message.text }}',
      'Thank you for your message!',
    ],
  ])('fall silent within four messages, %s', (_case, one, other) => {
    expect(talk(new Side(answering(one)), new Side(answering(other)), 200)).toBeLessThanOrEqual(4);
  });

  it('fall silent within a few messages when the network takes long', () => {
    const one = new Side(answering('Thanks for writing, we are closed now.'));
    const other = new Side(answering('We got your message and will call you.'));
    expect(talk(one, other, 45 * SECOND_MS)).toBeLessThanOrEqual(6);
    expect([...one.verdicts, ...other.verdicts]).toContain('loop_suspected');
  });

  it('go on where the guard is off', () => {
    const sides = [
      new Side(answering('Thanks for writing to us.'), 'off'),
      new Side(answering('We will call you.'), 'off'),
    ] as const;
    expect(talk(...sides, 200)).toBe(30);
  });

  it('are given to a person for as long as the settings say, with the reason', () => {
    const side = answering('We are closed now, sorry.');
    const recentMessages: RecentMessage[] = [
      { from: 'us', isReply: true, at: '2026-04-10T11:59:59.900Z', text: 'We are closed now, sorry.' },
      { from: 'them', isReply: false, at: '2026-04-10T11:59:59.500Z', text: 'Your call matters to us.' },
      { from: 'us', isReply: true, at: '2026-04-10T11:59:59.400Z', text: 'We are closed now, sorry.' },
      { from: 'them', isReply: false, at: '2026-04-10T11:59:50.000Z', text: 'hello' },
    ];
    const guards = guardsKnowing({ recentMessages });
    const decision = decide(aMessage('Your call matters to us.'), someFacts({ guards }), side, NOON);
    expect(decision).toMatchObject({ verdict: 'loop_suspected', replies: [] });
    expect(decision.effects).toEqual([
      { kind: 'handOver', reason: 'Looks like another automatic system', forMs: 12 * 3_600 * SECOND_MS },
    ]);
    expect(decision.sentence).toBe(
      'No reply: this looks like another automatic system (it answered 2 replies with the same words, it is faster than anybody types). The conversation is given to a person, and paused until 2026-04-11 00:00 UTC.',
    );
  });
});

describe('a person who is fast', () => {
  const MENU = 'Reply 1 for hours, 2 for prices, 3 for a person.';
  const TALK = [
    'hi',
    'ok',
    '1',
    '2',
    '3',
    'ok',
    'are you open on sunday?',
    'and on monday',
    'ok',
    'how much is delivery',
    '1',
    '1',
    '2',
    'thanks',
    'ok',
    'ok',
    'do you take cards',
    'great',
    'see you tomorrow',
    'bye',
  ];

  it.each([100, SECOND_MS, 4 * SECOND_MS])('is answered 20 times, %i ms apart', (gapMs) => {
    const side = new Side(answering(MENU));
    personSays(side, TALK, gapMs);
    expect(side.verdicts).toEqual(TALK.map(() => 'replied'));
  });

  it('is answered after a message that was sent twice by mistake', () => {
    const side = new Side(answering(MENU));
    personSays(side, ['What are your opening hours?', 'What are your opening hours?'], 300);
    expect(side.verdicts).toEqual(['replied', 'replied']);
  });

  it('may number their messages', () => {
    const side = new Side(answering(MENU));
    personSays(
      side,
      TALK.map((_, index) => `This is message number ${index + 1} of mine`),
      300,
    );
    expect(side.verdicts).toEqual(TALK.map(() => 'replied'));
  });

  it('may press one button again and again', () => {
    const pressed = aMessage('Opening hours', { buttonId: 'hours' });
    const recentMessages = Array.from({ length: 12 }, (_, index): RecentMessage => ({
      from: index % 2 === 0 ? 'us' : 'them',
      isReply: index % 2 === 0,
      at: new Date(NOON.getTime() - (index + 1) * 100).toISOString(),
      text: index % 2 === 0 ? MENU : 'Opening hours',
    }));
    const facts = someFacts({ guards: guardsKnowing({ recentMessages }) });
    expect(decide(pressed, facts, answering(MENU), NOON).verdict).toBe('replied');
  });

  it('is answered slowly after saying the same long thing again, and goes to a person after the next time', () => {
    const side = new Side(answering(MENU));
    const again = 'Where is the parcel that I ordered?';
    const asked = (seconds: number) => side.hears(again, new Date(NOON.getTime() + seconds * SECOND_MS));
    personSays(side, ['hello there', again], 60 * SECOND_MS);
    expect(asked(180)).toMatchObject({ delayMs: 0 });
    expect(asked(200)).toMatchObject({ delayMs: 20 * SECOND_MS });
    expect(asked(400)).toBeUndefined();
  });
});

describe('a customer who wants something and says so again', () => {
  it.each([200, 5 * SECOND_MS, 60 * SECOND_MS])('is answered each time, %i ms apart', (gapMs) => {
    const side = new Side(answering('We are open 9-17, Monday to Saturday.'));
    personSays(side, Array(6).fill('What are your opening hours?'), gapMs);
    expect(new Set(side.verdicts)).toEqual(new Set(['replied']));
  });
});

describe('the loop guard, for any text', () => {
  it('never trips on a first message, and not on one that nothing of ours came before', () => {
    const theirs = fc.array(
      fc.record({
        from: fc.constant('them' as const),
        isReply: fc.constant(false),
        at: fc.date({ min: new Date(0), max: NOON, noInvalidDate: true }).map((at) => at.toISOString()),
        text: fc.string(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.string(), theirs, (text, recentMessages) => {
        const facts = someFacts({ guards: guardsKnowing({ recentMessages }) });
        expect(decide(aMessage(text), facts, answering('hello'), NOON).verdict).not.toBe('loop_suspected');
      }),
    );
  });

  it('stops a machine with one answer, whatever that answer is, if it says anything at all', () => {
    const answers = fc
      .string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 120 })
      .filter((text) => /[a-z]{12}/i.test(text));
    fc.assert(
      fc.property(answers, fc.integer({ min: 50, max: 400 }), (text, hopMs) => {
        const machine = new Side(answering('Thank you, we are out of the office.'));
        const other = new Side(answering(text.replaceAll(/[{}%]/g, '')));
        expect(talk(machine, other, hopMs)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a message from our own side', () => {
  it('is never answered', () => {
    const guards = guardsKnowing({ isFromUs: true });
    const decision = decide(aMessage('hello'), someFacts({ guards }), answering('hi'), NOON);
    expect(decision.verdict).toBe('loop_suspected');
    expect(decision.sentence).toContain('an address of ours');
  });

  it('is known by a sender that is the recipient', () => {
    const event = aMessage('hello', { from: '+2203001234', to: '220 300 1234' });
    expect(decide(event, someFacts(), answering('hi'), NOON).verdict).toBe('loop_suspected');
  });
});
