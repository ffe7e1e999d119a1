import type { ProviderAnswer, RegisteredWebhook, WebhookRegistration } from '../../messaging/provider.js';
import { asArray, asFilledText, asObject } from '../../messaging/untrusted.js';
import { businessRequest } from './connectly.api.js';

/** `echo` would send our own messages back to us as if customers had written them. */
const CONFIGURATION = { echo: false };

/** The ids that Connectly gives (`wh_…`). Anything else could not be put into a path safely. */
const WEBHOOK_ID = /^[\w-]{1,100}$/;

/**
 * Connectly keeps one address for each topic of a business. The topic of a registration cannot be changed.
 * Sources: https://docs.connectly.ai/api-reference/create-webhook, https://docs.connectly.ai/api-reference/get-webhooks,
 * https://docs.connectly.ai/api-reference/update-webhook and https://docs.connectly.ai/api-reference/delete-webhook
 */
export const webhookRegistration: WebhookRegistration = {
  topics: ['messages', 'delivery_status'],
  list: (account) => businessRequest('GET', 'webhooks', account),
  readList,
  create: (topic, address, account) =>
    businessRequest('POST', 'create/webhooks', account, {
      topic,
      address,
      type: 'custom',
      configuration: CONFIGURATION,
    }),
  update: (id, address, account) =>
    businessRequest('PUT', `update/webhooks/${pathSegment(id)}`, account, {
      address,
      configuration: CONFIGURATION,
    }),
  remove: (id, account) => businessRequest('DELETE', `delete/webhooks/${pathSegment(id)}`, account),
};

/** `undefined` when this is no list at all. An entity without `webhooks` is a business that has none yet. */
function readList(answer: ProviderAnswer): readonly RegisteredWebhook[] | undefined {
  if (answer.status < 200 || answer.status > 299) return undefined;
  const body = asObject(answer.json);
  const entity = asObject(body?.entity) ?? body;
  if (entity === undefined) return undefined;
  const webhooks = entity.webhooks ?? (body?.entity === undefined ? undefined : []);
  return asArray(webhooks)?.flatMap((item) => readWebhook(item) ?? []);
}

function readWebhook(item: unknown): RegisteredWebhook | undefined {
  const webhook = asObject(item);
  const id = asFilledText(webhook?.id);
  const topic = asFilledText(webhook?.topic);
  const address = asFilledText(webhook?.address);
  if (id === undefined || topic === undefined || address === undefined) return undefined;
  return WEBHOOK_ID.test(id) ? { id, topic, address } : undefined;
}

function pathSegment(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}
