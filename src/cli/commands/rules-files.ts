import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parseConsentSettings } from '../../consent/settings/parse-consent-settings.js';
import { vocabularyOf } from '../../consent/settings/tenant-vocabulary.js';
import { asArray, asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { NO_TENANT_WORDS, type ConsentVocabulary } from '../../rules/compliance/classification.js';
import { bundleJsonOf } from '../../rules-as-code/bundle.js';
import { SCHEMA_FILE, writeDirectory, type Directory } from '../../rules-as-code/bundle-files.js';
import { runBundleTests, type BundleTestResult } from '../../rules-as-code/bundle-tests.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure, usageFailure } from '../command-failure.js';
import { findingLine, hasFailed, openDirectory, yamlFilesIn } from '../rule-directory.js';
import { onOneLine, type Paint } from '../terminal-text.js';
import { settingsIn } from './consent-settings.js';
import type { Perform } from './registration.js';
import { testOnServer } from './rules-server-tests.js';

type TestOptions = { readonly server?: true; readonly settings?: string };

/** `heed rules lint`, `test` and `export`: what is done with the files themselves. */
export function addRulesFiles(rules: Command, perform: Perform): void {
  rules
    .command('lint')
    .description('check the files of a directory, without a server')
    .argument('<dir>', 'where the YAML files are')
    .action((dir: string) => perform((context) => lint(dir, context)));
  rules
    .command('test')
    .description('run the tests beside each rule with all the rules in their order, without a server')
    .argument('<dir>', 'where the YAML files are')
    .option('--server', 'run the tests of the rules that are on the server instead')
    .option(
      '--settings <file>',
      'with the opt-out words and categories of this file: what heed consent settings --json writes',
    )
    .action((dir: string, { server, settings }: TestOptions) =>
      perform((context) => (server === true ? testOnServer(context) : test(dir, settings, context))),
    );
  rules
    .command('export')
    .description('write what is on the server into a directory')
    .argument('<dir>', 'where the YAML files shall be; it is made')
    .action((dir: string) => perform((context) => exportRules(dir, context)));
}

async function lint(dir: string, { print, paint }: CliContext): Promise<ExitCode> {
  const { bundle, findings } = await openDirectory(dir);
  print({ findings }, () => [
    ...findings.map((finding) => findingLine(finding, paint)),
    ...(hasFailed(findings) ? [] : [`In order: ${bundle.rules.length} rules and what they name.`]),
  ]);
  return hasFailed(findings) ? 1 : 0;
}

async function test(
  dir: string,
  settingsFile: string | undefined,
  { print, paint }: CliContext,
): Promise<ExitCode> {
  const directory = await openDirectory(dir);
  if (hasFailed(directory.findings)) {
    print({ findings: directory.findings, results: [] }, () =>
      directory.findings.map((finding) => findingLine(finding, paint)),
    );
    return 1;
  }
  const results = runBundleTests(directory.bundle, await vocabularyIn(settingsFile));
  const failed = results.filter(({ ok }) => !ok);
  print({ findings: directory.findings, results }, () => [
    ...failed.flatMap((result) => failureLines(result, directory, paint)),
    `${results.length - failed.length} of ${results.length} tests passed.`,
  ]);
  return failed.length === 0 ? 0 : 1;
}

/** Without a file there are the built-in words only. */
async function vocabularyIn(file: string | undefined): Promise<ConsentVocabulary> {
  if (file === undefined) return NO_TENANT_WORDS;
  const { settings, problems } = parseConsentSettings(settingsIn(await jsonIn(file)));
  const [problem] = problems;
  if (problem === undefined) return vocabularyOf(settings);
  throw usageFailure(
    `${onOneLine(file)}: ${onOneLine(problem.pointer)}: ${onOneLine(problem.message)}`,
    WRITE_SETTINGS,
  );
}

async function jsonIn(file: string): Promise<JsonObject> {
  try {
    const json = asObject(JSON.parse(await readFile(file, 'utf8')));
    if (json !== undefined) return json;
  } catch {
    // Told below: it makes no difference whether it is missing or not JSON.
  }
  throw usageFailure(`${onOneLine(file)} cannot be read as JSON.`, WRITE_SETTINGS);
}

const WRITE_SETTINGS = 'npx heed consent settings --json > settings.json writes those of the server.';

function failureLines(result: BundleTestResult, { locate }: Directory, paint: Paint): readonly string[] {
  const { file, line, column } = locate(result.pointer);
  const told = `"${onOneLine(result.text, 200)}" expects ${result.expected === 'reply' ? 'a reply' : 'no reply'}`;
  return [
    `${onOneLine(file)}:${line}:${column}: ${paint('red', 'fail')} ${onOneLine(result.rule)}: ${told}.`,
    `  ${onOneLine(result.sentence)}`,
  ];
}

async function exportRules(dir: string, { api, print }: CliContext): Promise<ExitCode> {
  const bundle = bundleJsonOf(await api.get('rules/export'));
  const files = writeDirectory(bundle);
  await mkdir(dir, { recursive: true });
  const written = new Set(['rules.yaml', 'schedules.yaml', 'templates.yaml', 'flows.yaml']);
  const others = (await yamlFilesIn(dir)).filter((name) => !written.has(name));
  if (others.length > 0) {
    throw new CommandFailure(
      `There are other YAML files in ${onOneLine(dir)}: ${others.map((name) => onOneLine(name)).join(', ')}. Their rules would be there twice.`,
      'Export into an empty directory, and move what you want to keep.',
    );
  }
  for (const { name, text } of files) await writeFile(join(dir, name), text);
  const schema = await api.get('rules/file-schema');
  await writeFile(join(dir, SCHEMA_FILE), `${JSON.stringify(schema, null, 2)}\n`);
  const count = asArray(bundle.rules)?.length ?? 0;
  const version = asFilledText(bundle['version']) ?? '';
  print({ version, files: files.map(({ name }) => name), rules: count }, () => [
    `${count} rules, and what they name, are in ${onOneLine(dir)}: ${files.map(({ name }) => name).join(', ')}.`,
  ]);
  return 0;
}
