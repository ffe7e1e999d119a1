import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckpointFiles } from '../../src/consent/checkpoint-files.js';
import { CheckpointSigner } from '../../src/consent/checkpoint.js';
import { LedgerVerifier } from '../../src/consent/ledger-verifier.js';
import { rebuildConsent } from '../../src/consent/rebuild-consent.repository.js';
import { ConsentSettingsRepository } from '../../src/consent/settings/consent-settings.repository.js';
import { DEFAULT_CONSENT_SETTINGS } from '../../src/consent/settings/consent-settings.js';
import { LiveConsentSettings } from '../../src/consent/settings/live-consent-settings.js';
import { recordConsent } from '../../src/contacts/consent-ledger.repository.js';
import { readStandings } from '../../src/contacts/consent-standing.repository.js';
import { categoriesLeft, type ConsentAction } from '../../src/contacts/consent-state.js';
import { parseAddress } from '../../src/messaging/address.js';
import { Database } from '../../src/platform/database/database.js';
import { Log } from '../../src/platform/logging/log.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const CUSTOMER = '+2207000001';

function word(action: ConsentAction, scope: string, second: number, number = CUSTOMER) {
  const address = parseAddress(number);
  if (address === undefined) throw new Error(`${number} is no address.`);
  const saidAt = new Date(Date.UTC(2026, 3, 10, 12, 0, second));
  return { address, action, scope, source: 'message', saidAt, receivedAt: saidAt, actor: 'contact' };
}

describe('what is stored about categories', () => {
  let test: TestDatabase;
  let database: Database;
  let dataDir: string;

  beforeEach(async () => {
    test = await cloneDatabase();
    database = new Database(test.url, () => undefined);
    dataDir = await mkdtemp(join(tmpdir(), 'heed-categories-'));
  });

  afterEach(async () => {
    await database.close();
    await test.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const say = async (...words: ReturnType<typeof word>[]) =>
    database.$transaction((tx) => recordConsent(tx, words));
  const verify = () =>
    new LedgerVerifier(
      database,
      new CheckpointFiles(dataDir),
      new CheckpointSigner('a secret for tests, of 32 characters'),
    ).verify();
  const standing = async () => {
    const { rows } = await test.query(
      'select contact_id::text as id from contact_address where canonical = $1',
      [CUSTOMER],
    );
    const found = (await readStandings(database, [rows[0].id])).get(rows[0].id);
    if (found === undefined) throw new Error('The contact has no consent.');
    return { state: found.state, left: categoriesLeft(found) };
  };

  it('is what the ledger says, whatever was said in whatever order, in one batch or in many', async () => {
    const actions = ['revoke', 'grant', 'hold', 'release'] as const;
    const scopes = ['all', 'marketing', 'orders'] as const;
    // A fixed walk through all combinations, with times that go to and fro.
    const words = Array.from({ length: 240 }, (_, index) => {
      const scope = scopes[(index * 7) % 3] ?? 'all';
      const action = actions[(index * 5) % (scope === 'all' ? 4 : 2)] ?? 'revoke';
      return word(action, scope, (index * 37) % 60, `+22070000${String(index % 6).padStart(2, '0')}`);
    });
    for (let from = 0; from < words.length; from += 1 + (from % 5))
      await say(...words.slice(from, from + 1 + (from % 5)));
    expect(await verify()).toMatchObject({ isIntact: true, entries: 240, contacts: 6, findings: [] });
    expect(await rebuildConsent(database)).toEqual({ contacts: 6, corrected: 0 });
  });

  it('does not take the end of a hold for a hold when it is computed again', async () => {
    await say(word('hold', 'all', 1), word('release', 'all', 2));
    expect(await verify()).toMatchObject({ isIntact: true });
    expect((await standing()).state).toBe('subscribed');
  });

  it('leaves a stop of one category from before categories were applied a stop of everything', async () => {
    await say(word('revoke', 'marketing', 1), word('grant', 'marketing', 2), word('revoke', 'orders', 3));
    await test.query(`update system_mark set version = 2 where name = 'consent_scopes'`);
    expect((await verify()).findings).toMatchObject([{ kind: 'projection' }]);
    await rebuildConsent(database);
    expect(await standing()).toEqual({ state: 'opted_out', left: ['orders'] });
    expect(await verify()).toMatchObject({ isIntact: true });
    await say(word('grant', 'all', 4));
    expect(await standing()).toEqual({ state: 'subscribed', left: [] });
    expect(await verify()).toMatchObject({ isIntact: true });
  });

  it('finds and mends a category that was added, taken away or turned around past the ledger', async () => {
    await say(word('revoke', 'marketing', 1));
    for (const tampering of [
      `update consent_category set state = 'subscribed'`,
      'delete from consent_category',
      `insert into consent_category select contact_id, 'orders', state, event_id, effective_at from consent_category`,
      `update consent_category set effective_at = effective_at + interval '1 s'`,
      `update consent set granted_at = now()`,
    ]) {
      await test.query(tampering);
      expect((await verify()).findings).toMatchObject([{ kind: 'projection' }]);
      expect(await rebuildConsent(database)).toEqual({ contacts: 1, corrected: 1 });
      expect(await verify()).toMatchObject({ isIntact: true });
    }
    expect(await standing()).toEqual({ state: 'subscribed', left: ['marketing'] });
  });

  it('keeps settings in one line of versions, however many change them at once', async () => {
    const settings = new ConsentSettingsRepository(database, new Log('silent'));
    const live = new LiveConsentSettings(settings);
    expect((await live.recent(database)).stored).toMatchObject({
      version: 0,
      settings: DEFAULT_CONSENT_SETTINGS,
    });
    const changes = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const change = { actor: `person ${index}`, reason: undefined, expectedVersion: 0 };
        const keywords = { optOut: [`word ${index}`], optIn: [], help: [] };
        return settings.change({ ...DEFAULT_CONSENT_SETTINGS, keywords }, change, async () => undefined);
      }),
    );
    expect(changes.filter(Boolean)).toHaveLength(1);
    expect((await live.at(1, database)).vocabulary.extraOptOutKeywords).toEqual([
      `word ${changes.indexOf(true)}`,
    ]);
    expect(await settings.revisions()).toMatchObject([{ version: 1 }]);
  });

  it('uses of stored settings what it can read, and says what it cannot', async () => {
    await test.query(
      `insert into consent_settings_revision (number, settings, actor)
       values (1, '{"keywords": {"optOut": ["genoeg zo", 7], "later": []}, "categories": "none"}', 'a newer version')`,
    );
    const settings = new ConsentSettingsRepository(database, new Log('silent'));
    expect((await settings.current()).settings).toEqual({
      ...DEFAULT_CONSENT_SETTINGS,
      keywords: { optOut: ['genoeg zo'], optIn: [], help: [] },
    });
  });
});
