import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PROVIDER_NAMES } from '../messaging/provider.js';
import { asFilledText, type JsonObject } from '../messaging/untrusted.js';
import { CustomerMessageError, readCustomerMessage, type CustomerMessage } from './customer.js';
import type { Ledger } from './ledger.js';
import type { Misbehaviours } from './misbehaviour.js';
import { readJsonBody } from './read-body.js';
import { readMisbehaviourOrder } from './read-misbehaviour.js';
import type { ServiceWindows } from './service-windows.js';
import type { WebhookAnswer } from './webhook-poster.js';

type Parts = {
  readonly ledger: Ledger;
  readonly misbehaviours: Misbehaviours;
  readonly windows: ServiceWindows;
  readonly customerSays: (message: CustomerMessage) => Promise<WebhookAnswer>;
};

/** The sandbox's own routes: what it has accepted, what it is to do wrong, and its customers' handsets. */
export function registerControlRoutes(app: FastifyInstance, parts: Parts): void {
  const { ledger, misbehaviours, windows } = parts;

  app.get<{ Querystring: { provider?: string; to?: string } }>('/ledger', async ({ query }, reply) => {
    const provider = PROVIDER_NAMES.find((name) => name === query.provider);
    if (query.provider !== undefined && provider === undefined) return badRequest(reply, 'No such provider.');
    const filter = { ...(provider && { provider }), ...(query.to !== undefined && { to: query.to }) };
    return { items: ledger.list(filter), acceptedTotal: ledger.acceptedTotal };
  });
  app.delete('/ledger', async (_request, reply) => {
    ledger.clear();
    return reply.code(204).send();
  });

  app.post('/misbehave', async (request, reply) => {
    const order = readMisbehaviourOrder(await readBody(request));
    if (order === undefined) {
      return badRequest(reply, 'Send {"provider", "times", "behaviour": {"kind", …}} as application/json.');
    }
    misbehaviours.order(order);
    return reply.code(204).send();
  });
  app.delete('/misbehave', async (_request, reply) => {
    misbehaviours.clear();
    return reply.code(204).send();
  });

  app.post('/close-window', async (request, reply) => {
    const customer = asFilledText((await readBody(request))?.customer);
    if (customer === undefined)
      return badRequest(reply, 'Send {"customer": "<address>"} as application/json.');
    windows.close(customer);
    return reply.code(204).send();
  });

  app.post('/inbound', async (request, reply) => {
    const message = readCustomerMessage(await readBody(request));
    if (message === undefined) {
      return badRequest(reply, 'Send {"provider", "channel", "from", "text"} as application/json.');
    }
    return postInbound(message, parts.customerSays, reply);
  });

  /** What the customer's handset shows: every message that reached it. */
  app.get<{ Querystring: { to?: string } }>('/inbox', async ({ query }, reply) => {
    if (query.to === undefined) return badRequest(reply, 'Say whose: /inbox?to=<address>.');
    const messages = ledger.list({ to: query.to }).filter(({ status }) => status !== 'failed');
    const items = messages.map(
      ({ provider, channel, from, to, subject, text, acceptedAt, providerMessageId }) => ({
        provider,
        channel,
        from,
        to,
        ...(subject !== undefined && { subject }),
        text,
        acceptedAt,
        providerMessageId,
      }),
    );
    return { items };
  });
}

async function postInbound(
  message: CustomerMessage,
  customerSays: Parts['customerSays'],
  reply: FastifyReply,
): Promise<object> {
  try {
    const { status, eventId, isDuplicate } = await customerSays(message);
    reply.code(status).header('x-heed-duplicate', String(isDuplicate));
    if (eventId !== undefined) reply.header('x-heed-event-id', eventId);
    return { status, eventId: eventId ?? null, isDuplicate };
  } catch (error) {
    if (!(error instanceof CustomerMessageError)) throw error;
    reply.code(502);
    return { error: error.message };
  }
}

/** Only JSON by name: a page in a browser cannot post that to another origin without being asked first. */
async function readBody(request: FastifyRequest): Promise<JsonObject | undefined> {
  const body = await readJsonBody(request.raw);
  return /^application\/json\b/i.test(request.headers['content-type'] ?? '') ? body : undefined;
}

function badRequest(reply: FastifyReply, error: string): object {
  reply.code(400);
  return { error };
}
