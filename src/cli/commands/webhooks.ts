import { asFilledText, type JsonObject } from '../../messaging/untrusted.js';
import { itemsOf } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure } from '../command-failure.js';
import { inColumns, onOneLine } from '../terminal-text.js';
import type { Perform, Registration } from './registration.js';
import type { Command } from 'commander';

type Options = { readonly connection?: string };

/** Connectly is the one provider that lets webhooks be registered through its API. */
const PROVIDER = 'connectly';

export const registerWebhooks: Registration = (program, perform) => {
  const webhooks = program.command('webhooks').description('manage the webhooks that Connectly calls');
  subcommand(webhooks, 'list', 'show what is registered').action((options: Options) =>
    perform((context) => list(options, context)),
  );
  subcommand(webhooks, 'register', 'register this Heed for every topic').action((options: Options) =>
    perform((context) => register(options, context)),
  );
  subcommand(webhooks, 'update', 'change the address of one registration')
    .argument('<webhookId>')
    .argument('<address>')
    .action(updateAction(perform));
  subcommand(webhooks, 'remove', 'remove one registration')
    .argument('<webhookId>')
    .action((webhookId: string, options: Options) =>
      perform((context) => remove(webhookId, options, context)),
    );
};

function subcommand(webhooks: Command, name: string, description: string): Command {
  return webhooks
    .command(name)
    .description(description)
    .option('--connection <name>', 'name or id of the Connectly connection, when there are several');
}

function updateAction(perform: Perform) {
  return (webhookId: string, address: string, options: Options): Promise<void> =>
    perform((context) => update(webhookId, address, options, context));
}

async function list(options: Options, context: CliContext): Promise<ExitCode> {
  const id = await connectionId(options, context);
  showList(await context.api.get(`connections/${id}/webhooks`), context);
  return 0;
}

async function register(options: Options, context: CliContext): Promise<ExitCode> {
  const id = await connectionId(options, context);
  showList(await context.api.call('POST', `connections/${id}/register-webhooks`, {}), context);
  return 0;
}

async function update(
  webhookId: string,
  address: string,
  options: Options,
  context: CliContext,
): Promise<ExitCode> {
  const id = await connectionId(options, context);
  const path = `connections/${id}/webhooks/${encodeURIComponent(webhookId)}`;
  const answer = await context.api.call('PUT', path, { address });
  context.print(answer, () => ['Changed.']);
  return 0;
}

async function remove(webhookId: string, options: Options, context: CliContext): Promise<ExitCode> {
  const id = await connectionId(options, context);
  const path = `connections/${id}/webhooks/${encodeURIComponent(webhookId)}`;
  const answer = await context.api.call('DELETE', path);
  context.print(answer, () => ['Removed. Connectly no longer calls Heed for that topic.']);
  return 0;
}

async function connectionId({ connection }: Options, { api }: CliContext): Promise<string> {
  const all = (await api.list('connections')).filter(({ provider }) => provider === PROVIDER);
  const wanted =
    connection === undefined ? all : all.filter(({ id, name }) => id === connection || name === connection);
  const [first, second] = wanted;
  const id = asFilledText(first?.id);
  if (id === undefined) {
    const names = all.flatMap(({ name }) => asFilledText(name) ?? []).map((name) => onOneLine(name));
    throw new CommandFailure(
      'There is no such Connectly connection.',
      names.length === 0
        ? 'Set CONNECTLY_API_KEY, CONNECTLY_BUSINESS_ID and CONNECTLY_WEBHOOK_SECRET, or make one on the page.'
        : `There is: ${names.join(', ')}.`,
    );
  }
  if (second !== undefined) {
    throw new CommandFailure('There are several Connectly connections.', 'Choose one with --connection.');
  }
  return encodeURIComponent(id);
}

function showList(answer: JsonObject, { print }: CliContext): void {
  print(answer, () => {
    const rows = itemsOf(answer).map(({ id, topic, address }) =>
      [id, topic, address].map((field) => onOneLine(asFilledText(field) ?? '')),
    );
    return rows.length === 0
      ? ['Nothing is registered. Register this Heed: npx heed webhooks register']
      : inColumns(rows);
  });
}
