import { asArray, asFilledText, type JsonObject } from '../../messaging/untrusted.js';
import { itemsOf } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { onOneLine } from '../terminal-text.js';

/** Runs the tests of every rule on the server, each rule by itself, as the page does. */
export async function testOnServer({ api, print, paint }: CliContext): Promise<ExitCode> {
  const rules = await api.list('rules');
  const results: JsonObject[] = [];
  for (const { id, key, name } of rules.filter(({ tests }) => asArray(tests)?.length !== 0)) {
    for (const result of itemsOf(await api.get(`rules/${encodeURIComponent(String(id))}/tests`))) {
      results.push({ key, rule: name, ...result });
    }
  }
  const failed = results.filter(({ ok }) => ok !== true);
  print({ results }, () => [
    ...failed.flatMap(({ rule, text, expected, sentence }) => [
      `${paint('red', 'fail')} ${shown(rule)}: "${shown(text)}" expects ${expected === 'reply' ? 'a reply' : 'no reply'}.`,
      `  ${shown(sentence)}`,
    ]),
    `${results.length - failed.length} of ${results.length} tests passed.`,
  ]);
  return failed.length === 0 ? 0 : 1;
}

function shown(value: unknown): string {
  return onOneLine(asFilledText(value) ?? '', 200);
}
