import { describe, expect, it } from '@jest/globals';
import { KEPT_LINES, passes, readDecision, withLines, type DecisionLine } from './decision-line.ts';

const line = (id: string, second: number, change: Partial<DecisionLine> = {}): DecisionLine => ({
  id,
  decidedAt: new Date(Date.UTC(2026, 3, 10, 12, 0, second)).toISOString(),
  event: 'message.received',
  verdict: 'replied',
  sentence: 'Replied: rule "Hours" matched.',
  message: { id, text: 'Opening HOURS?', theirAddress: '+2207654321', provider: 'integify', channel: 'sms' },
  ...change,
});

describe('the lines of the live tail', () => {
  it('stand newest first and once each, also when the stream tells one twice', () => {
    const lines = withLines([line('b', 2), line('a', 1)], [line('b', 2), line('c', 3), line('c', 3)]);
    expect(lines.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('are bounded, the oldest going first', () => {
    const many = Array.from({ length: KEPT_LINES + 10 }, (_, index) => line(`${index}`, index));
    const lines = withLines([], many);
    expect(lines).toHaveLength(KEPT_LINES);
    expect(lines.at(-1)?.id).toBe('10');
  });

  it('are filtered by verdict, provider and words in any case', () => {
    const everything = { verdict: '', provider: '', text: '' };
    expect(passes(everything, line('a', 1))).toBe(true);
    expect(passes({ ...everything, verdict: 'held' }, line('a', 1))).toBe(false);
    expect(passes({ ...everything, provider: 'connectly' }, line('a', 1))).toBe(false);
    expect(passes({ ...everything, text: 'opening hours' }, line('a', 1))).toBe(true);
    expect(passes({ ...everything, provider: 'integify' }, line('a', 1, { message: null }))).toBe(false);
  });

  it('are read from JSON, and nothing else is taken for one', () => {
    expect(readDecision(JSON.stringify(line('a', 1)))).toEqual(line('a', 1));
    for (const junk of ['', '{', 'null', '[]', '{"id":1}', '{"id":"a"}']) {
      expect(readDecision(junk)).toBeUndefined();
    }
  });
});
