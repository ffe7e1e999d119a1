import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { LibraryRepository } from '../../src/rulebook/library.repository.js';
import { LiveRules } from '../../src/rulebook/live-rules.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import { rulebookAt } from '../../src/rulebook/rulebook-at.repository.js';
import { parseRuleDefinition } from '../../src/rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../../src/rules/definition/rule-definition.js';
import type { ReplyTemplate } from '../../src/rules/library.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { says, settled } from '../support/outbound.js';

let heed: TestHeed;
let database: Database;
let rules: RuleRepository;
let library: LibraryRepository;

const MIGRATIONS = new URL('../../prisma/migrations/', import.meta.url);

const CHANGE = { actor: 'test', reason: undefined };

beforeAll(async () => {
  heed = await startHeed();
  database = heed.app.nest.get(Database);
  rules = heed.app.nest.get(RuleRepository, { strict: false });
  library = heed.app.nest.get(LibraryRepository, { strict: false });
});

afterAll(async () => {
  await heed.close();
});

function definition(name: string, more: object = {}): RuleDefinition {
  const reading = parseRuleDefinition({
    name,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: name },
    then: [{ reply: { text: `It is ${name}.` } }],
    ...more,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.definition;
}

function aTemplate(name: string, text: string): ReplyTemplate {
  return { name, text };
}

/** What stands in the tables now, as the history should have it for the present version. */
async function present(): Promise<unknown[]> {
  const { rows } = await heed.database.query(
    `select 'rule' as kind, id, revision_id as "revisionId", position from rule where deleted_at is null
     union all select kind, id, revision_id, null from library_item where deleted_at is null
     order by position, id`,
  );
  return rows;
}

async function inHistory(version: bigint): Promise<unknown[]> {
  return (await rulebookAt(version, database)).map(({ kind, id, revisionId, position }) => ({
    kind,
    id,
    revisionId,
    position,
  }));
}

describe('the history of the rulebook', () => {
  it('has every version as it was, whatever was changed', async () => {
    const versions = new Map<bigint, unknown[]>();
    const remember = async () => versions.set(await rules.version(), await present());
    await remember();
    const first = await rules.create(definition('first'), CHANGE);
    await remember();
    const second = await rules.create(definition('second'), CHANGE);
    await remember();
    await rules.revise(first, definition('first', { enabled: false }), CHANGE, undefined);
    await remember();
    await rules.reorder([second, first]);
    await remember();
    const template = await library.create('template', aTemplate('Text', 'Hello.'), CHANGE);
    await remember();
    await library.revise('template', template, aTemplate('Text', 'Hi.'), CHANGE, undefined);
    await remember();
    await rules.remove(second);
    await remember();
    await library.remove('template', template, undefined);
    await remember();
    await rules.remove(first);
    await remember();
    expect(versions.size).toBe(10);
    for (const [version, rows] of versions) expect(await inHistory(version)).toEqual(rows);
    expect((await present()).length).toBe(0);
  });

  it('is untouched by a change that was refused', async () => {
    const id = await rules.create(definition('kept'), CHANGE);
    const version = await rules.version();
    await expect(rules.revise(id, definition('lost'), CHANGE, 7)).rejects.toThrow('since you read it');
    await expect(rules.reorder([])).rejects.toThrow('Read the list again');
    expect(await rules.version()).toBe(version);
    expect(await inHistory(version)).toEqual(await present());
    await rules.remove(id);
  });

  it('begins, for what was there before it was kept, with the present version', async () => {
    const id = await rules.create(definition('older'), CHANGE);
    const folder = (await readdir(MIGRATIONS)).find((name) => name.endsWith('_library')) ?? '';
    const sql = await readFile(new URL(`${folder}/migration.sql`, MIGRATIONS), 'utf8');
    const history = await heed.database.query('select * from rulebook_entry');
    expect(history.rows.length).toBeGreaterThan(1);
    await heed.database.query('delete from rulebook_entry');
    await heed.database.query(sql.slice(sql.indexOf('INSERT INTO "rulebook_entry"')));
    expect(await inHistory(await rules.version())).toEqual(await present());
    expect(await inHistory((await rules.version()) - 1n)).toEqual([]);
    await rules.remove(id);
    expect(await inHistory(await rules.version())).toEqual([]);
  });

  it('gives each version its own compiled rules, however many are asked for', async () => {
    const live = heed.app.nest.get(LiveRules, { strict: false });
    const id = await rules.create(definition('v0'), CHANGE);
    const versions = [await rules.version()];
    for (const name of ['v1', 'v2', 'v3', 'v4', 'v5']) {
      await rules.revise(id, definition(name), CHANGE, undefined);
      versions.push(await rules.version());
    }
    for (const [index, version] of [...versions.entries(), ...versions.entries()]) {
      const compiled = await live.at(version);
      expect(compiled.byEvent.get('message.received')?.map(({ name }) => name)).toEqual([`v${index}`]);
    }
    await rules.remove(id);
  });
});

describe('the replay of a decision', () => {
  type Replay = {
    identical: boolean;
    rulesVersion: number;
    stored: { verdict: string; sentence: string; replies: Record<string, string> };
    differences: { pointer: string }[];
  };

  async function told(customer: string, text: string): Promise<string> {
    await says(heed, 'contiguity', 'sms', customer, text);
    await settled(heed);
    const { rows } = await heed.database.query(
      `select id from message where direction = 'inbound' and their_address = $1 order by created_at desc, id desc limit 1`,
      [customer],
    );
    return String(rows[0].id);
  }

  async function replayed(messageId: string): Promise<Replay> {
    const { status, body } = await heed.api<Replay>('GET', `/messages/${messageId}/decision/replay`);
    expect([status, status === 200 ? '' : body]).toEqual([200, '']);
    return body;
  }

  const customer = '+15550091001';

  it('D9: is identical after everything it was decided by has changed', async () => {
    const template = await library.create('template', aTemplate('Reply', 'We close at six.'), CHANGE);
    const open = { monday: [['00:00', '24:00']] };
    const always = { ...open, tuesday: open.monday, wednesday: open.monday, thursday: open.monday };
    const weekly = { ...always, friday: open.monday, saturday: open.monday, sunday: open.monday };
    const document = { name: 'Always', timeZone: 'Africa/Banjul', weekly, exceptions: [] };
    const emptied = { ...document, weekly: {} };
    const schedule = await library.create('schedule', document, CHANGE);
    const hours = { fact: 'message.text', op: 'word', value: 'hours' };
    const within = { fact: 'time.now', op: 'within', value: 'Always' };
    const asked = await rules.create(
      definition('hours', { when: { all: [hours, within] }, then: [{ reply: { use: 'Reply' } }] }),
      CHANGE,
    );
    const other = await rules.create(definition('price', { limits: { cooldown: 'PT1H' } }), CHANGE);
    const messages: string[] = [];
    for (const text of [
      'hours?',
      'price',
      'and what is the price of two',
      'something else',
      'HELP',
      'STOP',
      'hours',
    ]) {
      messages.push(await told(customer, text));
    }

    await library.revise('template', template, aTemplate('Reply', 'We close at five.'), CHANGE, undefined);
    await library.revise('schedule', schedule, emptied, CHANGE, undefined);
    await rules.reorder([other, asked]);
    await rules.revise(other, definition('price', { then: [{ tag: 'asked' }] }), CHANGE, undefined);
    await rules.remove(asked);

    const replays = await Promise.all(messages.map(replayed));
    expect(replays.map(({ differences }) => differences)).toEqual(messages.map(() => []));
    expect(replays.every(({ identical }) => identical)).toBe(true);
    expect(replays.map(({ stored }) => stored.verdict)).toEqual([
      'replied',
      'replied',
      'cooldown',
      'no_rule_matched',
      'help_sent',
      'opt_out_recorded',
      'suppressed',
    ]);
    expect(Object.values(replays[0]?.stored.replies ?? {})).toEqual(['We close at six.']);
    await rules.remove(other);
  });

  it('answers for a reply with the decision that caused it', async () => {
    const { rows } = await heed.database.query(
      `select id from message where their_address = $1 and text = 'We close at six.'`,
      [customer],
    );
    expect((await replayed(String(rows[0].id))).identical).toBe(true);
  });

  it('reports a stored decision that somebody has altered, and where', async () => {
    const messageId = await told('+15550091002', 'anything');
    expect((await replayed(messageId)).identical).toBe(true);
    await heed.database.query(
      `update decision set sentence = 'Because.', stages = jsonb_set(stages, '{0,outcome}', '"stopped"') where message_id = $1`,
      [messageId],
    );
    const { identical, differences } = await replayed(messageId);
    expect(identical).toBe(false);
    expect(differences.map(({ pointer }) => pointer)).toEqual(['/sentence', '/stages/0/outcome']);
  });

  it('says why a decision cannot be made again', async () => {
    const messageId = await told('+15550091003', 'anything');
    const answer = async () => {
      const { status, body } = await heed.api('GET', `/messages/${messageId}/decision/replay`);
      return [status, String(body['detail'])];
    };
    await heed.database.query('update decision set rules_version = null where message_id = $1', [messageId]);
    expect(await answer()).toEqual([
      409,
      expect.stringContaining('before versions of the rulebook were kept'),
    ]);
    await heed.database.query(`update decision set snapshot = '{}' where message_id = $1`, [messageId]);
    expect(await answer()).toEqual([409, expect.stringContaining('erased')]);
    await heed.database.query('delete from decision where message_id = $1', [messageId]);
    expect(await answer()).toEqual([404, 'There is no such decision about this message.']);
  });
});
