import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DryRuns, type DryRunRow } from '#dist/dry-run/dry-run.repository.js';
import { DryRunner } from '#dist/dry-run/dry-runner.js';
import { SystemClock } from '#dist/platform/clock/clock.js';
import { Database } from '#dist/platform/database/database.js';
import { startEmbeddedPostgres } from '#dist/platform/database/embedded-postgres.js';
import { migrate } from '#dist/platform/database/migrate.js';
import { Log } from '#dist/platform/logging/log.js';
import { RuleRepository } from '#dist/rulebook/rule.repository.js';
import { parseRuleDefinition } from '#dist/rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '#dist/rules/definition/rule-definition.js';
import { DEFAULT_REPLY_SETTINGS } from '#dist/rules/guards/reply-settings.js';
import pg from 'pg';
import { bareReplay } from './peers/bare-replay.js';

const INSERTED_AT_ONCE = 2_000;
const DAYS = 30;
const CONTACTS = 5_000;
const WORDS = ['hours', 'parking', 'price', 'refund', 'delivery', 'menu', 'booking', 'address', 'invoice'];
const TEXTS = [
  'what are your opening hours on saturday?',
  'hi, I would like to ask whether my order has been sent already, thank you',
  'ok',
  'Can you send me the price list again please? The last one did not open on my phone.',
  'running ten minutes late',
  'Is there parking near the shop?',
  'I want to change my booking for Thursday evening, we will be five and not four',
  'thanks!',
  'where is my parcel',
  'bonjour, est-ce que vous livrez le dimanche matin ?',
];

type Row = { readonly name: string; readonly seconds: number; readonly messagesPerSecond: number };

/**
 * A dry run over the messages of 30 days, as `POST /api/v1/rules/dry-run` does it: every message is decided twice, by the live rules and by
 * those with the change. Beside it stands the least that any replay has to do: read the same rows and parse them.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { messages: { type: 'string', default: '100000' } } });
  const count = Number(values.messages);
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const postgres = await startEmbeddedPostgres(dataDir);
  const database = new Database(postgres.url, (error) => console.error(error));
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await migrate(postgres.url, { hasQueue: true });
    await client.connect();
    await fill(client, count);
    await makeRules(new RuleRepository(database));
    const bare = await timed('bare read + parse', count, () => bareReplay(postgres.url));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const heed = await timed('heed dry run', count, () => dryRun(database, count));
    delay.disable();
    print([heed, bare], count, delay.percentile(99) / 1e6, delay.max / 1e6);
  } finally {
    await client.end();
    await database.close();
    await postgres.discard();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function fill(client: pg.Client, count: number): Promise<void> {
  const connectionId = randomUUID();
  const contacts = Array.from({ length: CONTACTS }, (_, index) => ({
    id: randomUUID(),
    conversationId: randomUUID(),
    address: `+1555${String(index).padStart(7, '0')}`,
  }));
  const begun = Date.now() - (DAYS * 24 - 1) * 3_600_000;
  const stepMs = ((DAYS * 24 - 2) * 3_600_000) / count;
  for (let made = 0; made < count; made += INSERTED_AT_ONCE) {
    const rows = Array.from({ length: Math.min(INSERTED_AT_ONCE, count - made) }, (_, index) => {
      const number = made + index;
      const contact = contacts[(number * 7_919) % contacts.length];
      if (contact === undefined) throw new Error('There are no contacts.');
      return snapshot(connectionId, contact, number, new Date(begun + number * stepMs));
    });
    await client.query(
      `with given as (select * from json_to_recordset($1) as given(id uuid, event uuid, at timestamptz, snapshot jsonb)),
            event as (insert into domain_event (id, name, lane, payload, connection_id, state, occurred_at)
                      select event, 'message.received', 'lane', '{}', $2, 'processed', at from given)
       insert into decision (id, domain_event_id, verdict, sentence, stages, snapshot, decided_at)
       select id, event, 'no_rule_matched', '', '[]', snapshot, at from given`,
      [JSON.stringify(rows), connectionId],
    );
  }
  await client.query('vacuum analyze');
}

type Contact = { readonly id: string; readonly conversationId: string; readonly address: string };

/** As a decision stores it, with some talk before it. */
function snapshot(connectionId: string, contact: Contact, number: number, at: Date) {
  const now = at.toISOString();
  const event = {
    id: randomUUID(),
    name: 'message.received',
    lane: 'lane',
    occurredAt: now,
    connectionId,
    contactId: contact.id,
    conversationId: contact.conversationId,
    messageId: randomUUID(),
    inboxId: randomUUID(),
    payload: {
      channel: 'sms',
      from: contact.address,
      to: '+2203001234',
      text: number % 20 === 0 ? `question ${number}: what is the voucher for?` : textOf(number),
      attachments: [],
      isAutomatic: false,
    },
  };
  const facts = {
    brand: { name: 'Acme', helpContact: 'help@acme.example' },
    contact: { id: contact.id, tags: ['regular'], attributes: { city: 'Banjul' }, consent: 'subscribed' },
    conversation: {
      id: contact.conversationId,
      channel: 'sms',
      theirAddress: contact.address,
      ourAddress: '+2203001234',
    },
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
    guards: {
      settings: DEFAULT_REPLY_SETTINGS,
      receivedAt: now,
      isFromUs: false,
      firings: [],
      recentMessages: Array.from({ length: number % 4 }, (_, index) => ({
        from: index % 2 === 0 ? 'us' : 'them',
        isReply: false,
        at: new Date(at.getTime() - (index + 1) * 60_000).toISOString(),
        text: textOf(number + index),
      })),
      waitingReplies: [],
      killSwitches: [],
      budgetFilledAt: {},
    },
  };
  return { id: randomUUID(), event: event.id, at: now, snapshot: { event, facts, now } };
}

function textOf(number: number): string {
  return TEXTS[number % TEXTS.length] ?? '';
}

async function makeRules(rules: RuleRepository): Promise<void> {
  for (const word of WORDS) {
    const then = [{ reply: { text: `About ${word}: see {{ message.text }}` } }];
    await rules.create(definition(word, { then }), { actor: 'bench', reason: undefined });
  }
}

function definition(word: string, more: object = {}): RuleDefinition {
  const reading = parseRuleDefinition({
    name: word,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: word },
    then: [
      { reply: { text: `Thank you for asking about the ${word}, {{ contact.name | default: "friend" }}.` } },
    ],
    ...more,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.definition;
}

/** A new rule with a cooldown, above all others, so that it takes messages from one of them. */
async function dryRun(database: Database, count: number): Promise<void> {
  const runs = new DryRuns(database);
  const runner = new DryRunner(database, runs, new SystemClock(), new Log('error'));
  const when = { fact: 'message.text', op: 'word', value: ['voucher', 'parking'] };
  const id = await runner.start({
    ruleId: undefined,
    definition: definition('voucher', { when, limits: { cooldown: 'PT10M' } }),
    position: 1,
    days: DAYS,
    limit: count,
    actor: 'bench',
  });
  const row = await finished(runs, id);
  if (row.lookedAt !== count || (row.result?.gained ?? 0) < count / 50) {
    throw new Error(`Not what was to be found: ${JSON.stringify(row)}`);
  }
}

async function finished(runs: DryRuns, id: string): Promise<DryRunRow> {
  for (;;) {
    const row = await runs.find(id);
    if (row === undefined || row.state === 'failed') throw new Error(row?.problem ?? 'The dry run is gone.');
    if (row.state === 'finished') return row;
    await pause(50);
  }
}

async function timed(name: string, count: number, work: () => Promise<unknown>): Promise<Row> {
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1_000;
  return { name, seconds, messagesPerSecond: count / seconds };
}

function print(rows: readonly [Row, Row], count: number, p99Ms: number, maxMs: number): void {
  console.log(`\nA dry run over ${count} messages\n`);
  for (const { name, seconds, messagesPerSecond } of rows) {
    console.log(
      `${name.padEnd(20)}${seconds.toFixed(1).padStart(8)} s${messagesPerSecond.toFixed(0).padStart(10)} messages/s`,
    );
  }
  const ratio = rows[0].seconds / rows[1].seconds;
  console.log(`\nHeed / bare: ${ratio.toFixed(2)} × the time. Meanwhile the event loop was late by`);
  console.log(`${p99Ms.toFixed(1)} ms in the 99th percentile, ${maxMs.toFixed(1)} ms at most.`);
  console.log(
    JSON.stringify({ bench: 'dry-run', messages: count, rows, ratio, loopDelayMs: { p99Ms, maxMs } }),
  );
}
