import { createHash } from 'node:crypto';
import { asArray, asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { messageUlid } from './connectly.message-id.js';

const MAX_ID_LENGTH = 200; // An id is part of a database key, whose length is limited.

/**
 * The provider's id of an inbound message. The documentation shows none, live traffic carries it in `message.id`, or in
 * `buttonResponse.id` when a button was pressed. A business names its buttons and list rows itself, so a choice's id counts
 * only in the form that Connectly gives messages: a button called `yes` must not make the second `yes` a duplicate.
 */
export function inboundMessageId(body: JsonObject): string | undefined {
  const messageId = asObject(body.message)?.id;
  return (
    messageUlid(messageId) ??
    usableId(messageId) ??
    messageUlid(asObject(body.buttonResponse)?.id) ??
    messageUlid(asObject(body.listResponse)?.id)
  );
}

/**
 * The key of a message: its id, or a digest of who said what to whom in which second. Names and callback data stay out of it,
 * as they may differ between two deliveries of one event. The price: of two equal messages of one second one is lost,
 * where Connectly gives no id.
 */
export function messageKey(body: JsonObject): string {
  const id = inboundMessageId(body);
  if (id !== undefined) return `messages:${id}`;
  const sender = asObject(body.sender);
  return digestKey('messages', [
    body.timestamp,
    asFilledText(sender?.userId) ?? sender?.id,
    asObject(body.recipient)?.id,
    asObject(body.context)?.replyToId,
    body.message,
    body.buttonResponse,
    body.listResponse,
    body.attachments,
    body.location,
  ]);
}

/** A status has no id of its own: the id is the message's, the same for each of its statuses. */
export function statusKey(messageReference: string, status: string): string {
  const key = `delivery_status:${messageReference}:${status}`;
  return key.length <= MAX_ID_LENGTH ? key : digestKey('delivery_status', [messageReference, status]);
}

export function reportKey(body: JsonObject): string {
  const id = usableId(asObject(asObject(body.report)?.last_run)?.id);
  return id === undefined ? digestKey('report', body) : `report:${id}`;
}

/** A digest that does not depend on the order or spacing of the JSON it came in. */
export function digestKey(topic: string, content: unknown): string {
  return `${topic}:sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}

/** An id as the provider wrote it, unless it is blank or too long to be one. */
export function usableId(value: unknown): string | undefined {
  const id = asFilledText(value);
  return id !== undefined && id.length <= MAX_ID_LENGTH ? id : undefined;
}

/** Recursion is safe here: the body's depth was limited when it was read. */
function canonicalJson(value: unknown): string {
  const list = asArray(value);
  if (list !== undefined) return `[${list.map((item) => canonicalJson(item)).join(',')}]`;
  const object = asObject(value);
  if (object === undefined) return value === undefined ? 'null' : JSON.stringify(value);
  const members = Object.keys(object).toSorted();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalJson(object[name])}`).join(',')}}`;
}
