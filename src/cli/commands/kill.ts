import type { JsonObject } from '../../messaging/untrusted.js';
import { asFilledText } from '../../messaging/untrusted.js';
import { itemsOf } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure, usageFailure } from '../command-failure.js';
import { onOneLine } from '../terminal-text.js';
import type { Registration } from './registration.js';

type ScopeOptions = { readonly connection?: string; readonly group?: string };

export const registerKill: Registration = (program, perform) => {
  const kill = program
    .command('kill')
    .description('switch the replies of rules off and on; STOP is honoured all the same');
  kill
    .command('on')
    .description('switch off now, and suppress what is queued')
    .option('--connection <provider/name>', 'only this connection')
    .option('--group <name>', 'only the rules of this group')
    .option('--reason <text>', 'why; everybody sees it', 'Switched off by the heed command')
    .action((options: ScopeOptions & { readonly reason: string }) =>
      perform((context) => switchOff(options, context)),
    );
  kill
    .command('off')
    .description('let rules answer again')
    .option('--connection <provider/name>', 'only this connection')
    .option('--group <name>', 'only the rules of this group')
    .action((options: ScopeOptions) => perform((context) => switchOn(options, context)));
  kill
    .command('status')
    .description('say what is switched off, by whom and why')
    .action(() => perform(status));
};

async function switchOff(
  { reason, ...options }: ScopeOptions & { readonly reason: string },
  { api, print }: CliContext,
): Promise<ExitCode> {
  const scope = await scopeOf(options, api);
  const answer = await api.call('PUT', `kill-switches/${encodeURIComponent(scope)}`, { reason });
  print(answer, () => [
    `Switched off: ${scope}. ${String(answer['suppressed'])} queued replies were suppressed.`,
    'People are still answered by people, and STOP is confirmed.',
  ]);
  return 0;
}

async function switchOn(options: ScopeOptions, { api, print }: CliContext): Promise<ExitCode> {
  const scope = await scopeOf(options, api);
  await api.call('DELETE', `kill-switches/${encodeURIComponent(scope)}`);
  print({ scope, switchedOn: true }, () => [`Switched on: ${scope}.`]);
  return 0;
}

/** Something that is off is a finding, so that a script notices. */
async function status({ api, print }: CliContext): Promise<ExitCode> {
  const answer = await api.get('kill-switches');
  const switches = itemsOf(answer);
  print(answer, () =>
    switches.length === 0 ? ['Nothing is switched off.'] : switches.map((each) => line(each)),
  );
  return switches.length === 0 ? 0 : 1;
}

function line(each: JsonObject): string {
  const text = (field: string) => onOneLine(asFilledText(each[field]) ?? '?');
  return `${text('scope')} is off since ${text('since')}, by ${text('actor')}: ${text('reason')}`;
}

async function scopeOf({ connection, group }: ScopeOptions, api: CliContext['api']): Promise<string> {
  if (connection !== undefined && group !== undefined) {
    throw usageFailure('A switch is for a connection or for a group.', 'Leave one of the two out.');
  }
  if (group !== undefined) return `group:${group}`;
  if (connection === undefined) return 'all';
  const connections = await api.list('connections');
  const found = connections.find(
    ({ provider, name, id }) =>
      `${asFilledText(provider)}/${asFilledText(name)}` === connection || id === connection,
  );
  const id = asFilledText(found?.['id']);
  if (id === undefined) {
    throw new CommandFailure(
      `There is no connection ${onOneLine(connection)}.`,
      'Write it as provider/name.',
    );
  }
  return `connection:${id}`;
}
