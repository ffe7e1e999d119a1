import type { ConsentVocabulary } from '../../rules/compliance/classification.js';
import type { Transaction } from '../../platform/database/database.js';
import type { ConsentSettingsRepository } from './consent-settings.repository.js';
import type { StoredConsentSettings } from './consent-settings.js';
import { vocabularyOf } from './tenant-vocabulary.js';

/** Webhooks are read with words that are at most this old; asking for each of them would cost each a round trip. */
const FRESH_MS = 1_000;

/** The settings of one moment, with the words that the detector takes. */
export type LiveSettings = {
  readonly stored: StoredConsentSettings;
  readonly vocabulary: ConsentVocabulary;
};

/**
 * The settings about consent, kept in this process. Whoever decides passes the version that its own transaction saw, and never
 * decides by older words than the facts beside them. Whoever stores a webhook takes what was read within the last second.
 */
export class LiveConsentSettings {
  private known: { readonly live: LiveSettings; readonly readAtMs: number } | undefined;
  private reading: Promise<LiveSettings> | undefined;

  constructor(private readonly settings: ConsentSettingsRepository) {}

  /** The settings that a transaction sees, which found this version to be the newest. */
  async at(version: number, tx: Transaction): Promise<LiveSettings> {
    if (this.known?.live.stored.version === version) return this.known.live;
    return this.read(tx);
  }

  /** The settings as this transaction sees them. */
  async now(tx: Transaction): Promise<LiveSettings> {
    return this.read(tx);
  }

  /** At most a second old. Throws when they were never read, or not lately, and the database does not answer. */
  async recent(tx: Transaction): Promise<LiveSettings> {
    if (this.known !== undefined && performance.now() - this.known.readAtMs < FRESH_MS)
      return this.known.live;
    this.reading ??= this.read(tx).finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** This process has changed them: nothing in it goes by the old ones from now on. */
  forget(): void {
    this.known = undefined;
  }

  private async read(tx: Transaction): Promise<LiveSettings> {
    const readAtMs = performance.now();
    const stored = await this.settings.current(tx);
    const live = { stored, vocabulary: vocabularyOf(stored.settings) };
    this.known = { live, readAtMs };
    return live;
  }
}
