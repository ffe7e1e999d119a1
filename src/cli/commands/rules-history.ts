import { InvalidArgumentError, type Command } from 'commander';
import { asFilledText, asFiniteNumber, type JsonObject } from '../../messaging/untrusted.js';
import { objectsIn } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure, usageFailure } from '../command-failure.js';
import { differenceLine } from '../plan-lines.js';
import { onOneLine } from '../terminal-text.js';
import type { Perform } from './registration.js';

/** `heed rules diff` and `rollback`: the revisions of one rule. */
export function addRulesHistory(rules: Command, perform: Perform): void {
  rules
    .command('diff')
    .description('show what is different between two revisions of a rule; the last two unless said')
    .argument('<key>', 'the key of the rule, or its id')
    .argument('[before]', 'a revision', readRevision)
    .argument('[after]', 'another; the current one unless said', readRevision)
    .action((key: string, before: number | undefined, after: number | undefined) =>
      perform((context) => diff(key, before, after, context)),
    );
  rules
    .command('rollback')
    .description('go back to an earlier revision of a rule, by a new one that equals it')
    .argument('<key>', 'the key of the rule, or its id')
    .argument('<revision>', 'which one', readRevision)
    .requiredOption('--reason <text>', 'why; it is kept with the revision')
    .action((key: string, revision: number, { reason }: { readonly reason: string }) =>
      perform((context) => rollback(key, revision, reason, context)),
    );
}

async function diff(
  key: string,
  before: number | undefined,
  after: number | undefined,
  { api, print }: CliContext,
): Promise<ExitCode> {
  const rule = await ruleNamed(key, api);
  const later = after ?? rule.revision;
  const earlier = before ?? later - 1;
  if (earlier < 1) throw usageFailure('There is only one revision of this rule.', 'Nothing was changed yet.');
  const answer = await api.get(`${pathOf(rule)}/revisions/${earlier}/diff/${later}`);
  const items = objectsIn(answer['items']);
  print({ before: earlier, after: later, items }, () => [
    `Revision ${earlier} → ${later} of ${onOneLine(key)}:`,
    ...(items.length === 0 ? ['  no difference'] : items.map((item) => `  ${differenceLine(item)}`)),
  ]);
  return 0;
}

async function rollback(
  key: string,
  revision: number,
  reason: string,
  { api, print }: CliContext,
): Promise<ExitCode> {
  const rule = await ruleNamed(key, api);
  const body = { revision, reason, current: rule.revision };
  const answer = await api.call('POST', `${pathOf(rule)}/rollback`, body);
  print(answer, () => [
    `${onOneLine(key)} is as it was in revision ${revision}; that is revision ${String(answer['revision'])} now.`,
    'Your files still say otherwise: export again, or apply puts it back.',
  ]);
  return 0;
}

type NamedRule = { readonly id: string; readonly revision: number };

async function ruleNamed(key: string, api: CliContext['api']): Promise<NamedRule> {
  const found = (await api.list('rules')).find((rule) => rule['key'] === key || rule['id'] === key);
  const rule = found === undefined ? undefined : namedRule(found);
  if (rule !== undefined) return rule;
  throw new CommandFailure(
    `There is no rule with the key ${onOneLine(key)}.`,
    'npx heed rules export <dir> shows the keys of all.',
  );
}

function namedRule(rule: JsonObject): NamedRule | undefined {
  const [id, revision] = [asFilledText(rule['id']), asFiniteNumber(rule['revision'])];
  return id === undefined || revision === undefined ? undefined : { id, revision };
}

function pathOf({ id }: NamedRule): string {
  return `rules/${encodeURIComponent(id)}`;
}

function readRevision(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A revision is a number from 1.');
}
