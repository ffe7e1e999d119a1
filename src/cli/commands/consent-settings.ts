import type { Command } from 'commander';
import { asArray, asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { objectsIn } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { inColumns, onOneLine, plainFields } from '../terminal-text.js';
import type { Perform } from './registration.js';

const KEYWORD_NAMES = [
  ['optOut', 'opt-out'],
  ['optIn', 'opt-in'],
  ['help', 'help'],
] as const;

/** `heed consent settings`, below the command `consent`. */
export function addSettings(consent: Command, perform: Perform): void {
  consent
    .command('settings')
    .description('show keywords, message categories and how long words are kept; change them with the API')
    .action(() => perform(settings));
}

/** The settings themselves in an answer that says besides who made them, and when. */
export function settingsIn({ keywords, categories, retention }: JsonObject): JsonObject {
  return { keywords, categories, retention };
}

async function settings({ api, print }: CliContext): Promise<ExitCode> {
  const answer = await api.get('consent/settings');
  print(answer, () => {
    const keywords = asObject(answer.keywords) ?? {};
    const retention = Object.entries(asObject(answer.retention) ?? {});
    return [
      ...inColumns(plainFields(answer)),
      '',
      'Keywords besides the built-in ones:',
      ...inColumns(KEYWORD_NAMES.map(([member, name]) => [`  ${name}`, wordsIn(keywords[member]) || 'none'])),
      '',
      'Categories that a contact can leave:',
      ...categoryLines(objectsIn(answer.categories)),
      '',
      'Kept for:',
      ...(retention.length === 0
        ? ['  everything for ever']
        : inColumns(
            retention.map(([name, days]) => [`  ${onOneLine(name)}`, `${onOneLine(String(days))} days`]),
          )),
    ];
  });
  return 0;
}

function categoryLines(categories: readonly JsonObject[]): readonly string[] {
  if (categories.length === 0) return ['  none'];
  return inColumns(
    categories.map(({ key, name, keywords }) => [
      `  ${onOneLine(asFilledText(key) ?? '?')}`,
      onOneLine(asFilledText(name) ?? '?'),
      `STOP ${wordsIn(keywords)}`,
    ]),
  );
}

function wordsIn(list: unknown): string {
  return (asArray(list) ?? []).map((word) => onOneLine(asFilledText(word) ?? '?')).join(', ');
}
