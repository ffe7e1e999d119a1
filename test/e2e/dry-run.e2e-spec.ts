import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RuleBreaker } from '../../src/dry-run/rule-breaker.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { fillBuckets, says, settled } from '../support/outbound.js';

type Json = Record<string, unknown>;

const THRESHOLD = 4;
/** So many messages of the past ask about the hours and the price. */
const PAST = 5;

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed({ env: { HEED_ARMING_THRESHOLD: String(THRESHOLD) } });
  await fillBuckets(heed);
});

afterAll(async () => {
  await heed.close();
});

function rule(name: string, more: Json = {}): Json {
  return {
    name,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: name.toLowerCase() },
    then: [{ reply: { text: `About ${name}.` } }],
    ...more,
  };
}

async function dryRun(body: Json): Promise<string> {
  const { body: begun } = await heed.api('POST', '/rules/dry-run', body);
  return eventually(async () => {
    const { body: run } = await heed.api('GET', `/dry-runs/${String(begun['id'])}`);
    expect(run['state']).toBe('finished');
    return String(run['id']);
  });
}

async function told(customer: string, text: string): Promise<void> {
  await says(heed, 'contiguity', 'sms', customer, text);
  await settled(heed);
}

describe('a rule goes live', () => {
  let id = '';

  it('without a dry run while there is too little past to try it on', async () => {
    const made = await heed.api('POST', '/rules', rule('Hours'));
    expect([made.status, made.body['forecast'], made.headers.get('x-heed-arming')]).toEqual([
      201,
      null,
      expect.stringContaining('There were 0 events of message.received'),
    ]);
    id = String(made.body['id']);
    for (let index = 0; index < PAST; index += 1) await told(`+155502000${index}`, 'hours? what price?');
  });

  it('without one while it would hardly ever have fired, however much past there is', async () => {
    const rare = await heed.api('POST', '/rules', rule('Directions'));
    expect([rare.status, rare.headers.get('x-heed-arming')]).toEqual([
      201,
      `It needs no dry run: that is asked for above ${THRESHOLD} firings in 30 days. It would have fired upon 0 of the ${PAST} events of message.received that were looked at, which is all of the last 30 days.`,
    ]);
    const behind = await heed.api('POST', '/rules', rule('Price'));
    expect([behind.status, behind.headers.get('x-heed-arming')]).toEqual([
      201,
      expect.stringContaining('fired upon 0 of'),
    ]);
    await heed.api('DELETE', `/rules/${String(behind.body['id'])}`);
  });

  it('D2, I22: only after a dry run of exactly this rule, when it would have fired more than a few times', async () => {
    const off = rule('Hours', { enabled: false });
    expect((await heed.api('PUT', `/rules/${id}`, off)).status).toBe(200);
    const draft = rule('Price');
    const refused = await heed.api('POST', '/rules', draft);
    expect([refused.status, String(refused.body['detail'])]).toEqual([
      409,
      expect.stringMatching(
        /^It would have fired upon 5 of the 5 events .* more than 4, .*POST \/api\/v1\/rules\/dry-run/,
      ),
    ]);
    const ofAnother = await dryRun({ definition: rule('Hours') });
    const wrong = await heed.api('POST', '/rules', { ...draft, dryRunId: ofAnother });
    expect([wrong.status, String(wrong.body['detail'])]).toEqual([
      409,
      expect.stringContaining('exactly this rule'),
    ]);
    const dryRunId = await dryRun({ definition: { ...draft, mode: 'shadow' } });
    const made = await heed.api('POST', '/rules', { ...draft, dryRunId });
    expect([made.status, made.body['forecast'], made.headers.get('x-heed-arming')]).toEqual([
      201,
      { mean: 5, low: 0, high: 12, dryRunId, madeAt: expect.any(String) },
      'It was tried on the past.',
    ]);
    await heed.api('DELETE', `/rules/${String(made.body['id'])}`);
    const again = await heed.api('PUT', `/rules/${id}`, {
      ...rule('Hours'),
      dryRunId: await dryRun({ ruleId: id, definition: rule('Hours') }),
    });
    expect(again.status).toBe(200);
  });

  it('again with every change of what it answers to, but not of what it says', async () => {
    const reworded = rule('Hours', { then: [{ reply: { text: 'We open at 9.' } }] });
    expect((await heed.api('PUT', `/rules/${id}`, reworded)).status).toBe(200);
    const wider = rule('Hours', { when: { all: [] } });
    expect((await heed.api('PUT', `/rules/${id}`, wider)).status).toBe(409);
    const ofNoRule = await dryRun({ definition: wider });
    expect((await heed.api('PUT', `/rules/${id}`, { ...wider, dryRunId: ofNoRule })).status).toBe(409);
    const dryRunId = await dryRun({ ruleId: id, definition: wider });
    const changed = await heed.api('PUT', `/rules/${id}`, { ...wider, dryRunId });
    expect([changed.status, changed.body['forecast']]).toMatchObject([200, { dryRunId }]);
    const reread = await heed.api('PUT', `/rules/${id}`, { ...changed.body, name: 'All' });
    expect([reread.status, reread.body['forecast']]).toMatchObject([200, { dryRunId }]);
    expect((await heed.api('POST', `/rules/${id}/rollback`, { revision: 1 })).status).toBe(200);
  });

  it('not by the way over a shadow, and not by a dry run of yesterday', async () => {
    const draft = rule('Parking', { when: { fact: 'message.text', op: 'word', value: 'hours' } });
    await heed.api('PUT', `/rules/${id}`, rule('Hours', { enabled: false }));
    const shadow = await heed.api('POST', '/rules', { ...draft, mode: 'shadow' });
    expect(shadow.status).toBe(201);
    const path = `/rules/${String(shadow.body['id'])}`;
    expect((await heed.api('PUT', path, draft)).status).toBe(409);
    const dryRunId = await dryRun({ ruleId: shadow.body['id'] });
    await heed.database.query(
      `update dry_run set created_at = created_at - interval '25 hours' where id = $1`,
      [dryRunId],
    );
    expect((await heed.api('PUT', path, { ...draft, dryRunId })).status).toBe(409);
    expect((await heed.api('PUT', path, { ...draft, enabled: false })).status).toBe(200);
  });
});

describe('a rule that fires far more often than its dry run foretold', () => {
  const BURST = 200;
  let id = '';

  /** Firings as a burst leaves them, noted as the decisions do it. */
  async function burst(): Promise<void> {
    await heed.database.query(
      `insert into rule_hit select $1, now() - n * interval '1 second', gen_random_uuid(), 'fired' from generate_series(1, $2) as n`,
      [id, BURST],
    );
    const breaker = heed.app.nest.get(RuleBreaker, { strict: false });
    for (let fired = 0; fired < BURST; fired += 1) breaker.noteFirings([id]);
    await breaker.settle();
  }

  async function explained(customer: string): Promise<Json> {
    const { body } = await heed.api<{ items: Json[] }>(
      'GET',
      `/messages?direction=inbound&address=${encodeURIComponent(customer)}`,
    );
    return (await heed.api('GET', `/messages/${String(body.items[0]?.['id'])}/explain`)).body;
  }

  beforeAll(async () => {
    const draft = rule('Voucher');
    const dryRunId = await dryRun({ definition: draft });
    await heed.database.query(
      `update dry_run set result = jsonb_set(result, '{forecast}', '{"mean": 10, "low": 0, "high": 20}') where id = $1`,
      [dryRunId],
    );
    const made = await heed.api('POST', '/rules', { ...draft, dryRunId });
    id = String(made.body['id']);
    await heed.database.query(`update rule set watched_since = now() - interval '1 hour' where id = $1`, [
      id,
    ]);
  });

  it('D12: is held back, and the next message says why', async () => {
    await told('+15550210001', 'voucher');
    expect(await explained('+15550210001')).toMatchObject({ verdict: 'replied' });
    await burst();
    await told('+15550210002', 'voucher');
    const explanation = await explained('+15550210002');
    const sentence = `It fired ${BURST + 1} times in 24 hours, ${BURST + 1} of them in one hour; its dry run foretold 20 times a day at most.`;
    expect(explanation).toMatchObject({
      verdict: 'no_rule_matched',
      sentence: expect.stringContaining(`Rule "Voucher" would have, but it is held back. ${sentence}`),
    });
    expect(JSON.stringify(explanation['stages'])).toContain('it is held back since');
    const { body } = await heed.api<{ heldBack: Json; traffic: Json }>('GET', `/rules/${id}`);
    expect(body).toMatchObject({
      mode: 'live',
      heldBack: { at: expect.any(String), reason: expect.stringContaining(sentence) },
      traffic: { shadow7Days: 1 },
    });
  });

  it('is told of in the statistics, the metrics and the audit trail', async () => {
    expect((await heed.api('GET', '/stats')).body['rulesHeldBackNow']).toBe(1);
    expect(await (await fetch(`${heed.url}/metrics`)).text()).toMatch(/^heed_rules_held_back_total 1$/m);
    const { body } = await heed.api<{ items: Json[] }>('GET', '/audit?action=rules.hold-back');
    expect(body.items).toMatchObject([
      { actor: 'heed', subjectId: id, after: { firedInHour: BURST + 1, foretoldAtMost: 20 } },
    ]);
  });

  it('can be decided again as it was decided then', async () => {
    const { body } = await heed.api<{ items: Json[] }>('GET', '/messages?direction=inbound&limit=2');
    for (const { id: messageId } of body.items) {
      const replay = await heed.api('GET', `/messages/${String(messageId)}/decision/replay`);
      expect(replay.body).toMatchObject({ identical: true });
    }
  });

  it('goes on when a person says so, and what it fired before is forgiven', async () => {
    const resumed = await heed.api('POST', `/rules/${id}/resume`);
    expect([resumed.status, resumed.body['heldBack']]).toEqual([200, null]);
    await told('+15550210003', 'voucher');
    expect(await explained('+15550210003')).toMatchObject({ verdict: 'replied' });
    const breaker = heed.app.nest.get(RuleBreaker, { strict: false });
    for (let fired = 0; fired < 20; fired += 1) breaker.noteFirings([id]);
    await breaker.settle();
    expect((await heed.api('GET', `/rules/${id}`)).body['heldBack']).toBeNull();
    expect((await heed.api('POST', '/rules/0199c8f2-1234-7890-8abc-012345678901/resume')).status).toBe(404);
  });

  it('is not watched when nothing was foretold', async () => {
    await heed.database.query('update rule_revision set dry_run_id = null where rule_id = $1', [id]);
    await burst();
    expect((await heed.api('GET', `/rules/${id}`)).body['heldBack']).toBeNull();
  });
});
