import type { Database, Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import type { AccountSettings, ProviderName } from '../messaging/provider.js';
import type { ConnectionOrigin } from './connection.js';

/** The mark that rises with every change, so that each process notices that its copy is old. */
const VERSION_MARK = 'connections';

export type ConnectionRow = Prisma.ConnectionGetPayload<object>;

export type ConnectionDraft = {
  readonly id: string;
  readonly provider: ProviderName;
  readonly name: string;
  readonly origin: ConnectionOrigin;
  readonly baseUrl: string;
  readonly settings: AccountSettings;
  readonly sealedSecrets: Uint8Array<ArrayBuffer>;
};

/** The table of connections. Secrets pass through here sealed only. */
export class ConnectionRepository {
  constructor(private readonly database: Database) {}

  async all(): Promise<ConnectionRow[]> {
    return this.database.connection.findMany({ orderBy: [{ provider: 'asc' }, { name: 'asc' }] });
  }

  async find(id: string): Promise<ConnectionRow | null> {
    return this.database.connection.findUnique({ where: { id } });
  }

  async version(): Promise<bigint> {
    const mark = await this.database.systemMark.findUnique({ where: { name: VERSION_MARK } });
    return mark?.version ?? 0n;
  }

  /** @returns false when a connection of that provider and name exists. */
  async create(draft: ConnectionDraft): Promise<boolean> {
    return this.database.$transaction(async (tx) => {
      const { count } = await tx.connection.createMany({
        data: [{ ...draft, settings: { ...draft.settings } }],
        skipDuplicates: true,
      });
      await raiseVersion(tx);
      return count === 1;
    });
  }

  async update(
    id: string,
    change: {
      enabled?: boolean;
      baseUrl?: string;
      origin?: ConnectionOrigin;
      settings?: AccountSettings;
      sealedSecrets?: Uint8Array<ArrayBuffer>;
    },
  ): Promise<void> {
    await this.database.$transaction(async (tx) => {
      const { settings, ...rest } = change;
      // A change is what a held-back account waits for: its sending is tried again at once.
      const released = { pausedUntil: null, attention: null };
      await tx.connection.update({
        where: { id },
        data: { ...rest, ...released, ...(settings !== undefined && { settings: { ...settings } }) },
      });
      await raiseVersion(tx);
    });
  }
}

async function raiseVersion(tx: Transaction): Promise<void> {
  await tx.systemMark.upsert({
    where: { name: VERSION_MARK },
    create: { name: VERSION_MARK, version: 1n },
    update: { version: { increment: 1n } },
  });
}
