import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import { asFilledText, asObject } from '../../messaging/untrusted.js';

const FILE = 'local.json';

/** Keys of the demo accounts: the sandbox and the `heed` command sign and check with them. */
export type DemoAccount = { readonly apiKey: string; readonly webhookSecret: string };

/**
 * What an installation without an environment made up for itself, kept in the data directory, readable by its owner only:
 * the encryption secret, the administrator's token, the keys of the demo accounts, and where it listens.
 * The `heed` command reads it, so that it works beside a running server without being told anything.
 */
export type LocalState = {
  readonly secret: string;
  readonly apiToken: string;
  readonly demoAccounts: Readonly<Record<ProviderName, DemoAccount>>;
  readonly url?: string;
  readonly sandboxUrl?: string;
};

/** Reads the state; what is missing or unreadable in it is made anew and written. */
export async function openLocalState(dataDir: string): Promise<LocalState> {
  const found = await readLocalState(dataDir);
  if (found !== undefined) return found;
  const demoAccounts = {
    contiguity: newDemoAccount(),
    integify: newDemoAccount(),
    connectly: newDemoAccount(),
  };
  const state = { secret: newKey(), apiToken: newKey(), demoAccounts };
  await writeLocalState(dataDir, state);
  return state;
}

/** Gives `undefined` when there is none, or when the file is not ours. */
export async function readLocalState(dataDir: string): Promise<LocalState | undefined> {
  try {
    return parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

export async function writeLocalState(dataDir: string, state: LocalState): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

function parse(json: unknown): LocalState | undefined {
  const fields = asObject(json);
  const secret = asFilledText(fields?.['secret']);
  const apiToken = asFilledText(fields?.['apiToken']);
  const accounts = asObject(fields?.['demoAccounts']);
  if (secret === undefined || apiToken === undefined || accounts === undefined) return undefined;
  const parsed = PROVIDER_NAMES.map((name) => demoAccount(accounts[name]));
  const [contiguity, integify, connectly] = parsed;
  if (contiguity === undefined || integify === undefined || connectly === undefined) return undefined;
  const url = asFilledText(fields?.['url']);
  const sandboxUrl = asFilledText(fields?.['sandboxUrl']);
  return {
    secret,
    apiToken,
    demoAccounts: { contiguity, integify, connectly },
    ...(url !== undefined && { url }),
    ...(sandboxUrl !== undefined && { sandboxUrl }),
  };
}

function demoAccount(value: unknown): DemoAccount | undefined {
  const fields = asObject(value);
  const apiKey = asFilledText(fields?.['apiKey']);
  const webhookSecret = asFilledText(fields?.['webhookSecret']);
  return apiKey === undefined || webhookSecret === undefined ? undefined : { apiKey, webhookSecret };
}

function newDemoAccount(): DemoAccount {
  return { apiKey: `demo_${newKey()}`, webhookSecret: `whsec_${newKey()}` };
}

function newKey(): string {
  return randomBytes(24).toString('hex');
}
