import { once } from 'node:events';
import { InvalidArgumentError } from 'commander';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import { SAMPLE_ADDRESSES } from '../../sandbox/sample-addresses.js';
import type { SandboxAccount } from '../../sandbox/sandbox-account.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure } from '../command-failure.js';
import type { Registration } from './registration.js';

type Options = { readonly port: number };

const DEFAULT_PORT = 3900;

/** Used where nothing else is known, and printed, so that Heed can be started with the same. */
const SAMPLE_API_KEY = 'sandbox-api-key';
const SAMPLE_WEBHOOK_SECRET = 'sandbox-webhook-secret';

export const registerSandbox: Registration = (program, perform) => {
  program
    .command('sandbox')
    .description('play the three providers on this machine; Ctrl+C ends it')
    .option('--port <port>', 'where to listen', readPort, DEFAULT_PORT)
    .action((options: Options) => perform((context) => sandbox(options, context)));
};

async function sandbox({ port }: Options, context: CliContext): Promise<ExitCode> {
  const { io, print } = context;
  const running = await start(port, context);
  print({ url: running.url }, () => [
    `The sandbox plays the providers at ${running.url}. Start Heed with:`,
    ...PROVIDER_NAMES.flatMap((provider) => variablesFor(provider, running.url, context)),
    '',
    'A customer writes:',
    `  curl -H 'content-type: application/json' ${running.url}/inbound \\`,
    `    -d '{"provider":"integify","channel":"sms","from":"${SAMPLE_ADDRESSES.integify.customer}","text":"hello"}'`,
    `What was sent: ${running.url}/ledger`,
  ]);
  if (!io.signal.aborted) await once(io.signal, 'abort');
  await running.stop();
  return 0;
}

async function start(port: number, context: CliContext): Promise<Sandbox> {
  const accounts = PROVIDER_NAMES.map((provider) => accountOf(provider, context));
  const log = (line: string): void => {
    if (!context.isJson) context.io.out(line);
  };
  try {
    return await startSandbox({ port, accounts, log });
  } catch {
    throw new CommandFailure(`Port ${port} cannot be listened on.`, 'Choose another one with --port.');
  }
}

function accountOf(provider: ProviderName, context: CliContext): SandboxAccount {
  const { api, io, localState } = context;
  const { apiKeys, connectlyBusinessId } = io.environment;
  return {
    provider,
    apiKey: apiKeys[provider] ?? localState?.demoAccounts[provider].apiKey ?? SAMPLE_API_KEY,
    webhookSecret: context.webhookSecret(provider) ?? SAMPLE_WEBHOOK_SECRET,
    webhookUrl: `${api.url}/webhooks/${provider}`,
    ownAddress: SAMPLE_ADDRESSES[provider].own,
    ...(provider === 'connectly' && connectlyBusinessId !== undefined && { businessId: connectlyBusinessId }),
  };
}

/** Keys that came from elsewhere are not printed: whoever runs this has them. */
function variablesFor(provider: ProviderName, url: string, context: CliContext): readonly string[] {
  const prefix = provider.toUpperCase();
  const { apiKeys, connectlyBusinessId } = context.io.environment;
  const isKeyKnown = apiKeys[provider] !== undefined || context.localState !== undefined;
  const isSecretKnown = context.webhookSecret(provider) !== undefined;
  return [
    `  ${prefix}_BASE_URL=${url}/${provider}`,
    ...(isKeyKnown ? [] : [`  ${prefix}_API_KEY=${SAMPLE_API_KEY}`]),
    ...(isSecretKnown ? [] : [`  ${prefix}_WEBHOOK_SECRET=${SAMPLE_WEBHOOK_SECRET}`]),
    ...(provider === 'connectly' && connectlyBusinessId === undefined
      ? ['  CONNECTLY_BUSINESS_ID=sandbox']
      : []),
  ];
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('It has to be a port number.');
}
