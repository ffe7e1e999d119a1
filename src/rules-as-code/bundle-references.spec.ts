import { describe, expect, it } from '@jest/globals';
import { referenceProblems } from './bundle-references.js';
import { parseBundle } from './parse-bundle.js';

const rule = (key: string, use: string) => ({
  key,
  name: key,
  trigger: { event: 'message.received' },
  when: { fact: 'message.text', op: 'word', value: key },
  then: [{ reply: { use } }],
});

describe('referenceProblems', () => {
  it('tells at most 200 of them, and names at most 50 of what there is', () => {
    const rules = Array.from({ length: 300 }, (_, n) => rule(`rule-${n}`, 'Something else altogether'));
    const present = Array.from({ length: 300 }, (_, n) => ({ kind: 'template', key: `T${n}` }) as const);
    const { bundle } = parseBundle({ rules });
    const problems = referenceProblems(bundle.rules, present);
    expect(problems).toHaveLength(200);
    expect(problems[0]?.message).toContain('T0, T1');
    expect(problems[0]?.message).toContain('T49, …');
    expect(problems[0]?.message).not.toContain('T50');
  });
});
