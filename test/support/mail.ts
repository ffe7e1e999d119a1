import { expect } from '@jest/globals';
import { asObject } from '../../src/messaging/untrusted.js';
import { sampleEvent } from '../../src/sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../src/sandbox/payloads/fresh-ids.js';
import type { TestHeed } from './heed-app.js';
import { settled } from './outbound.js';

export type Mail = {
  readonly text?: string;
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
};

let mailboxes = 0;

/** The address of somebody who has not written yet. */
export function newMailbox(): string {
  mailboxes += 1;
  return `customer${mailboxes}@mail.example`;
}

/** An e-mail arrives; what follows from it is done when this returns. @returns the verdict. */
export async function mailFrom(
  heed: TestHeed,
  customer: string,
  { text = 'hello', subject, headers = {} }: Mail,
): Promise<string> {
  const now = new Date();
  const fields = { customer, own: 'shop@acme.example', text, ...(subject !== undefined && { subject }) };
  const built = sampleEvent('contiguity', 'email.incoming')?.build(fields, freshIds(now), now);
  const event = asObject(JSON.parse(built?.body ?? ''));
  const mail = asObject(event?.['data']);
  const body = { ...event, data: { ...mail, headers: { ...asObject(mail?.['headers']), ...headers } } };
  const { status, eventId } = await heed.webhook('contiguity', JSON.stringify(body));
  expect(status).toBe(200);
  await settled(heed);
  const { rows } = await heed.database.query(
    `select verdict from decision join domain_event on domain_event.id = domain_event_id where inbox_id = $1`,
    [eventId],
  );
  return rows[0]?.verdict;
}
