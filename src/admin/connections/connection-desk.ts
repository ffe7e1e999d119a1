import { Injectable } from '@nestjs/common';
import { readAccountSettings } from '../../connections/account-settings.js';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { openSecrets, sealSecrets, type ConnectionSecrets } from '../../connections/connection-secrets.js';
import { ConnectionRepository, type ConnectionRow } from '../../connections/connection.repository.js';
import type { AccountSettings } from '../../messaging/provider.js';
import { newId } from '../../platform/ids/new-id.js';
import { SealedBox } from '../../platform/security/sealed-box.js';
import { providerNamed } from '../../providers/registry.js';
import { conflict, notFound, unprocessable } from '../http/problem.js';
import type { ConnectionChange, ConnectionView, NewConnection } from './connection.views.js';
import { withoutEndSlashes } from './https-address.js';
import { LastEvents } from './last-events.repository.js';
import { WebhookAddresses } from './webhook-address.js';

const NO_SECRETS: ConnectionSecrets = { apiKey: undefined, webhookSecrets: [] };

/** Connections as administrators see and change them. Secrets go in and never come out. */
@Injectable()
export class ConnectionDesk {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectionRegistry,
    private readonly box: SealedBox,
    private readonly addresses: WebhookAddresses,
    private readonly lastEvents: LastEvents,
  ) {}

  async all(): Promise<ConnectionView[]> {
    const [rows, lastEvents] = await Promise.all([this.connections.all(), this.lastEvents.all()]);
    return rows.map((row) => this.view(row, lastEvents.get(row.id)));
  }

  async read(id: string): Promise<ConnectionView> {
    const [row, lastEvents] = await Promise.all([this.connections.find(id), this.lastEvents.all()]);
    if (row === null) throw notFound('connection');
    return this.view(row, lastEvents.get(id));
  }

  async create({ provider, name, ...wanted }: NewConnection): Promise<ConnectionView> {
    const { apiKey, webhookSecrets = [], enabled } = wanted;
    const settings = mergedSettings({}, wanted.settings);
    requireBusiness(provider, settings);
    const id = newId();
    const isNew = await this.connections.create({
      id,
      provider,
      name,
      origin: 'api',
      baseUrl: withoutEndSlashes(wanted.baseUrl ?? providerNamed(provider)?.defaultBaseUrl ?? ''),
      settings,
      sealedSecrets: sealSecrets(this.box, id, { apiKey, webhookSecrets }),
    });
    if (!isNew) throw conflict(`There is a ${provider} connection named ${name} already.`);
    if (enabled === false) await this.connections.update(id, { enabled });
    await this.registry.refresh();
    return this.read(id);
  }

  async change(id: string, change: ConnectionChange): Promise<ConnectionView> {
    const row = await this.connections.find(id);
    if (row === null) throw notFound('connection');
    if (row.origin !== 'api') refuseWhatTheEnvironmentSets(row, change);
    const { enabled, baseUrl, apiKey, webhookSecrets } = change;
    const settings = mergedSettings(readAccountSettings(row.settings), change.settings);
    requireBusiness(row.provider, settings);
    const known = apiKey !== undefined && webhookSecrets !== undefined ? NO_SECRETS : this.secretsOf(row);
    if (known === undefined) {
      throw conflict(
        'Its secrets cannot be opened: was HEED_SECRET changed? Enter the key and the webhook secrets together.',
      );
    }
    const secrets = {
      apiKey: apiKey ?? known.apiKey,
      webhookSecrets: webhookSecrets ?? known.webhookSecrets,
    };
    await this.connections.update(id, {
      settings,
      ...(enabled !== undefined && { enabled }),
      ...(baseUrl !== undefined && { baseUrl: withoutEndSlashes(baseUrl) }),
      sealedSecrets: sealSecrets(this.box, id, secrets),
    });
    await this.registry.refresh();
    return this.read(id);
  }

  private view(row: ConnectionRow, lastEventAt: Date | undefined): ConnectionView {
    const { id, provider, name, origin, enabled, baseUrl, pausedUntil, attention } = row;
    const known = providerNamed(provider);
    const secrets = this.secretsOf(row);
    return {
      id,
      provider,
      displayName: known?.displayName ?? provider,
      name,
      origin,
      enabled,
      channels: known?.channels ?? [],
      baseUrl,
      settings: mergedSettings(readAccountSettings(row.settings), undefined),
      webhookUrl: this.addresses.of(row),
      hasApiKey: secrets?.apiKey !== undefined,
      hasWebhookSecret: (secrets?.webhookSecrets.length ?? 0) > 0,
      webhookSecretCount: secrets?.webhookSecrets.length ?? 0,
      pausedUntil,
      attention:
        secrets === undefined
          ? 'Its secrets cannot be opened: was HEED_SECRET changed? Restore it, or enter the secrets again.'
          : attention,
      lastEventAt: lastEventAt ?? null,
    };
  }

  /** `undefined` when they were sealed under another HEED_SECRET. */
  private secretsOf(row: ConnectionRow): ConnectionSecrets | undefined {
    try {
      return openSecrets(this.box, row.id, row.sealedSecrets);
    } catch {
      return undefined;
    }
  }
}

/** The environment says the business id and the sender at every start; the other settings are nobody's but the administrator's. */
function refuseWhatTheEnvironmentSets(row: ConnectionRow, change: ConnectionChange): void {
  const { settings, ...rest } = change;
  const isTouched =
    Object.values(rest).some((value) => value !== undefined) ||
    settings?.businessId !== undefined ||
    settings?.senderId !== undefined;
  if (!isTouched) return;
  const where = row.origin === 'demo' ? 'belongs to the demo' : 'is set by environment variables';
  throw conflict(
    `This connection ${where}. Its settings can be changed here, but for businessId and senderId; for the rest change the variables, or make another connection.`,
  );
}

function requireBusiness(provider: string, settings: AccountSettings): void {
  if (provider !== 'connectly' || settings.businessId !== undefined) return;
  throw unprocessable('/settings/businessId', 'Connectly’s business id is part of every address of its API.');
}

/** A member that is given replaces the known one; a class instance holds absent ones as undefined, and those replace nothing. */
function mergedSettings(known: AccountSettings, given: AccountSettings | undefined): AccountSettings {
  const change = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return readAccountSettings({ ...known, ...Object.fromEntries(change) });
}
