import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { aRule } from './decide.fixtures.js';
import { parseRuleDefinition } from './definition/parse-rule-definition.js';
import { runRuleTests } from './rule-tests.js';

describe('runRuleTests', () => {
  it('passes the examples of the documented rule', () => {
    const json: unknown = JSON.parse(
      readFileSync(new URL('./fixtures/opening-hours.rule.json', import.meta.url), 'utf8'),
    );
    const reading = parseRuleDefinition(json);
    const results = reading.ok ? runRuleTests(reading.definition) : [];
    expect(results.map(({ text, actual, ok }) => ({ text, actual, ok }))).toEqual([
      { text: 'what are your HOURS?', actual: 'reply', ok: true },
      { text: 'our hourly rate', actual: 'none', ok: true },
    ]);
  });

  it('tests a catch-all shadow rule as if it were live, but never over a STOP', () => {
    const tests = [
      { text: 'anything', expect: 'reply' },
      { text: 'STOP', expect: 'reply' },
    ];
    const results = runRuleTests(aRule({ enabled: false, mode: 'shadow', tests }));
    expect(results).toMatchObject([
      { ok: true, sentence: 'Replied: rule "Greeting" matched.' },
      { ok: false, expected: 'reply', actual: 'none' },
    ]);
  });

  it('looks into the reply where a test says what it has to contain', () => {
    const tests = [
      { text: 'hello', expect: 'reply', expectText: 'Hello' },
      { text: 'hello', expect: 'reply', expectText: 'hello' },
    ];
    const then = [{ reply: { text: 'Hello.' } }];
    expect(runRuleTests(aRule({ tests, then }))).toMatchObject([
      { ok: true },
      { ok: false, actual: 'reply', sentence: 'The reply does not contain "hello": Hello.' },
    ]);
  });

  it('lets a test name its time', () => {
    const when = { fact: 'time.hour', op: 'gt', value: 17, timeZone: 'UTC' };
    const tests = [
      { text: 'hello', expect: 'none' },
      { text: 'hello', expect: 'reply', at: '2026-04-10T20:00:00+02:00' },
    ];
    expect(runRuleTests(aRule({ tests, when })).map(({ ok }) => ok)).toEqual([true, true]);
  });
});
