import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { flowWarnings, parseFlowDefinition } from './parse-flow.js';

const ASK = { ask: { text: 'Name?' }, saveAs: 'name', next: 'end' };

function flow(steps: Record<string, unknown>, differences: object = {}): object {
  return { name: 'A', start: Object.keys(steps)[0], steps, ...differences };
}

function problemsOf(json: unknown) {
  const reading = parseFlowDefinition(json);
  return reading.ok ? [] : reading.problems;
}

const menu = (...options: readonly object[]) => ({ menu: { text: 'Choose', options } });

describe('a flow', () => {
  it('is read with every default filled in', () => {
    expect(parseFlowDefinition(flow({ ask: ASK }))).toEqual({
      ok: true,
      definition: {
        name: 'A',
        start: 'ask',
        steps: { ask: { ...ASK, expect: { kind: 'text' }, retries: 2, onInvalid: 'end', onTimeout: 'end' } },
        limits: { maxSteps: 50, maxDuration: 'P1D' },
        hotWords: {},
      },
    });
  });

  it('is read the same again as it is kept', () => {
    const first = parseFlowDefinition(flow({ ask: ASK }));
    expect(first.ok && parseFlowDefinition(first.definition)).toEqual(first);
  });

  it.each<[string, unknown, string, string]>([
    ['without steps', flow({}), '/steps', '1 to 100 steps'],
    ['with an unknown start', flow({ ask: ASK }, { start: 'aks' }), '/start', 'Did you mean "ask"?'],
    ['with a step called end', flow({ ask: ASK, end: { end: {} } }), '/steps/end', 'Name a step'],
    [
      'with an unknown next',
      flow({ ask: { ...ASK, next: 'dnoe' }, done: { end: {} } }),
      '/steps/ask/next',
      '"done"',
    ],
    [
      'with a step that is two',
      flow({ a: { say: { text: 'a' }, end: {}, next: 'end' } }),
      '/steps/a',
      'exactly one of',
    ],
    ['with a step that is none', flow({ a: { next: 'end' } }), '/steps/a', 'exactly one of'],
    ['with a stray member', flow({ a: { end: {}, next: 'a' } }), '/steps/a/next', 'has no "next"'],
    ['with a lost step', flow({ ask: ASK, lost: { end: {} } }), '/steps/lost', 'Nothing leads to "lost"'],
    [
      'that goes round without waiting',
      flow({
        b: { say: { text: 'b' }, next: 'c' },
        c: { branch: [{ when: { all: [] }, next: 'b' }], otherwise: 'end' },
      }),
      '/steps/b',
      'b → c → b never waits',
    ],
    [
      'with an answer that nobody saves',
      flow({ ask: { ...ASK, ask: { text: '{{ flow.nmae | default: "" }}?' } } }),
      '/steps/ask/ask/text',
      'Did you mean "name"?',
    ],
    [
      'with a condition about an answer that nobody saves',
      flow({ b: { branch: [{ when: { fact: 'flow.x', op: 'exists' }, next: 'end' }], otherwise: 'end' } }),
      '/steps/b/branch/0/when',
      'No step saves an answer',
    ],
    [
      'with a text about a message that may not be there',
      flow({ a: { say: { text: '{{ message.text }}' }, next: 'end' } }),
      '/steps/a/say/text',
      'there is no "message.text" in a flow',
    ],
    [
      'with an option that means STOP',
      flow({ m: menu({ label: 'Cancel', next: 'end' }) }),
      '/steps/m/menu/options/0/label',
      'asks for messages to stop',
    ],
    [
      'with a hot word that means HELP',
      flow({ ask: ASK }, { hotWords: { help: 'ask' } }),
      '/hotWords/help',
      'gets it before any flow',
    ],
    [
      'with two options of one word',
      flow({
        m: menu({ label: 'Hours', next: 'end' }, { label: 'Times', keywords: ['HOURS'], next: 'end' }),
      }),
      '/steps/m/menu/options/1',
      'one word chooses one option',
    ],
    [
      'with a look-around',
      flow({ a: { ...ASK, expect: { kind: 'text', pattern: '(?=x)' } } }),
      '/steps/a/expect/pattern',
      'Look-arounds',
    ],
    [
      'with an empty range',
      flow({ a: { ...ASK, expect: { kind: 'number', min: 3, max: 2 } } }),
      '/steps/a/expect',
      'No answer can be',
    ],
    [
      'with no such day',
      flow({ a: { ...ASK, expect: { kind: 'date', min: '2026-02-30' } } }),
      '/steps/a/expect/min',
      '"today"',
    ],
    ['with a way out but no time', flow({ a: { ...ASK, onTimeout: 'a' } }), '/steps/a/onTimeout', 'how long'],
    [
      'that lasts a year',
      flow({ ask: ASK }, { limits: { maxDuration: 'P365D' } }),
      '/limits/maxDuration',
      'longer than',
    ],
    [
      'that calls this network',
      flow({ a: { webhook: { url: 'http://10.0.0.1/' }, next: 'end' } }),
      '/steps/a/webhook/url',
      '',
    ],
  ])('is refused %s', (_case, json, pointer, message) => {
    const problem = problemsOf(json).find((each) => each.pointer === pointer);
    expect(problem?.message).toContain(message);
  });

  it('is what docs/flows.md shows', () => {
    const page = readFileSync(new URL('../../../docs/flows.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(problemsOf(JSON.parse(example))).toEqual([]);
  });

  it('may go round where it waits on the way', () => {
    const round = {
      ask_a: { ...ASK, next: 'say_b' },
      say_b: { say: { text: 'b' }, next: 'ask_a' },
    };
    expect(problemsOf(flow(round))).toEqual([]);
  });

  it('is warned about steps from which no answer leads to an end', () => {
    const reading = parseFlowDefinition(flow({ a: { ...ASK, next: 'b' }, b: { ...ASK, next: 'a' } }));
    expect(reading.ok && flowWarnings(reading.definition).map(({ pointer }) => pointer)).toEqual([
      '/steps/a',
      '/steps/b',
    ]);
  });
});
