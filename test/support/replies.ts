import type { ProviderName } from '../../src/messaging/provider.js';
import type { TestHeed } from './heed-app.js';
import { acceptedFor, says, settled } from './outbound.js';

/** The customer writes, by SMS or, to a Connectly account, by WhatsApp; everything that follows from it has been done when this returns. */
export async function told(
  heed: TestHeed,
  customer: string,
  text: string,
  provider: ProviderName = 'contiguity',
): Promise<void> {
  await says(heed, provider, provider === 'connectly' ? 'whatsapp' : 'sms', customer, text);
  await settled(heed);
}

/** The texts that the customer got, oldest first. */
export function textsTo(heed: TestHeed, customer: string): string[] {
  return acceptedFor(heed, customer).map(({ text }) => text);
}

/** What was decided about the customer's messages, oldest first. */
export async function decisionsOn(
  heed: TestHeed,
  customer: string,
): Promise<{ verdict: string; sentence: string }[]> {
  const { rows } = await heed.database.query(
    `select verdict, sentence from decision join message on message.id = decision.message_id
      where direction = 'inbound' and their_address = $1 order by decided_at`,
    [customer],
  );
  return rows;
}

export async function lastSentence(heed: TestHeed, customer: string): Promise<string> {
  return (await decisionsOn(heed, customer)).at(-1)?.sentence ?? '';
}

/** Until when, and why, rules stay away from the customer's conversation. */
export async function pauseOf(
  heed: TestHeed,
  customer: string,
): Promise<{ pausedUntil: Date | null; pauseReason: string | null }> {
  const { rows } = await heed.database.query(
    `select paused_until as "pausedUntil", pause_reason as "pauseReason" from conversation where their_address = $1`,
    [customer],
  );
  return rows[0];
}

/** A rule for messages in which the word stands. */
export function onWord(word: string, then: readonly object[], more: object = {}): object {
  return {
    name: `On ${word}`,
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: word },
    then,
    ...more,
  };
}

/** A person writes to the customer. */
export async function sendsByHand(heed: TestHeed, to: string, text: string): Promise<void> {
  const message = { channel: 'sms', connection: 'contiguity/default', to, text };
  const { status, body } = await heed.api('POST', '/messages', message);
  if (status !== 202) throw new Error(`Heed answered ${status}: ${JSON.stringify(body)}`);
}

/** Changes the settings of automatic replies as an administrator would. */
export async function changeReplySettings(heed: TestHeed, settings: object): Promise<void> {
  const { body: before } = await heed.api<{ version: number }>('GET', '/reply-settings');
  const { status, body } = await heed.api('PUT', '/reply-settings', { ...settings, version: before.version });
  if (status !== 200) throw new Error(`Heed answered ${status}: ${JSON.stringify(body)}`);
}

/** No rules, no kill switch, the settings as they are at the start. */
export async function forgetRules(heed: TestHeed): Promise<void> {
  await heed.database.query('update rule set position = null, deleted_at = now() where deleted_at is null');
  await heed.database.query('delete from reply_settings');
  await heed.database.query('delete from kill_switch');
  await heed.database.query(
    `insert into system_mark (name, version, updated_at) values ('rules', 1, now())
         on conflict (name) do update set version = system_mark.version + 1`,
  );
}
