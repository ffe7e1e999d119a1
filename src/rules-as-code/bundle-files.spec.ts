import { describe, expect, it } from '@jest/globals';
import type { ConsentVocabulary } from '../rules/compliance/classification.js';
import { readDirectory } from './bundle-files.js';
import { runBundleTests } from './bundle-tests.js';

const HOURS = `# yaml-language-server: $schema=https://heed.acme.example/api/v1/rules/file-schema
rules:
  - key: opening-hours
    name: Opening hours
    trigger: { event: message.received }
    when: { fact: message.text, op: word, value: [hours, open] }
    then:
      - reply: { use: Hours }
    tests:
      - { text: "your HOURS?", expect: reply, expectText: 09:00 }
      - { text: hello, expect: none }
templates:
  - name: Hours
    text: We are open from 09:00.
`;

const CATCH_ALL = `rules:
  - key: catch-all
    name: Catch-all
    mode: shadow
    trigger: { event: message.received }
    when: { all: [] }
    then: [{ reply: { text: Hello. } }]
    tests:
      - { text: hello, expect: reply }
      - { text: what hours?, expect: reply }
`;

describe('readDirectory', () => {
  it('takes the files together, in the order of their names', () => {
    const { bundle, findings } = readDirectory([
      { name: '20-rest.yaml', text: CATCH_ALL },
      { name: '10-hours.yaml', text: HOURS },
    ]);
    expect(findings).toEqual([]);
    expect(bundle.rules.map(({ key, pointer }) => [key, pointer])).toEqual([
      ['opening-hours', '/rules/0'],
      ['catch-all', '/rules/1'],
    ]);
  });

  it('tells in which of many files a list grew too long', () => {
    const many = (from: number, to: number) =>
      `schedules:\n${Array.from({ length: to - from }, (_, n) => `  - { name: S${from + n} }\n`).join('')}`;
    const { findings } = readDirectory([
      { name: '1.yaml', text: many(0, 9_999) },
      { name: '2.yaml', text: many(9_999, 10_003) },
    ]);
    expect(findings).toMatchObject([{ file: '2.yaml', line: 3, message: expect.stringContaining('10000') }]);
  });

  it('tells of every problem the file, the line and the column', () => {
    const wrong = HOURS.replace('message.text', 'message.txt')
      .replace('use: Hours', 'use: Hors')
      .replace('key: opening-hours', 'key: Opening Hours');
    const { findings } = readDirectory([{ name: 'rules.yaml', text: wrong }]);
    expect(findings).toMatchObject([
      {
        file: 'rules.yaml',
        line: 3,
        column: 10,
        level: 'fail',
        message: expect.stringContaining('opening-hours'),
      },
      { line: 6, message: expect.stringContaining('message.text') },
    ]);
    const unknown = readDirectory([{ name: 'rules.yaml', text: HOURS.replace('use: Hours', 'use: Hors') }]);
    expect(unknown.findings).toMatchObject([
      { line: 8, column: 23, message: 'There is no template "Hors". Did you mean "Hours"?' },
    ]);
  });

  it('points into the right file, and at what a missing field is missing from', () => {
    const { findings } = readDirectory([
      { name: 'a.yaml', text: CATCH_ALL },
      { name: 'b.yaml', text: 'rules:\n\n  - key: second\n    name: Second\n' },
    ]);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding).toMatchObject({ file: 'b.yaml', line: 3, column: 5 });
    expect(findings.map(({ message }) => message.split(':', 1)[0])).toEqual(['trigger', 'when', 'then']);
  });

  it.each([
    ['no YAML', 'rules: [', 'a.yaml:1'],
    ['a list', '- 1', 'a.yaml:1'],
    ['a field of its own', 'ruels: []', 'a.yaml:1'],
    ['an object for a list', 'version: "1"\nrules: { a: 1 }', 'a.yaml:2'],
    ['the same key twice', CATCH_ALL + CATCH_ALL.replace('rules:\n', ''), 'a.yaml:11'],
    ['many aliases', `a: &a [1]\nb: [${'*a, '.repeat(200)}]`, 'a.yaml:1'],
  ])('refuses %s', (_what, text, place) => {
    const { findings } = readDirectory([{ name: 'a.yaml', text }]);
    expect(findings.map(({ file, line }) => `${file}:${line}`)).toContain(place);
  });

  it('takes empty files and empty lists', () => {
    const files = ['', '# nothing', 'rules:', 'rules: []\nflows:'].map((text, n) => ({
      name: `${n}.yaml`,
      text,
    }));
    expect(readDirectory(files).findings).toEqual([]);
  });

  it('takes files of different exports to be as old as the oldest', () => {
    const { json } = readDirectory([
      { name: 'a.yaml', text: 'version: 12-aa\nrules: []' },
      { name: 'b.yaml', text: 'version: 9-bb\nrules: []' },
    ]);
    expect(json['version']).toBe('9-bb');
  });
});

describe('runBundleTests', () => {
  it('reads the tests with the words of consent that the tenant added', () => {
    const kiwi = CATCH_ALL.replace(
      'tests:',
      'tests:\n      - { text: kiwi fruit, expect: reply }\n      - { text: KIWI, expect: none }',
    );
    const { bundle } = readDirectory([{ name: '1.yaml', text: kiwi }]);
    const results = (vocabulary?: ConsentVocabulary) =>
      runBundleTests(bundle, vocabulary).map(({ ok }) => ok);
    expect(results()).toEqual([true, false, true, true]);
    expect(results({ categories: [], extraOptOutKeywords: ['kiwi'] })).toEqual([true, true, true, true]);
  });

  it('runs every rule’s tests among the others: the rule itself has to answer', () => {
    const { bundle } = readDirectory([
      { name: '1.yaml', text: HOURS },
      { name: '2.yaml', text: CATCH_ALL },
    ]);
    expect(runBundleTests(bundle)).toMatchObject([
      { key: 'opening-hours', pointer: '/rules/0/tests/0', ok: true },
      { key: 'opening-hours', ok: true, actual: 'none' },
      { key: 'catch-all', ok: true, actual: 'reply' },
      { key: 'catch-all', ok: false, actual: 'none', sentence: 'Replied: rule "Opening hours" matched.' },
    ]);
  });

  it('looks into the reply, and at the hour that a test names', () => {
    const { bundle } = readDirectory([
      {
        name: '1.yaml',
        text: `rules:
  - key: closed
    name: Closed
    trigger: { event: message.received }
    when: { not: { fact: time.now, op: within, value: Shop } }
    then: [{ reply: { text: We are closed. } }]
    tests:
      - { text: hi, expect: none, at: 2026-04-10T10:00:00Z }
      - { text: hi, expect: reply, expectText: closed, at: 2026-04-10T21:00:00Z }
      - { text: hi, expect: reply, expectText: open, at: 2026-04-10T21:00:00Z }
schedules:
  - name: Shop
    timeZone: Africa/Banjul
    weekly: { friday: [[09:00, 18:00]] }
`,
      },
    ]);
    expect(runBundleTests(bundle).map(({ ok }) => ok)).toEqual([true, true, false]);
  });
});
