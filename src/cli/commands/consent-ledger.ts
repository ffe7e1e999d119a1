import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { objectsIn } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { usageFailure } from '../command-failure.js';
import { inColumns, onOneLine, plainFields } from '../terminal-text.js';
import type { Perform } from './registration.js';

type ImportOptions = {
  readonly dryRun?: true;
  readonly format?: string;
  readonly source?: string;
  readonly reason: string;
};

/** Some millions of entries are read. */
const PATIENCE_MS = 10 * 60_000;

/** `heed consent verify|export|import`, below the command `consent`. */
export function addLedger(consent: Command, perform: Perform): void {
  consent
    .command('verify')
    .description('prove that no entry of the ledger was changed; exit code 1 when one was')
    .action(() => perform(verify));
  consent
    .command('export')
    .description('write the suppression list (csv) or the ledger with its hashes (jsonl)')
    .addOption(new Option('--format <format>').choices(['csv', 'jsonl']).default('csv'))
    .action(({ format }: { format: string }) => perform((context) => download(format, context)));
  consent
    .command('import')
    .description('take over opt-outs from a list; nothing is ever lifted by it')
    .argument('<file>', 'columns address, state, at, reason')
    .option('--dry-run', 'say what would be done')
    .addOption(new Option('--format <format>', 'by default as the file is called').choices(['csv', 'jsonl']))
    .option('--source <name>', 'where the list comes from; by default the name of the file')
    .option('--reason <sentence>', 'kept in the ledger for good', 'Imported with the heed command.')
    .action((file: string, options: ImportOptions) => perform((context) => upload(file, options, context)));
}

async function verify({ api, paint, print }: CliContext): Promise<ExitCode> {
  const report = await api.call('GET', 'consent/verify', undefined, PATIENCE_MS);
  const isIntact = report.isIntact === true;
  print(report, () => [
    isIntact
      ? paint('green', 'The ledger is intact.')
      : paint('red', 'The ledger was tampered with, or is damaged.'),
    ...inColumns(plainFields(report).filter(([name]) => name !== 'isIntact')),
    ...objectsIn(report.findings).map(findingLine),
  ]);
  return isIntact ? 0 : 1;
}

function findingLine({ kind, position, detail }: JsonObject): string {
  const where = typeof position === 'number' ? ` at position ${position}` : '';
  return onOneLine(`- ${asFilledText(kind) ?? ''}${where}: ${asFilledText(detail) ?? ''}`);
}

/** Writes whole lines as they come, so that a large ledger never stands in memory. */
async function download(format: string, { api, io }: CliContext): Promise<ExitCode> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of await api.download(`consent/export?format=${format}`, PATIENCE_MS)) {
    rest += decoder.decode(bytes, { stream: true });
    const end = rest.lastIndexOf('\n');
    if (end < 0) continue;
    io.out(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  return 0;
}

async function upload(file: string, options: ImportOptions, { api, print }: CliContext): Promise<ExitCode> {
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined)
    throw usageFailure('The file cannot be read.', 'Give the path of a list in CSV or JSON Lines.');
  const {
    dryRun = false,
    format = file.endsWith('.jsonl') ? 'jsonl' : 'csv',
    source = basename(file),
    reason,
  } = options;
  const result = await api.call(
    'POST',
    'consent/import',
    { format, content, dryRun, source, reason },
    PATIENCE_MS,
  );
  print(result, () => [
    dryRun ? 'Nothing was changed. An import would do this:' : 'Imported.',
    ...inColumns([...plainFields(asObject(result.recorded) ?? {}), ...plainFields(result)]),
  ]);
  return 0;
}
