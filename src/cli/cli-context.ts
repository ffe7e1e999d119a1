import type { ProviderName } from '../messaging/provider.js';
import { readLocalState, type LocalState } from '../platform/config/local-state.js';
import { ApiClient } from './api-client.js';
import type { CliIo } from './cli-io.js';
import { usageFailure } from './command-failure.js';
import { painter, type Paint } from './terminal-text.js';

/** Options that every command takes. */
export type GlobalOptions = { readonly json?: true; readonly url?: string };

/** What a command works with. */
export type CliContext = {
  readonly io: CliIo;
  readonly isJson: boolean;
  readonly api: ApiClient;
  readonly paint: Paint;
  readonly localState: LocalState | undefined;
  /** The secret with which webhooks of this provider are signed, where one is known. */
  readonly webhookSecret: (provider: ProviderName) => string | undefined;
  /** Writes the JSON with --json, the lines for people otherwise. */
  readonly print: (json: unknown, lines: () => readonly string[]) => void;
};

const DEFAULT_URL = 'http://127.0.0.1:3000';

/** Finds the server and the secrets: what is said wins over the environment, and that over what a local Heed has written down. */
export async function openContext(io: CliIo, options: GlobalOptions): Promise<CliContext> {
  const { environment } = io;
  const localState = await readLocalState(environment.dataDir);
  const url = webAddress(options.url ?? environment.url ?? localState?.url ?? DEFAULT_URL);
  const isJson = options.json === true;
  return {
    io,
    isJson,
    api: new ApiClient(url, environment.apiToken ?? localState?.apiToken, io.signal),
    paint: painter(io.isColourful),
    localState,
    webhookSecret: (provider) =>
      environment.webhookSecrets[provider]?.[0] ?? localState?.demoAccounts[provider].webhookSecret,
    print: (json, lines) => io.out(isJson ? JSON.stringify(json) : lines().join('\n')),
  };
}

/** Without a user name or password in it, because addresses are printed. */
function webAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw usageFailure('The address of Heed is no web address.', 'Write it like http://127.0.0.1:3000.');
  }
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}
