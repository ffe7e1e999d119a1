import type { Database, Transaction } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Log } from '../../platform/logging/log.js';
import {
  DEFAULT_CONSENT_SETTINGS,
  type ConsentSettings,
  type StoredConsentSettings,
} from './consent-settings.js';
import { parseConsentSettings } from './parse-consent-settings.js';

const MOST_REVISIONS = 1_000;

/** Who changed the settings, why, and which version they had read. */
export type SettingsChange = {
  readonly actor: string;
  readonly reason: string | undefined;
  readonly expectedVersion: number;
};

type RevisionRow = {
  readonly number: number;
  readonly settings: unknown;
  readonly actor: string;
  readonly reason: string | null;
  readonly createdAt: Date;
};

/** The settings about consent as they are kept: a chain of revisions of which the newest counts. */
export class ConsentSettingsRepository {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Those that count now; the defaults while nobody has changed them. */
  async current(tx: Transaction = this.database): Promise<StoredConsentSettings> {
    const row = await tx.consentSettingsRevision.findFirst({ orderBy: { number: 'desc' } });
    if (row !== null) return this.stored(row);
    return {
      version: 0,
      settings: DEFAULT_CONSENT_SETTINGS,
      actor: undefined,
      reason: undefined,
      changedAt: undefined,
    };
  }

  /** Present and earlier ones, the newest first, at most a thousand. */
  async revisions(): Promise<readonly StoredConsentSettings[]> {
    const rows = await this.database.consentSettingsRevision.findMany({
      orderBy: { number: 'desc' },
      take: MOST_REVISIONS,
    });
    return rows.map((row) => this.stored(row));
  }

  /**
   * Makes a new revision. @returns `false` when somebody else has made one since `expectedVersion` was read. `check` runs under the same
   * lock and may throw to refuse.
   */
  async change(
    settings: ConsentSettings,
    { actor, reason, expectedVersion }: SettingsChange,
    check: (tx: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return this.database.$transaction(async (tx) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('consent settings', 4)) is null as locked`;
      const { version } = await this.current(tx);
      if (version !== expectedVersion) return false;
      await check(tx);
      const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(settings));
      await tx.consentSettingsRevision.create({
        data: { number: version + 1, settings: json, actor, reason: reason ?? null },
      });
      return true;
    });
  }

  /** They were checked before they were stored, though perhaps by another version. */
  private stored({ number, settings: json, actor, reason, createdAt }: RevisionRow): StoredConsentSettings {
    const { settings, problems } = parseConsentSettings(json);
    if (problems.length > 0) {
      const told = problems.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ');
      this.log.warn(
        'The stored consent settings do not fit this version. Look at them, and store them again.',
        {
          version: number,
          problems: told,
        },
      );
    }
    return { version: number, settings, actor, reason: reason ?? undefined, changedAt: createdAt };
  }
}
