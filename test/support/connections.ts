import { ConnectionRegistry } from '../../src/connections/connection-registry.js';
import { ConnectionRepository } from '../../src/connections/connection.repository.js';
import { sealSecrets } from '../../src/connections/connection-secrets.js';
import type { AccountSettings, ProviderName } from '../../src/messaging/provider.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { SealedBox } from '../../src/platform/security/sealed-box.js';
import type { TestHeed } from './heed-app.js';

/** Adds a connection as an administrator would, and has this process notice it. */
export async function addConnection(
  heed: TestHeed,
  provider: ProviderName,
  name: string,
  { webhookSecrets, settings = {} }: { webhookSecrets: readonly string[]; settings?: AccountSettings },
): Promise<string> {
  const { nest } = heed.app;
  const id = newId();
  const secrets = { apiKey: 'an-api-key', webhookSecrets };
  await nest.get(ConnectionRepository, { strict: false }).create({
    id,
    provider,
    name,
    origin: 'api',
    baseUrl: `${heed.sandbox.url}/${provider}`,
    settings,
    sealedSecrets: sealSecrets(nest.get(SealedBox), id, secrets),
  });
  await nest.get(ConnectionRegistry, { strict: false }).refresh();
  return id;
}
