import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDirectory, writeDirectory } from '../../rules-as-code/bundle-files.js';
import { exportBundle } from '../../rules-as-code/export-bundle.js';
import { parseBundle } from '../../rules-as-code/parse-bundle.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import { driftOf } from './drift.js';
import { planBundle, type RulebookPlan } from './plan-bundle.js';
import type { StoredEntry } from './rulebook-state.repository.js';

type Json = Record<string, unknown>;

function rule(name: string, more: Json = {}): Json {
  const when = { fact: 'message.text', op: 'word', value: name };
  return { name, trigger: { event: 'message.received' }, when, then: [{ tag: 'asked' }], ...more };
}

function stored(kind: StoredEntry['kind'], definition: Json, more: Partial<StoredEntry> = {}): StoredEntry {
  const reading = kind === 'rule' ? parseRuleDefinition(definition) : undefined;
  const id = more.id ?? `${kind}-${String(definition['name'])}`;
  return {
    kind,
    id,
    revisionId: `${id}-1`,
    number: 1,
    position: null,
    definition: reading?.ok === true ? reading.definition : definition,
    heldBackAt: null,
    heldBackReason: null,
    ruleKey: null,
    ...more,
  };
}

function plan(bundle: Json, entries: readonly StoredEntry[], prunes = false): RulebookPlan {
  const { bundle: read, problems } = parseBundle(bundle);
  expect(problems).toEqual([]);
  return planBundle(read, entries, prunes);
}

function told({ steps }: RulebookPlan): readonly string[] {
  return steps.map(({ action, key }) => `${action} ${key}`);
}

const ABC = ['a', 'b', 'c'].map((key) => stored('rule', rule(key), { ruleKey: key }));
const files = (...keys: readonly string[]) => keys.map((key) => ({ key, ...rule(key) }));

describe('planBundle', () => {
  it('tells what is new, changed, moved, unchanged, and only on the server', () => {
    const changed = { key: 'b', ...rule('b', { enabled: false }) };
    const { steps, order } = plan({ rules: [changed, ...files('new', 'a')] }, ABC);
    expect(steps.map(({ action, key, position }) => [action, key, position?.after])).toEqual([
      ['update', 'b', 1],
      ['create', 'new', 3],
      ['move', 'a', 4],
      ['kept', 'c', undefined],
    ]);
    expect(steps[0]?.differences).toEqual([{ pointer: '/enabled', before: true, after: false }]);
    expect(order).toEqual(['rule-b', 'rule-c', 'new', 'rule-a']);
  });

  it('deletes only when it is asked to', () => {
    const entries = [...ABC, stored('template', { name: 'Old', text: 'x' })];
    expect(told(plan({ rules: files('a') }, entries))).toEqual([
      'kept Old',
      'unchanged a',
      'kept b',
      'kept c',
    ]);
    const pruned = plan({ rules: files('a') }, entries, true);
    expect(told(pruned)).toEqual(['delete Old', 'unchanged a', 'delete b', 'delete c']);
    expect(pruned.order).toEqual(['rule-a']);
  });

  it('knows a rule again that had no key when it was exported, even under another name', () => {
    const id = '0198c1de-0000-7000-8000-000000000001';
    const entries = [stored('rule', rule('Old name'), { id })];
    const exported = { key: 'old-name', id, ...rule('New name') };
    expect(told(plan({ rules: [exported] }, entries))).toEqual(['update old-name']);
    const keyed = [stored('rule', rule('Old name'), { id, ruleKey: 'another' })];
    expect(told(plan({ rules: [exported] }, keyed))).toEqual(['create old-name', 'kept another']);
  });
});

describe('export, then plan', () => {
  const word = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .filter((text) => text.trim() !== '');
  const definition = fc.record(
    {
      enabled: fc.boolean(),
      mode: fc.constantFrom('live', 'shadow'),
      continue: fc.boolean(),
      when: fc.oneof(
        fc.record({
          fact: fc.constant('message.text'),
          op: fc.constantFrom('equals', 'word', 'contains'),
          value: fc.array(word, { minLength: 1, maxLength: 3 }),
        }),
        fc.constant({ all: [] }),
      ),
      then: fc.array(
        fc.oneof(
          word.map((tag) => ({ tag })),
          word.map((untag) => ({ untag })),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      limits: fc.constantFrom({}, { cooldown: 'PT10M' }, { once: true, atMost: { count: 3, per: 'P1D' } }),
      group: word,
      tests: fc.array(fc.record({ text: word, expect: fc.constantFrom('reply', 'none') }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  const entry = fc.record({ name: word, definition, hasKey: fc.boolean() });
  const template = fc.record({
    name: word,
    text: fc.constantFrom('Hi\n', ' Hi {{ contact.name }} ', '- #:\r\n'),
  });

  it('changes nothing, whatever stands in the rulebook', () => {
    let rules = 0;
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 6 }),
        fc.uniqueArray(template, { maxLength: 3, selector: ({ name }) => name }),
        (drafts, templates) => {
          const entries = [
            ...templates.map((each) => stored('template', parsedTemplate(each))),
            ...drafts.flatMap(({ name, definition: draft, hasKey }, index) => {
              const reading = parseRuleDefinition({ ...rule(name), ...draft, name });
              const id = `0198c1de-0000-7000-8000-00000000000${index}`;
              const key = hasKey ? `key-${index}` : null;
              return reading.ok ? [stored('rule', reading.definition, { id, ruleKey: key })] : [];
            }),
          ];
          rules += entries.length;
          const exported = exportBundle(
            '1-0123456789abcdef',
            entries.map(({ kind, id, ruleKey, definition: json }) =>
              kind === 'rule' ? { kind, id, key: ruleKey, definition: json } : { kind, id, definition: json },
            ),
          );
          const { bundle, findings } = readDirectory(writeDirectory(exported));
          expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
          for (const prunes of [false, true]) {
            const { steps, order } = planBundle(bundle, entries, prunes);
            expect(steps.map(({ action }) => action)).toEqual(entries.map(() => 'unchanged'));
            expect(order).toEqual(entries.filter(({ kind }) => kind === 'rule').map(({ id }) => id));
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(rules).toBeGreaterThan(100);
  });

  function parsedTemplate(json: Json): Json {
    const { bundle } = parseBundle({ templates: [json] });
    return { ...bundle.library[0]?.definition };
  }
});

describe('driftOf', () => {
  const bundle = (...keys: readonly string[]) => ({ rules: files(...keys) });
  const [, b, c] = ABC;
  const changed = stored('rule', rule('a', { enabled: false }), {
    ruleKey: 'a',
    revisionId: 'a-2',
    number: 2,
  });

  function drift(
    wish: Json,
    base: readonly (StoredEntry | undefined)[] | undefined,
    now: readonly StoredEntry[],
  ) {
    const earlier = base?.filter((each) => each !== undefined);
    return driftOf(plan(wish, now, true).steps, earlier, now).map(({ what, key }) => `${what} ${key}`.trim());
  }

  it('is nothing where only the files changed', () => {
    expect(drift({ rules: [{ key: 'a', ...rule('a', { mode: 'shadow' }) }] }, ABC, ABC)).toEqual([]);
    expect(drift(bundle('c', 'b', 'a'), ABC, ABC)).toEqual([]);
  });

  it('names what would be undone: a change, a new rule, a deletion, an order', () => {
    const rest = [b, c].filter((each) => each !== undefined);
    expect(drift(bundle('a', 'b', 'c'), ABC, [changed, ...rest])).toEqual(['changed a']);
    expect(drift(bundle('b', 'c'), [b, c], ABC)).toEqual(['made a']);
    expect(drift(bundle('a', 'b', 'c'), ABC, rest)).toEqual(['deleted a']);
    expect(drift(bundle('a', 'b', 'c'), ABC, [...rest, ...ABC.slice(0, 1)])).toEqual(['reordered']);
  });

  it('leaves alone what came to the same', () => {
    const back = stored('rule', rule('a'), { ruleKey: 'a', revisionId: 'a-3', number: 3 });
    const rest = [b, c].filter((each) => each !== undefined);
    const wish = { rules: [{ key: 'a', ...rule('a', { mode: 'shadow' }) }, ...files('b', 'c')] };
    expect(drift(wish, ABC, [back, ...rest])).toEqual([]);
    expect(
      drift({ rules: [{ key: 'a', ...rule('a', { enabled: false }) }, ...files('b', 'c')] }, ABC, [
        changed,
        ...rest,
      ]),
    ).toEqual([]);
  });

  it('is everything that would be overwritten where the files come from elsewhere', () => {
    expect(
      drift({ rules: [{ key: 'a', ...rule('a', { mode: 'shadow' }) }, ...files('new')] }, undefined, ABC),
    ).toEqual(['unknown a', 'unknown b', 'unknown c']);
    expect(drift(bundle('new'), undefined, [])).toEqual([]);
  });
});
