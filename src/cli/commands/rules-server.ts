import { InvalidArgumentError, type Command } from 'commander';
import { asFilledText, type JsonObject } from '../../messaging/untrusted.js';
import { BUNDLE_LIMIT_BYTES } from '../../rules-as-code/bundle.js';
import { foundAt, type Directory } from '../../rules-as-code/bundle-files.js';
import { objectsIn, Refusal } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure, usageFailure } from '../command-failure.js';
import { planLines } from '../plan-lines.js';
import { findingLine, hasFailed, openDirectory } from '../rule-directory.js';
import { onOneLine, type Paint } from '../terminal-text.js';
import type { Perform } from './registration.js';

/** Computing what a plan would have done takes a while. */
const PLAN_TIMEOUT_MS = 120_000;

type PlanOptions = { readonly prune?: true };

type ApplyOptions = PlanOptions & {
  readonly reason?: string;
  readonly force?: true;
  readonly yes?: true;
  readonly dryRun: Readonly<Record<string, string>>;
};

/** `heed rules plan` and `apply`: files against what is on the server. */
export function addRulesServer(rules: Command, perform: Perform): void {
  rules
    .command('plan')
    .description('show what applying the files would change, and what that would have done')
    .argument('<dir>', 'where the YAML files are')
    .option('--prune', 'take out what is on the server and in no file')
    .action((dir: string, options: PlanOptions) => perform((context) => plan(dir, options, context)));
  rules
    .command('apply')
    .description('make the server what the files say: everything or nothing')
    .argument('<dir>', 'where the YAML files are')
    .option('--prune', 'take out what is on the server and in no file')
    .option('--reason <text>', 'why; it is kept with every revision')
    .option('--force', 'undo what others changed on the server since')
    .option('--dry-run <key=id>', 'the dry run of a rule that must have one; can be repeated', readDryRun, {})
    .option('--yes', 'do it; without this, the plan is shown and nothing is changed')
    .action((dir: string, options: ApplyOptions) => perform((context) => apply(dir, options, context)));
}

async function plan(dir: string, options: PlanOptions, context: CliContext): Promise<ExitCode> {
  const directory = await openSound(dir, context);
  if (directory === undefined) return 1;
  const answer = await planFor(directory, options, context);
  context.print(answer, () => planLines(answer, directory, context.paint));
  return isRefused(answer, false) ? 1 : 0;
}

async function apply(dir: string, options: ApplyOptions, context: CliContext): Promise<ExitCode> {
  const { paint, print } = context;
  const directory = await openSound(dir, context);
  if (directory === undefined) return 1;
  const answer = await planFor(directory, options, context);
  const lines = planLines(answer, directory, paint);
  if (isRefused(answer, options.force === true)) {
    print({ applied: false, plan: answer }, () => [...lines, '', 'Nothing was changed.']);
    return 1;
  }
  if (options.yes !== true) {
    if (context.isJson) throw usageFailure('With --json nobody is asked.', 'Say --yes to apply.');
    print({}, () => [...lines, '', 'Nothing was changed. Say --yes to apply this.']);
    return 0;
  }
  const applied = await send('apply', directory, context, {
    expectedVersion: answer['version'],
    prune: options.prune === true,
    force: options.force === true,
    dryRuns: options.dryRun,
    ...(options.reason !== undefined && { reason: options.reason }),
  });
  print({ applied: true, plan: applied }, () => [...lines, '', paint('green', 'Applied.')]);
  return 0;
}

/** What is wrong with the files themselves is told before the server is asked. */
async function openSound(dir: string, { print, paint }: CliContext): Promise<Directory | undefined> {
  const directory = await openDirectory(dir);
  const { findings } = directory;
  // What the files name may be on the server only, so the server has the last word about references.
  if (!hasFailed(findings) || directory.isReadable) return directory;
  print({ findings }, () => findings.map((finding) => findingLine(finding, paint)));
  return undefined;
}

async function planFor(
  directory: Directory,
  { prune }: PlanOptions,
  context: CliContext,
): Promise<JsonObject> {
  return send('plan', directory, context, { prune: prune === true });
}

async function send(
  what: 'plan' | 'apply',
  directory: Directory,
  { api, paint }: CliContext,
  options: JsonObject,
): Promise<JsonObject> {
  const body = { bundle: directory.json, ...options };
  // A server that refuses a body while it is being sent may be heard by nobody.
  if (Buffer.byteLength(JSON.stringify(body)) > BUNDLE_LIMIT_BYTES) {
    throw new CommandFailure(
      `These files are larger than ${BUNDLE_LIMIT_BYTES / 1024 ** 2} MiB, the most that Heed takes at once.`,
      'Spread them over several directories, and apply each of them without --prune.',
    );
  }
  try {
    return await api.call('POST', `rules/${what}`, body, PLAN_TIMEOUT_MS);
  } catch (error) {
    throw error instanceof Refusal ? inFiles(error, directory, paint) : error;
  }
}

/** What is wrong with the bundle is told where it stands in the files. */
function inFiles({ sentence, errors, hint }: Refusal, { locate }: Directory, paint: Paint): CommandFailure {
  const lines = objectsIn(errors).map(({ pointer, detail }) => {
    const message = asFilledText(detail) ?? '';
    const [, inBundle] = /^\/bundle(\/.*)$/.exec(asFilledText(pointer) ?? '') ?? [];
    return inBundle === undefined
      ? `- ${onOneLine(message)}`
      : findingLine(foundAt({ pointer: inBundle, message }, 'fail', locate), paint);
  });
  return new CommandFailure([sentence, ...lines].join('\n'), hint);
}

function isRefused(plan: JsonObject, isForced: boolean): boolean {
  const hasProblems = objectsIn(plan['problems']).length > 0;
  return (
    asFilledText(plan['version']) === undefined ||
    hasProblems ||
    (!isForced && objectsIn(plan['drift']).length > 0)
  );
}

function readDryRun(
  text: string,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, key, id] = /^([a-z0-9-]+)=([0-9a-f-]{36})$/i.exec(text) ?? [];
  if (key === undefined || id === undefined) throw new InvalidArgumentError('Write it as key=id.');
  return { ...others, [key]: id };
}
