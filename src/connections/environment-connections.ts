import { PROVIDER_NAMES, type AccountSettings, type ProviderName } from '../messaging/provider.js';
import { newId } from '../platform/ids/new-id.js';
import type { AppConfig, ProviderConfig } from '../platform/config/app-config.js';
import type { SealedBox } from '../platform/security/sealed-box.js';
import { providerNamed } from '../providers/registry.js';
import { readAccountSettings } from './account-settings.js';
import { DEFAULT_CONNECTION } from './connection-registry.js';
import type { ConnectionOrigin } from './connection.js';
import type { ConnectionRepository, ConnectionRow } from './connection.repository.js';
import { openSecrets, sealSecrets, type ConnectionSecrets } from './connection-secrets.js';

/** What a connection named `default` has to be like. */
export type WantedConnection = {
  readonly provider: ProviderName;
  readonly origin: Extract<ConnectionOrigin, 'environment' | 'demo'>;
  readonly baseUrl: string;
  readonly settings: AccountSettings;
  readonly secrets: ConnectionSecrets;
};

/** The connections that the environment describes. */
export function environmentConnections(providers: AppConfig['providers']): WantedConnection[] {
  return PROVIDER_NAMES.flatMap((name) => {
    const config = providers[name];
    return config === undefined ? [] : [wantedFrom(name, config)];
  });
}

function wantedFrom(provider: ProviderName, config: ProviderConfig): WantedConnection {
  const { apiKey, webhookSecrets, baseUrl, businessId, senderId } = config;
  return {
    provider,
    origin: 'environment',
    baseUrl: baseUrl ?? providerNamed(provider)?.defaultBaseUrl ?? '',
    settings: {
      ...(businessId !== undefined && { businessId }),
      ...(senderId !== undefined && { senderId }),
    },
    secrets: { apiKey, webhookSecrets },
  };
}

/**
 * Makes the connections named `default` what they should be, and switches off those whose variables are gone. A connection of that
 * name that an administrator made is taken over only by variables that name its provider.
 */
export async function settleDefaultConnections(
  connections: ConnectionRepository,
  box: SealedBox,
  wanted: readonly WantedConnection[],
): Promise<void> {
  const existing = (await connections.all()).filter((row) => row.name === DEFAULT_CONNECTION);
  for (const connection of wanted) {
    const row = existing.find(({ provider }) => provider === connection.provider);
    if (row === undefined) await create(connections, box, connection);
    else if (!isSame(row, connection, box)) await replace(connections, box, row, connection);
  }
  const gone = existing.filter(
    (row) => row.origin !== 'api' && row.enabled && !wanted.some(({ provider }) => provider === row.provider),
  );
  for (const row of gone) await connections.update(row.id, { enabled: false });
}

async function create(
  connections: ConnectionRepository,
  box: SealedBox,
  wanted: WantedConnection,
): Promise<void> {
  const id = newId();
  const { secrets, ...rest } = wanted;
  // Another process may be making the same row now; then its row stands, and it holds the same.
  await connections.create({
    id,
    name: DEFAULT_CONNECTION,
    ...rest,
    sealedSecrets: sealSecrets(box, id, secrets),
  });
}

async function replace(
  connections: ConnectionRepository,
  box: SealedBox,
  row: ConnectionRow,
  { secrets, origin, baseUrl, settings }: WantedConnection,
): Promise<void> {
  // What administrators set beside the variables (our own addresses, strictness) stays.
  const merged = { ...readAccountSettings(row.settings), ...settings };
  const sealedSecrets = sealSecrets(box, row.id, secrets);
  await connections.update(row.id, { enabled: true, origin, baseUrl, settings: merged, sealedSecrets });
}

function isSame(row: ConnectionRow, wanted: WantedConnection, box: SealedBox): boolean {
  const settings = readAccountSettings(row.settings);
  return (
    row.enabled &&
    row.origin === wanted.origin &&
    row.baseUrl === wanted.baseUrl &&
    settings.businessId === wanted.settings.businessId &&
    settings.senderId === wanted.settings.senderId &&
    hasSecrets(row, wanted.secrets, box)
  );
}

function hasSecrets(row: ConnectionRow, secrets: ConnectionSecrets, box: SealedBox): boolean {
  try {
    return JSON.stringify(openSecrets(box, row.id, row.sealedSecrets)) === JSON.stringify(secrets);
  } catch {
    return false; // Sealed under an earlier HEED_SECRET: sealed anew from the environment.
  }
}
