import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRuleDraft } from './rule-draft.js';

const RULE = {
  name: 'Opening hours',
  trigger: { event: 'message.received' },
  when: { fact: 'message.text', op: 'word', value: 'hours' },
  then: [{ reply: { text: 'We are open 9-17.' } }],
};

describe('readRuleDraft', () => {
  it('takes the reason and the revision off the definition', () => {
    const reading = readRuleDraft({ ...RULE, reason: 'New hours', revision: 3 });
    expect(reading).toMatchObject({ ok: true, reason: 'New hours', revision: 3 });
    expect(reading.ok && Object.keys(reading.definition)).not.toContain('reason');
  });

  it('takes back what an answer held, as it was read', () => {
    const answer = {
      ...RULE,
      id: 'x',
      position: 1,
      revisionId: 'y',
      revision: 2,
      createdAt: '',
      updatedAt: '',
    };
    expect(readRuleDraft(answer)).toMatchObject({ ok: true, revision: 2 });
  });

  it('takes the key off the definition; null is none', () => {
    expect(readRuleDraft({ ...RULE, key: 'opening-hours' })).toMatchObject({
      ok: true,
      key: 'opening-hours',
    });
    expect(readRuleDraft({ ...RULE, key: null })).toMatchObject({ ok: true, key: undefined });
    for (const key of ['Opening Hours', '-x', '', 7, 'x'.repeat(81)]) {
      expect(readRuleDraft({ ...RULE, key })).toMatchObject({ ok: false, problems: [{ pointer: '/key' }] });
    }
  });

  it('tells the problems of the definition and of what stands beside it together', () => {
    const reading = readRuleDraft({ ...RULE, then: [], reason: 7, revision: 0 });
    expect(reading.ok ? [] : reading.problems.map(({ pointer }) => pointer)).toEqual([
      '/then',
      '/reason',
      '/revision',
    ]);
  });

  it('never throws, and never accepts what is no object', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        if (readRuleDraft(body).ok) expect(typeof body).toBe('object');
      }),
    );
    expect(readRuleDraft(undefined).ok).toBe(false);
    expect(readRuleDraft([RULE]).ok).toBe(false);
  });
});
