import { Option } from 'commander';
import { ROLES, type Role } from '../../access/role.js';
import { asFilledText, type JsonObject } from '../../messaging/untrusted.js';
import { itemsOf } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure } from '../command-failure.js';
import { inColumns, onOneLine } from '../terminal-text.js';
import type { Registration } from './registration.js';

type Added = { readonly email: string; readonly role: Role };
type Named = { readonly email: string };

const PAGE_SIZE = 200;

export const registerUsers: Registration = (program, perform) => {
  const users = program.command('users').description('manage who may sign in');
  users
    .command('add')
    .description('invite somebody: prints the link with which they set their password')
    .requiredOption('--email <address>', 'with which they will sign in')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .action((options: Added) => perform((context) => add(options, context)));
  users
    .command('list')
    .description('show who may sign in')
    .action(() => perform(list));
  users
    .command('reset')
    .description('print a new link with which somebody sets their password, and let them try again at once')
    .requiredOption('--email <address>', 'whose')
    .action((options: Named) => perform((context) => reset(options, context)));
};

async function add({ email, role }: Added, context: CliContext): Promise<ExitCode> {
  showLink(await context.api.call('POST', 'users', { email, role }), context);
  return 0;
}

async function list({ api, print }: CliContext): Promise<ExitCode> {
  const users = await allUsers(api);
  print({ items: users }, () => {
    if (users.length === 0)
      return ['Nobody yet. Add the first: npx heed users add --email … --role administrator'];
    return inColumns(users.map(({ email, role, state }) => [email, role, state].map(shown)));
  });
  return 0;
}

async function reset({ email }: Named, context: CliContext): Promise<ExitCode> {
  const { api } = context;
  const wanted = email.trim().toLowerCase();
  const id = asFilledText((await allUsers(api)).find((user) => user.email === wanted)?.id);
  if (id === undefined) {
    throw new CommandFailure(
      'There is no user with this e-mail address.',
      'npx heed users list shows them all.',
    );
  }
  const path = `users/${encodeURIComponent(id)}`;
  await api.call('POST', `${path}/unlock`);
  showLink(await api.call('POST', `${path}/link`), context);
  return 0;
}

async function allUsers(api: CliContext['api']): Promise<readonly JsonObject[]> {
  const users: JsonObject[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get(`users?limit=${PAGE_SIZE}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    users.push(...itemsOf(page));
    cursor = asFilledText(page.nextCursor);
  } while (cursor !== undefined);
  return users;
}

/** The link is a secret that is meant for this terminal: nobody can show it again. */
function showLink(answer: JsonObject, { print }: CliContext): void {
  print(answer, () => [
    shown(answer.link),
    `Give it to them alone. It works once, until ${shown(answer.expiresAt)}.`,
  ]);
}

function shown(value: unknown): string {
  return onOneLine(asFilledText(value) ?? '');
}
