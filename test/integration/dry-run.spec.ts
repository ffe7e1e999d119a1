import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareOnce } from '../../src/dry-run/comparison.js';
import { rulebooksFor } from '../../src/dry-run/dry-runner.js';
import { Database } from '../../src/platform/database/database.js';
import { LiveRules } from '../../src/rulebook/live-rules.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import { readSnapshot } from '../../src/rulebook/stored-snapshot.js';
import { parseRuleDefinition } from '../../src/rules/definition/parse-rule-definition.js';
import { addRule, acceptedFor, fillBuckets, says, settled } from '../support/outbound.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';

type Json = Record<string, unknown>;
type Run = { id: string; state: string; lookedAt: number; result: Json | null; problem: string | null };

let heed: TestHeed;
let database: Database;

beforeAll(async () => {
  heed = await startHeed();
  database = heed.app.nest.get(Database);
});

afterAll(async () => {
  await heed.close();
});

function rule(name: string, when: unknown, reply: string, more: Json = {}): Json {
  return { name, trigger: { event: 'message.received' }, when, then: [{ reply: { text: reply } }], ...more };
}

function word(...value: string[]): Json {
  return { fact: 'message.text', op: 'word', value };
}

/** Runs a dry run to its end. */
async function dryRun(body: Json): Promise<Run> {
  const begun = await heed.api<Run>('POST', '/rules/dry-run', body);
  expect([begun.status, begun.body.problem]).toEqual([202, null]);
  return eventually(async () => {
    const { body: run } = await heed.api<Run>('GET', `/dry-runs/${begun.body.id}`);
    if (run.state === 'running') throw new Error('It is still at work.');
    return run;
  });
}

async function decisionCount(): Promise<number> {
  const { rows } = await heed.database.query('select count(*)::int as count from decision');
  return rows[0].count;
}

async function queuedCount(): Promise<number> {
  const { rows } = await heed.database.query(
    `select count(*)::int as count from message where direction = 'outbound'`,
  );
  return rows[0].count;
}

const SAID = [
  'what are your HOURS?',
  'price list please',
  'hello there',
  'is there parking',
  'hours and price',
  'nothing of that',
  'Opening hours on Sunday',
];

describe('live traffic, the simulator, the dry run and the replay', () => {
  beforeAll(async () => {
    await fillBuckets(heed);
    await addRule(heed, rule('Price', word('price'), 'See our list.'));
    await addRule(
      heed,
      rule(
        'Hours',
        { any: [word('hours'), { fact: 'message.text', op: 'matches', value: 'open(ing)?\\b' }] },
        'We are open 9-17, {{ contact.name | default: "friend" }}.',
      ),
    );
    await addRule(
      heed,
      rule('Nobody', { not: { fact: 'message.text', op: 'contains', value: 'o' } }, 'No o.', {
        mode: 'shadow',
      }),
    );
    for (const [index, text] of SAID.entries()) {
      await says(heed, 'contiguity', 'sms', `+1555010${String(index).padStart(4, '0')}`, text);
    }
    await settled(heed);
  });

  it('D3, I21: decide the same about the same message', async () => {
    const rows = await database.decision.findMany({ orderBy: { decidedAt: 'asc' } });
    expect(rows).toHaveLength(SAID.length);
    const verdicts = new Set<string>();
    for (const row of rows) {
      const live = { verdict: row.verdict, sentence: row.sentence };
      verdicts.add(row.verdict);
      const snapshot = readSnapshot(row.snapshot);
      if (snapshot === undefined || snapshot.event.name !== 'message.received')
        throw new Error('No message.');
      const { text, from, to, channel } = snapshot.event.payload;

      const stranger = from.replace('+1555010', '+1555019');
      const simulated = await heed.api('POST', '/simulate', { channel, from: stranger, to, text });
      expect(simulated.body).toMatchObject(live);

      const replayed = await heed.api('GET', `/messages/${row.messageId}/decision/replay`);
      expect(replayed.body).toMatchObject({ identical: true, replayed: live });

      const liveRules = heed.app.nest.get(LiveRules, { strict: false });
      const version = await heed.app.nest.get(RuleRepository, { strict: false }).version();
      const unchanged = parseRuleDefinition(rule('Never', { not: { all: [] } }, 'Never.'));
      if (!unchanged.ok) throw new Error('The rule cannot be read.');
      const change = {
        ruleId: row.id,
        revisionId: row.id,
        definition: unchanged.definition,
        position: 1,
      };
      const tried = compareOnce(snapshot, await rulebooksFor(database, version, change, new Date(0)));
      expect(tried.before).toMatchObject(live);
      expect(tried.after).toMatchObject(live);
      expect((await liveRules.now(database)).byEvent.get('message.received')).toHaveLength(3);
    }
    expect([...verdicts].sort()).toEqual(['no_rule_matched', 'replied']);
  });

  it('count what fired, and what a shadow would have done', async () => {
    const { body } = await heed.api<{ items: Json[] }>('GET', '/rules');
    const figures = Object.fromEntries(body.items.map(({ name, traffic }) => [name, traffic]));
    expect(figures).toMatchObject({
      Price: { fired7Days: 2, fired30Days: 2, shadow30Days: 0, lastFiredAt: expect.any(String) },
      Hours: { fired7Days: 2, shadow30Days: 0 },
      Nobody: { fired30Days: 0, shadow30Days: 1, lastFiredAt: null, lastShadowAt: expect.any(String) },
    });
  });
});

describe('a dry run', () => {
  it('D2, I22: says what a new rule would win and what it would take from others, and sends and stores nothing', async () => {
    const before = [await decisionCount(), await queuedCount(), heed.sandbox.ledger().length];
    const definition = rule('Sunday', word('sunday', 'hours', 'parking'), 'Closed on Sunday.');
    const run = await dryRun({ definition, position: 1 });
    expect(run).toMatchObject({
      state: 'finished',
      lookedAt: SAID.length,
      result: {
        unreadable: 0,
        fired: { before: 0, after: 4 },
        gained: 4,
        lost: 0,
        changedReplies: 4,
        replies: { before: 4, after: 5 },
        segments: { before: 4, after: 5 },
        perDay: [{ lookedAt: SAID.length, before: 0, after: 4 }],
        forecast: { mean: 4, low: 0, high: 10 },
      },
    });
    expect(run.result?.['otherRules']).toEqual([
      { ruleId: expect.any(String), name: 'Hours', gained: 0, lost: 2 },
      { ruleId: expect.any(String), name: 'Price', gained: 0, lost: 1 },
    ]);
    expect(run.result?.['examples']).toContainEqual({
      decisionId: expect.any(String),
      messageId: expect.any(String),
      at: expect.any(String),
      text: 'is there parking',
      before: {
        verdict: 'no_rule_matched',
        sentence: 'No reply: no rule matched. Shadow rule "Nobody" would have.',
        ruleId: null,
        ruleName: null,
        reply: null,
      },
      after: {
        verdict: 'replied',
        sentence: 'Replied: rule "Sunday" matched.',
        ruleId: run.id,
        ruleName: 'Sunday',
        reply: 'Closed on Sunday.',
      },
    });
    expect([await decisionCount(), await queuedCount(), heed.sandbox.ledger().length]).toEqual(before);
  });

  it('of a stored rule compares it with itself, at its place or at another', async () => {
    const { body } = await heed.api<{ items: Json[] }>('GET', '/rules');
    const hours = body.items.find(({ name }) => name === 'Hours') ?? {};
    const same = await dryRun({ ruleId: hours['id'] });
    expect(same.result).toMatchObject({ fired: { before: 2, after: 2 }, changedReplies: 0, examples: [] });
    const first = await dryRun({ ruleId: hours['id'], position: 1 });
    expect(first.result).toMatchObject({ gained: 1, lost: 0, changedReplies: 1 });
    const narrower = await dryRun({ ruleId: hours['id'], definition: rule('Hours', word('sunday'), 'No.') });
    expect(narrower.result).toMatchObject({ fired: { before: 2, after: 1 }, gained: 0, lost: 1 });
  });

  it('looks at the latest events when there are more than it may', async () => {
    const run = await dryRun({ definition: rule('All', { all: [] }, 'Yes.'), position: 1, limit: 3 });
    expect(run).toMatchObject({ lookedAt: 3, result: { fired: { after: 3 } } });
  });

  it('keeps no word of a customer, and shows none that was erased since', async () => {
    const run = await dryRun({ definition: rule('Parking', word('parking'), 'Behind the house.') });
    const { rows } = await heed.database.query('select result::text from dry_run where id = $1', [run.id]);
    expect(rows[0].result).not.toContain('parking');
    expect(run.result?.['examples']).toHaveLength(1);
    await heed.database.query(
      `update decision set snapshot = '{}', purged_at = now() where message_id in (select id from message where text = 'is there parking')`,
    );
    const { body } = await heed.api<Run>('GET', `/dry-runs/${run.id}`);
    expect(body.result?.['examples']).toEqual([]);
  });

  it('stands in a list, the newest first, page by page', async () => {
    const newest = await dryRun({ definition: rule('Listed', word('price'), 'See our list.') });
    const { body: first } = await heed.api<{ items: Json[]; nextCursor: string | null }>(
      'GET',
      '/rules/dry-runs?limit=1',
    );
    expect(first.items).toEqual([
      {
        id: newest.id,
        ruleId: null,
        ruleName: 'Listed',
        state: 'finished',
        days: 30,
        total: newest.lookedAt,
        lookedAt: newest.lookedAt,
        problem: null,
        actor: 'api token',
        createdAt: expect.any(String),
        finishedAt: expect.any(String),
        fired: { before: 0, after: 0 },
      },
    ]);
    const { body: second } = await heed.api<{ items: Json[] }>(
      'GET',
      `/rules/dry-runs?limit=1&cursor=${encodeURIComponent(first.nextCursor ?? '')}`,
    );
    expect(second.items).toHaveLength(1);
    expect(second.items[0]?.['id']).not.toBe(newest.id);
  });

  it('is one at a time, and says which', async () => {
    const definition = rule('All', { all: [] }, 'Yes.');
    const answers = await Promise.all(
      [1, 2, 3].map(() => heed.api('POST', '/rules/dry-run', { definition })),
    );
    const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
    expect(statuses).toEqual([202, 429, 429]);
    const busy = answers.find(({ status }) => status === 429);
    const begun = answers.find(({ status }) => status === 202);
    expect([busy?.headers.get('retry-after'), String(busy?.body['detail'])]).toEqual([
      '5',
      expect.stringContaining(String(begun?.body['id'])),
    ]);
    await eventually(async () => {
      const { body } = await heed.api<Run>('GET', `/dry-runs/${String(begun?.body['id'])}`);
      expect(body.state).toBe('finished');
    });
  });

  it.each([
    [{}, 422, '/definition'],
    [{ definition: { name: '' } }, 422, '/definition/name'],
    [{ definition: rule('A', { all: [] }, 'A'), days: 91 }, 422, '/days'],
    [{ ruleId: '0199c8f2-1234-7890-8abc-012345678901' }, 404, undefined],
  ])('that cannot be made is refused: %j', async (body, status, pointer) => {
    const answer = await heed.api<{ errors?: { pointer: string }[] }>('POST', '/rules/dry-run', body);
    expect(answer.status).toBe(status);
    const pointers = answer.body.errors?.map((each) => each.pointer);
    expect(pointer === undefined || pointers?.includes(pointer)).toBe(true);
  });

  it('that names nothing that is stored, is refused and leaves the way free', async () => {
    const definition = { ...rule('A', { all: [] }, 'A'), then: [{ reply: { use: 'No such template' } }] };
    expect((await heed.api('POST', '/rules/dry-run', { definition })).status).toBe(422);
    expect((await dryRun({ definition: rule('A', { all: [] }, 'A') })).state).toBe('finished');
  });
});

describe('the conflicts between rules', () => {
  it('are told with a message that shows them, and with rules that never fired', async () => {
    await addRule(heed, rule('Late price', word('price'), 'Another list.'));
    await heed.database.query(
      `update rule_revision set created_at = now() - interval '31 days' where definition ->> 'name' = 'Late price'`,
    );
    const { status, body } = await heed.api<{ items: Json[] }>('GET', '/rules/conflicts');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          kind: 'duplicate',
          certainty: 'proven',
          rule: { id: expect.any(String), name: 'Late price' },
          earlier: { id: expect.any(String), name: 'Price' },
          example: {
            event: 'message.received',
            text: 'price',
            channel: 'sms',
            sentence: 'Replied: rule "Price" matched.',
          },
        }),
      ]),
      neverFired: [{ name: 'Late price' }],
      analysed: 4,
      notAnalysed: 0,
      isCut: false,
    });
  });
});

describe('nothing that was tried', () => {
  it('was ever sent to anybody', () => {
    const tried = ['Closed on Sunday.', 'Yes.', 'Behind the house.'];
    const texts = SAID.flatMap((_text, index) =>
      acceptedFor(heed, `+1555010${String(index).padStart(4, '0')}`),
    ).map(({ text }) => text);
    expect(texts).toHaveLength(4);
    expect(texts.filter((text) => tried.includes(text))).toEqual([]);
  });
});
