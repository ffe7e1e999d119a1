import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareOnce } from '../../src/dry-run/comparison.js';
import { rulebooksFor } from '../../src/dry-run/dry-runner.js';
import { Database } from '../../src/platform/database/database.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import { readSnapshot } from '../../src/rulebook/stored-snapshot.js';
import { alwaysHolds } from '../../src/rules/analysis/certainty.js';
import { rulebooks } from '../../src/rules/analysis/random-rulebook.fixtures.js';
import { messages } from '../../src/rules/analysis/random-rules.fixtures.js';
import type { RuleDefinition } from '../../src/rules/definition/rule-definition.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { ACCOUNTS, fillBuckets, newCustomer, says, settled } from '../support/outbound.js';

const RULES = 40;
const MESSAGES = 40;
/** Always the same random ones: a red run is about the change that it stands for. */
const SEED = 7;
/** Every message is decided four times over HTTP; a busy machine takes its time for that. */
const PATIENCE_MS = 180_000;

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

/** Of rules that answer everything the others would have nothing left to decide. */
function someRules(): readonly RuleDefinition[] {
  const all = fc.sample(rulebooks, { seed: SEED, numRuns: 2 * RULES }).flat();
  return all
    .filter(({ when }) => !('not' in when) && !alwaysHolds(when))
    .slice(0, RULES)
    .map((rule, index) => ({ ...rule, name: `Rule ${index}`, continue: index % 3 > 0 }));
}

it(
  'D3, I21: live traffic, the simulator, the dry run and the replay decide the same by 40 random rules about 40 random messages',
  async () => {
    await fillBuckets(heed);
    const bundle = { rules: someRules().map((rule, index) => ({ key: `rule-${index}`, ...rule })) };
    const planned = await heed.api('POST', '/rules/plan', { bundle });
    const expectedVersion = planned.body['version'];
    expect((await heed.api('POST', '/rules/apply', { bundle, expectedVersion })).status).toBe(200);
    for (const [index, event] of fc.sample(messages, { seed: SEED, numRuns: MESSAGES }).entries()) {
      if (event.name !== 'message.received') continue;
      const [provider, channel] = ACCOUNTS[index % ACCOUNTS.length] ?? ['contiguity', 'sms'];
      await says(heed, provider, channel, newCustomer(provider), event.payload.text.trim() || 'hello');
    }
    await settled(heed, 60_000);

    const database = heed.app.nest.get(Database);
    const version = await heed.app.nest.get(RuleRepository, { strict: false }).version();
    const rows = await database.decision.findMany({ where: { messageId: { not: null } } });
    const never = someRules()[0];
    if (never === undefined) throw new Error('There are rules.');
    const definition: RuleDefinition = { ...never, name: 'Never', when: { not: { all: [] } } };
    const change = { ruleId: 'never', revisionId: 'never', definition, position: 1 };
    const tried = await rulebooksFor(database, version, change, new Date(0));
    const verdicts = new Set<string>();
    let about = 0;
    for (const row of rows) {
      const snapshot = readSnapshot(row.snapshot);
      if (snapshot?.event.name !== 'message.received') continue;
      about += 1;
      verdicts.add(row.verdict);
      const live = { verdict: row.verdict, sentence: row.sentence };
      const replayed = await heed.api('GET', `/messages/${row.messageId}/decision/replay`);
      expect(replayed.body).toMatchObject({ identical: true, differences: [], replayed: live });
      expect(compareOnce(snapshot, tried)).toMatchObject({ isChanged: false, before: live, after: live });
      const { text, to, channel, from } = snapshot.event.payload;
      const { connectionId } = snapshot.event;
      const stranger = `${from.slice(0, -4)}${String(9_999 - about)}`;
      const at = snapshot.now.toISOString();
      const asked = { channel, from: stranger, to, text, at, connection: connectionId };
      const simulated = await heed.api('POST', '/simulate', asked);
      const ofStranger = row.sentence.replaceAll(from, stranger);
      expect(simulated.body).toMatchObject({ verdict: live.verdict, sentence: ofStranger });
    }
    expect(about).toBe(MESSAGES);
    expect(verdicts.size).toBeGreaterThanOrEqual(2);

    const begun = await heed.api('POST', '/rules/dry-run', { definition, position: 1 });
    const run = await eventually(async () => {
      const { body } = await heed.api('GET', `/dry-runs/${String(begun.body['id'])}`);
      expect(body['state']).toBe('finished');
      return body;
    });
    expect(run['result']).toMatchObject({
      fired: { before: 0, after: 0 },
      changedReplies: 0,
      otherRules: [],
    });
  },
  PATIENCE_MS,
);
