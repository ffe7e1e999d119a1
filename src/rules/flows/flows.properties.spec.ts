import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyJson, anyText, spoiltVersions } from '../../../test/support/hostile-values.js';
import type { DomainEvent } from '../../events/domain-events.js';
import { decide } from '../decide.js';
import { NOON, aMessage, someFacts } from '../decide.fixtures.js';
import type { Facts } from '../facts.js';
import { flowSchema } from './flow-schema.js';
import { aTimeout, rulesWith, runAfter } from './flows.fixtures.js';
import { parseFlowDefinition } from './parse-flow.js';

const NAMES = ['a', 'b', 'c', 'd'];
const target = fc.constantFrom(...NAMES, 'end');
const text = fc.constantFrom(
  'Hello',
  'Hi {{ flow.x | default: "you" }}',
  '{{ contact.name }}',
  '{{ flow.x }}',
);

const expectation = fc.constantFrom(
  { kind: 'text' },
  { kind: 'text', min: 2, pattern: '^a+$' },
  { kind: 'number', min: 1, max: 9 },
  { kind: 'date', min: 'today' },
  { kind: 'choice', options: [{ label: 'One' }, { label: 'Two', id: 'b' }] },
  { kind: 'email' },
  { kind: 'phone' },
  { kind: 'yesNo' },
);

const patience = fc.record(
  {
    retries: fc.nat(2),
    onInvalid: target,
    timeout: fc.constant('PT10M'),
  },
  { requiredKeys: [] },
);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ text, expect: expectation, next: target, rest: patience })
      .map(({ text: ask, rest, ...more }) => ({ ask: { text: ask }, saveAs: 'x', ...more, ...rest })),
  },
  fc.record({ text, next: target, other: target, rest: patience }).map((each) => ({
    menu: {
      text: each.text,
      options: [
        { label: 'First', next: each.next },
        { label: 'Second', id: 'b', next: each.other },
      ],
    },
    saveAs: 'x',
    ...each.rest,
  })),
  fc.record({ text, next: target }).map((each) => ({ say: { text: each.text }, next: each.next })),
  fc.record({ next: target, otherwise: target }).map(({ next, otherwise }) => ({
    branch: [{ when: { fact: 'flow.x', op: 'exists' }, next }],
    otherwise,
  })),
  target.map((next) => ({ set: { tag: 'x', attribute: { name: 'x', value: '{{ flow.x }}' } }, next })),
  target.map((next) => ({ webhook: { url: 'https://example.com/', include: ['contact'] }, next })),
  fc.constantFrom({ end: {} }, { end: { text: 'Bye' } }, { handOver: { reason: 'x', text: 'Bye' } }),
);

/** Every step can be reached by a hot word, so that a draft is refused for endless circles only. */
const drafts = fc
  .tuple(fc.tuple(step, step, step, step), fc.integer({ min: 1, max: 12 }))
  .map(([steps, maxSteps]) => ({
    name: 'Booking',
    start: 'a',
    steps: {
      ...Object.fromEntries(steps.map((each, index) => [NAMES[index] ?? '', each])),
      z: { ask: { text: 'Hello' }, saveAs: 'x', next: 'a' },
    },
    limits: { maxSteps },
    hotWords: {
      back: 'end',
      first: 'a',
      ...Object.fromEntries([...NAMES, 'z'].map((name) => [`go ${name}`, name])),
    },
  }));

const said = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('1', '2', 'yes', 'aaa', 'first', 'tomorrow', 'a@b.example', '') },
  { weight: 1, arbitrary: fc.constantFrom('back', 'STOP', 'HELP', 'go b', 'go c', 'go z') },
  { weight: 1, arbitrary: anyText },
);
const happenings = fc.array(
  fc.record({ text: said, isTimeout: fc.boolean(), buttonId: fc.option(said, { nil: undefined }) }),
  {
    maxLength: 15,
  },
);

describe('any flow that is accepted', () => {
  it('always comes to an end within its limit, says one message at most to each event, and decides the same again', () => {
    let accepted = 0;
    let ended = 0;
    fc.assert(
      fc.property(drafts, happenings, (draft, events) => {
        const reading = parseFlowDefinition(draft);
        if (!reading.ok) return;
        accepted += 1;
        const rules = rulesWith(reading.definition);
        let facts: Facts = someFacts();
        const all: DomainEvent[] = [aMessage('book')];
        for (const { text: words, isTimeout, buttonId } of events) {
          const { flow } = facts;
          all.push(
            isTimeout && flow !== undefined
              ? aTimeout(flow)
              : aMessage(words, buttonId === undefined ? {} : { buttonId }),
          );
        }
        for (const [index, event] of all.entries()) {
          const happening =
            (events[index - 1]?.isTimeout ?? false) && facts.flow !== undefined
              ? aTimeout(facts.flow)
              : event;
          const decision = decide(happening, facts, rules, NOON);
          expect(decide(happening, JSON.parse(JSON.stringify(facts)), rules, new Date(NOON))).toEqual(
            decision,
          );
          expect(decision.replies.length).toBeLessThanOrEqual(1);
          expect(decision.sentence).toMatch(/^[A-Z].*[.…]$/su);
          const moved = decision.effects.filter(({ kind }) => kind === 'flow');
          expect(moved.length).toBeLessThanOrEqual(1);
          const run = runAfter(decision);
          expect(run?.steps ?? 0).toBeLessThanOrEqual(draft.limits.maxSteps);
          if (run !== undefined) expect(run.steps).toBeGreaterThan(facts.flow?.steps ?? 0);
          const { flow: before, ...rest } = facts;
          if (moved.length > 0 && run === undefined) ended += 1;
          const waiting = moved.length > 0 ? run : before;
          facts = waiting === undefined ? rest : { ...rest, flow: waiting };
        }
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect(ended).toBeGreaterThan(20);
  });
});

const EXAMPLE: unknown = JSON.parse(
  readFileSync(new URL('./fixtures/booking.flow.json', import.meta.url), 'utf8'),
);

describe('the reader of flows', () => {
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        expect(() => parseFlowDefinition(json)).not.toThrow();
      }),
    );
    expect(parseFlowDefinition(EXAMPLE)).toMatchObject({ ok: true });
    const { menu, ask_day, mark, tell } = Object(EXAMPLE).steps;
    const part = { ...Object(EXAMPLE), steps: { menu, ask_day, mark, tell } };
    for (const { value } of spoiltVersions(part)) expect(() => parseFlowDefinition(value)).not.toThrow();
  });

  it('reads again what it has read', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const reading = parseFlowDefinition(draft);
        if (reading.ok) expect(parseFlowDefinition(reading.definition)).toEqual(reading);
      }),
    );
  });
});

describe('the JSON Schema of a flow', () => {
  it('is published as docs/flow.schema.json; take it from GET /api/v1/flows/schema when it has changed', () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../../docs/flow.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(flowSchema());
  });
});
