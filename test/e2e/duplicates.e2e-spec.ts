import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withDemoRules } from '../support/demo-rules.js';
import { PROVIDER_NAMES, type ProviderName } from '../../src/messaging/provider.js';
import { startHeed, type TestHeed, type WebhookResponse } from '../support/heed-app.js';
import { settled } from '../support/settled.js';
import { messageBody } from '../support/webhook-bodies.js';

let one: TestHeed;
let other: TestHeed;

beforeAll(async () => {
  one = await startHeed();
  other = await startHeed({ beside: one });
  await withDemoRules(one);
});

afterAll(async () => {
  await other.close();
  await one.close();
});

describe('one event that is delivered a hundred times at once, to two processes', () => {
  it.each(PROVIDER_NAMES)(
    'B5: is stored once, acknowledged each time and answered once (%s)',
    async (provider) => {
      const from = `+22070000${PROVIDER_NAMES.indexOf(provider)}1`;
      const body = messageBody(provider, { from, text: 'what are your hours?' });
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? one : other).webhook(provider, body)),
      );
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      expect(answers.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1);
      expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(1);

      await settled(one.database);
      const id = answers[0]?.eventId;
      const { rows } = await one.database.query(
        `select (select count(*)::int from inbox_entry where id = $1) as entries,
              (select count(*)::int from inbox_key where inbox_id = $1) as keys,
              (select count(*)::int from message where inbox_id = $1) as messages,
              (select count(*)::int from message reply join message asked on reply.in_reply_to_id = asked.id
                where asked.inbox_id = $1) as replies`,
        [id],
      );
      expect(rows[0]).toEqual({ entries: 1, keys: 1, messages: 1, replies: 1 });
      expect(one.sandbox.ledger(provider).filter(({ to }) => to.endsWith(from.slice(1)))).toHaveLength(1);
    },
  );
});

describe('any sequence of deliveries', () => {
  it('leaves one row and one message for each event, however often and in whatever order it came', async () => {
    const events = Array.from({ length: 300 }, (_, index) => {
      const provider: ProviderName = PROVIDER_NAMES[index % PROVIDER_NAMES.length] ?? 'integify';
      const from = `+1555200${String(index % 40).padStart(4, '0')}`;
      return { provider, body: messageBody(provider, { from, text: `note ${index}` }) };
    });
    const deliveries = fc.shuffledSubarray(
      events.flatMap((event, index) => Array.from({ length: 1 + (index % 3) }, () => event)),
      { minLength: 600, maxLength: 600 },
    );
    const [order] = fc.sample(deliveries, 1);
    const answers = await postAll(order ?? []);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(events.length);
    expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(events.length);

    await settled(one.database);
    const { rows } = await one.database.query(
      `select count(*)::int as messages, count(distinct text)::int as texts, count(distinct inbox_id)::int as entries
         from message where text like 'note %'`,
    );
    expect(rows[0]).toEqual({ messages: 300, texts: 300, entries: 300 });
    const quarantined = await one.database.query(`select 1 from inbox_entry where state <> 'processed'`);
    expect(quarantined.rows).toEqual([]);
  });
});

/** Forty at a time, by turns to the one and to the other process. */
async function postAll(
  deliveries: readonly { provider: ProviderName; body: string }[],
): Promise<WebhookResponse[]> {
  const waiting = [...deliveries.entries()];
  const answers: WebhookResponse[] = [];
  const post = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, { provider, body }] = next;
      answers.push(await (index % 2 === 0 ? one : other).webhook(provider, body));
    }
  };
  await Promise.all(Array.from({ length: 40 }, post));
  return answers;
}
