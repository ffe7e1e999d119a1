import { readFileSync } from 'node:fs';
import { PROVIDER_NAMES, type ProviderName } from '../messaging/provider.js';

/** What the environment says to the `heed` command. */
export type CliEnvironment = {
  readonly url: string | undefined;
  readonly apiToken: string | undefined;
  readonly dataDir: string;
  readonly apiKeys: Readonly<Partial<Record<ProviderName, string>>>;
  /** All that are active, the newest first as they are written. */
  readonly webhookSecrets: Readonly<Partial<Record<ProviderName, readonly string[]>>>;
  readonly connectlyBusinessId: string | undefined;
  readonly isColourRefused: boolean;
};

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the few variables that the command shares with the server. It does not check the others: the command has to work beside a
 * server whose own configuration is wrong, to say so.
 */
export function readCliEnvironment(variables: Variables = process.env): CliEnvironment {
  return {
    url: filled(variables.HEED_URL),
    apiToken: secret(variables, 'HEED_API_TOKEN'),
    dataDir: filled(variables.HEED_DATA_DIR) ?? '.heed',
    apiKeys: byProvider((prefix) => secret(variables, `${prefix}_API_KEY`)),
    webhookSecrets: byProvider((prefix) => listed(secret(variables, `${prefix}_WEBHOOK_SECRET`))),
    connectlyBusinessId: filled(variables.CONNECTLY_BUSINESS_ID),
    isColourRefused: filled(variables.NO_COLOR) !== undefined,
  };
}

function byProvider<Value>(
  read: (prefix: string) => Value | undefined,
): Readonly<Partial<Record<ProviderName, Value>>> {
  const values: Partial<Record<ProviderName, Value>> = {};
  for (const provider of PROVIDER_NAMES) {
    const value = read(provider.toUpperCase());
    if (value !== undefined) values[provider] = value;
  }
  return values;
}

/** `NAME`, or the content of the file that `NAME_FILE` names. A file that cannot be read counts as absent. */
function secret(variables: Variables, name: string): string | undefined {
  const file = filled(variables[`${name}_FILE`]);
  if (file === undefined) return filled(variables[name]);
  try {
    return filled(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function listed(value: string | undefined): readonly string[] | undefined {
  const parts = (value ?? '').split(',').flatMap((part) => filled(part) ?? []);
  return parts.length === 0 ? undefined : parts;
}

function filled(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === undefined || text === '' ? undefined : text;
}
