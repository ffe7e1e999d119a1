import { ConnectionRegistry } from '../../src/connections/connection-registry.js';
import { ConnectionRepository } from '../../src/connections/connection.repository.js';
import type { Channel } from '../../src/messaging/channel.js';
import type { ProviderName } from '../../src/messaging/provider.js';
import { RuleRepository } from '../../src/rulebook/rule.repository.js';
import { parseRuleDefinition } from '../../src/rules/definition/parse-rule-definition.js';
import type { Behaviour } from '../../src/sandbox/misbehaviour.js';
import type { LedgerEntry } from '../../src/sandbox/ledger.js';
import { eventually } from './eventually.js';
import type { TestHeed } from './heed-app.js';

/** What the tables say about one message to a customer. */
export type Story = {
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly text: string;
  readonly reason: string | null;
  readonly failureKind: string | null;
  readonly attempt: number;
  readonly providerMessageId: string | null;
  readonly ourAddress: string | null;
  readonly permittedAt: Date | null;
  readonly leaseUntil: Date | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly outcome: string | null;
    readonly httpStatus: number | null;
    readonly detail: string | null;
    readonly finishedAt: string;
  }[];
  /** `queued`, `queued → sending`, … in their order. */
  readonly history: readonly string[];
  readonly causes: readonly string[];
};

/** The messages that were made for a customer, oldest first. */
export async function storiesOf(heed: TestHeed, customer: string): Promise<Story[]> {
  const { rows } = await heed.database.query(
    `select id, status, kind, text, reason, failure_kind as "failureKind", attempt, our_address as "ourAddress",
            provider_message_id as "providerMessageId", permitted_at as "permittedAt", lease_until as "leaseUntil",
            (select coalesce(json_agg(json_build_object('number', number, 'outcome', outcome, 'httpStatus', http_status,
                                               'detail', detail, 'finishedAt', finished_at) order by number), '[]')
               from send_attempt where message_id = message.id) as attempts,
            (select json_agg(concat_ws(' → ', from_status, to_status) order by at, id)
               from status_change where message_id = message.id) as history,
            (select json_agg(cause order by at, id) from status_change where message_id = message.id) as causes
       from message where direction = 'outbound' and their_address = $1 order by created_at, id`,
    [customer],
  );
  return rows;
}

/** Waits until the newest message to the customer has this status. */
export async function storyWith(heed: TestHeed, customer: string, status: string): Promise<Story> {
  return eventually(async () => {
    const story = (await storiesOf(heed, customer)).at(-1);
    if (story?.status !== status) {
      throw new Error(`Expected ${status}, found ${JSON.stringify(story, undefined, 1)}`);
    }
    return story;
  });
}

/** What the sandbox accepted for the customer: what a provider would have sent. */
export function acceptedFor(heed: TestHeed, customer: string): LedgerEntry[] {
  return heed.sandbox.ledger().filter((entry) => entry.to === customer);
}

/** A customer writes; Heed has stored it when this returns. */
export async function says(
  heed: TestHeed,
  provider: ProviderName,
  channel: Channel,
  from: string,
  text: string,
): Promise<void> {
  const { status } = await heed.sandbox.customerSays({ provider, channel, from, text });
  if (status !== 200) throw new Error(`Heed answered ${status}.`);
}

/** Waits until everything that was stored has been handled, and every message has left the queue. */
export async function settled(heed: TestHeed, withinMs?: number): Promise<void> {
  await eventually(async () => {
    const { rows } = await heed.database.query(
      `select (select count(*)::int from inbox_entry where state in ('received', 'dispatched')) as entries,
              (select count(*)::int from domain_event where state in ('pending', 'dispatched')) as events,
              (select count(*)::int from message where status in ('queued', 'sending')) as messages`,
    );
    const { entries, events, messages } = rows[0];
    if (entries + events + messages > 0) throw new Error(`Still open: ${JSON.stringify(rows[0])}`);
  }, withinMs);
}

/** Waits until no message is waiting to be sent or being sent. */
export async function queueIsEmpty(heed: TestHeed): Promise<void> {
  await eventually(async () => {
    const { rows } = await heed.database.query(
      `select id, their_address, reason from message where status in ('queued', 'sending') limit 3`,
    );
    if (rows.length > 0) throw new Error(`Still waiting: ${JSON.stringify(rows)}`);
  });
}

/** Adds a rule as an administrator would. @returns its id. */
export async function addRule(heed: TestHeed, json: unknown): Promise<string> {
  const reading = parseRuleDefinition(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return heed.app.nest
    .get(RuleRepository, { strict: false })
    .create(reading.definition, { actor: 'test', reason: undefined });
}

/** A rule that answers every message with one text. */
export function answering(text: string): object {
  return {
    name: 'Answer everything',
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text } }],
  };
}

export type ConnectionState = {
  readonly id: string;
  readonly pausedUntil: Date | null;
  readonly attention: string | null;
};

export async function connectionOf(heed: TestHeed, provider: ProviderName): Promise<ConnectionState> {
  const { rows } = await heed.database.query(
    `select id, paused_until as "pausedUntil", attention from connection where provider = $1`,
    [provider],
  );
  return rows[0];
}

/** Changes a connection as an administrator would, which also ends its pause. */
export async function mend(
  heed: TestHeed,
  provider: ProviderName,
  change: Parameters<ConnectionRepository['update']>[1] = {},
): Promise<void> {
  const { id } = await connectionOf(heed, provider);
  await heed.app.nest.get(ConnectionRepository, { strict: false }).update(id, change);
  await heed.app.nest.get(ConnectionRegistry, { strict: false }).refresh();
}

/** Holds an account back, so that what is queued for it stays queued. */
export async function holdBack(heed: TestHeed, provider: ProviderName): Promise<void> {
  await heed.database.query(
    `update connection set paused_until = now() + interval '1 hour' where provider = $1`,
    [provider],
  );
}

export async function letGo(heed: TestHeed, provider: ProviderName): Promise<void> {
  await heed.database.query('update connection set paused_until = null where provider = $1', [provider]);
}

/** Gives every account its full burst, so that a test does not wait for the sends of the one before it. */
export async function fillBuckets(heed: TestHeed): Promise<void> {
  await heed.database.query('update connection set send_tokens = 1000');
}

/** A provider of each kind, with the channel that all of them have or stand for. */
export const ACCOUNTS: readonly [ProviderName, Channel][] = [
  ['integify', 'sms'],
  ['contiguity', 'sms'],
  ['connectly', 'whatsapp'],
];

let customers = 0;

/** A customer nobody has written to yet, in a country that the provider serves. */
export function newCustomer(provider: ProviderName): string {
  customers += 1;
  const digits = String(customers).padStart(4, '0');
  return provider === 'integify' ? `+220765${digits}` : `+1555000${digits}`;
}

/** Orders the provider's next misbehaviour. */
export function order(heed: TestHeed, provider: ProviderName, behaviour: Behaviour, times = 1): void {
  heed.sandbox.misbehave({ provider, times, behaviour });
}

/** The account works on: the next customer is answered. When that is over, whatever would have been sent again has been. */
export async function othersAreAnswered(
  heed: TestHeed,
  provider: ProviderName,
  channel: Channel,
): Promise<void> {
  const other = newCustomer(provider);
  await says(heed, provider, channel, other, 'ping');
  await eventually(() => {
    if (acceptedFor(heed, other).length !== 1) throw new Error(`${provider} did not answer ${other}.`);
  });
}

/** Leaves no trace of a test to the next one: no order, no pause, nothing that waits. */
export async function calmDown(heed: TestHeed): Promise<void> {
  heed.sandbox.clearMisbehaviour();
  for (const [provider] of ACCOUNTS) await mend(heed, provider);
  await queueIsEmpty(heed);
}
