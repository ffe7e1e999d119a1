import { providerNamed } from '../providers/registry.js';
import type { Log } from '../platform/logging/log.js';
import type { SealedBox } from '../platform/security/sealed-box.js';
import { readAccountSettings } from './account-settings.js';
import { openSecrets } from './connection-secrets.js';
import type { Connection, ConnectionOrigin } from './connection.js';
import type { ConnectionRepository, ConnectionRow } from './connection.repository.js';

const REFRESH_EVERY_MS = 2_000;

/**
 * The open connections, in memory, so that a webhook is verified without asking the database. A change made by any process is
 * noticed within two seconds; the process that made it calls `refresh` and sees it at once.
 */
export class ConnectionRegistry {
  private byAddress = new Map<string, Connection>();
  private byId = new Map<string, Connection>();
  private version: bigint | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly box: SealedBox,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refreshIfChanged(), REFRESH_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The enabled connection a webhook address names. */
  find(provider: string, name: string): Connection | undefined {
    return this.byAddress.get(`${provider}/${name}`);
  }

  get(id: string): Connection | undefined {
    return this.byId.get(id);
  }

  /** As `get`, but looks again before it says no: another process may have opened the connection a moment ago. */
  async lookUp(id: string): Promise<Connection | undefined> {
    if (!this.byId.has(id)) await this.refreshIfChanged();
    return this.byId.get(id);
  }

  all(): readonly Connection[] {
    return [...this.byId.values()];
  }

  async refresh(): Promise<void> {
    const version = await this.connections.version();
    const opened = (await this.connections.all())
      .filter((row) => row.enabled)
      .flatMap((row) => this.open(row) ?? []);
    this.byId = new Map(opened.map((connection) => [connection.id, connection]));
    this.byAddress = new Map(
      opened.map((connection) => [`${connection.provider.name}/${connection.name}`, connection]),
    );
    this.version = version;
  }

  private async refreshIfChanged(): Promise<void> {
    try {
      if ((await this.connections.version()) !== this.version) await this.refresh();
    } catch (error) {
      // The known connections go on being served; what the database has to say about itself, readiness says.
      this.log.error('The connections could not be read again.', error);
    }
  }

  private open(row: ConnectionRow): Connection | undefined {
    const provider = providerNamed(row.provider);
    if (provider === undefined) return undefined;
    try {
      return {
        id: row.id,
        provider,
        name: row.name,
        origin: originOf(row.origin),
        baseUrl: row.baseUrl,
        settings: readAccountSettings(row.settings),
        ...openSecrets(this.box, row.id, row.sealedSecrets),
      };
    } catch (error) {
      // One connection that cannot be opened must not take the others with it.
      this.log.error('A connection was left out.', error, { connectionId: row.id, provider: row.provider });
      return undefined;
    }
  }
}

function originOf(text: string): ConnectionOrigin {
  return text === 'environment' || text === 'demo' ? text : 'api';
}

/** The name of the connection that the environment makes, and that a webhook address without a name means. */
export const DEFAULT_CONNECTION = 'default';
