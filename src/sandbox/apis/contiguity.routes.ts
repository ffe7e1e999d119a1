import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Channel } from '../../messaging/channel.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Ledger, LedgerEntry } from '../ledger.js';
import { isSameAddress, type SandboxAccounts } from '../sandbox-account.js';
import { contiguityApi, contiguityError, envelope } from './contiguity.api.js';

type Thread = { readonly to: string; readonly from: string; readonly limit: string };

const MAX_LIMIT = 200;

/**
 * Contiguity's history of what it sent. An entry of a thread carries no id, as documented: only the call for one message does.
 * Source: https://docs.contiguity.com/api-reference/openapi-conversations.json
 */
export function registerContiguityRoutes(
  app: FastifyInstance,
  accounts: SandboxAccounts,
  ledger: Ledger,
  clock: Clock,
): void {
  const root = '/contiguity/conversations/history';
  const refuse = (reply: FastifyReply, status: number, text: string): object => {
    reply.code(status);
    return contiguityError({ status, text }, clock.now());
  };
  const isAllowed = ({ headers }: FastifyRequest): boolean =>
    accounts.withKey('contiguity', contiguityApi.apiKeyIn(headers)) !== undefined;

  app.get<{ Params: { id: string }; Querystring: { tracking?: string } }>(
    `${root}/message/:id`,
    async (request, reply) => {
      if (!isAllowed(request)) return refuse(reply, 401, 'Unauthorized');
      const entry = ledger.find(request.params.id);
      if (entry?.provider !== 'contiguity') return refuse(reply, 404, 'Message not found');
      const tracking = request.query.tracking === 'true' ? { tracking: trackingOf(entry) } : {};
      return envelope('response', clock.now(), { ...singleMessage(entry), ...tracking });
    },
  );

  for (const [name, channel] of [['text', 'sms'] as const, ['imessage', 'imessage'] as const]) {
    app.get<{ Params: Thread }>(`${root}/${name}/:to/:from/:limit`, async (request, reply) => {
      if (!isAllowed(request)) return refuse(reply, 401, 'Unauthorized');
      const limit = Number(request.params.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
        return refuse(reply, 400, `limit has to be between 1 and ${MAX_LIMIT}`);
      }
      const sent = threadOf(ledger, channel, request.params);
      const conversation = sent.slice(-limit).map(threadMessage);
      const chat = { limit, total: sent.length, count: conversation.length };
      return envelope('response', clock.now(), { conversation, reactions: [], chat });
    });
  }
}

function threadOf(ledger: Ledger, channel: Channel, { to, from }: Thread): readonly LedgerEntry[] {
  return ledger
    .list({ provider: 'contiguity', to })
    .filter((entry) => entry.channel === channel && isSameAddress(entry.from, from));
}

function singleMessage(entry: LedgerEntry): object {
  return {
    id: entry.providerMessageId,
    to: entry.to,
    from: entry.from,
    message: entry.text,
    timestamp: Date.parse(entry.acceptedAt),
    status: entry.status,
    attachments: entry.body.attachments ?? [],
  };
}

function threadMessage(entry: LedgerEntry): object {
  const timestamp = Date.parse(entry.acceptedAt);
  return {
    to: entry.to,
    from: entry.from,
    message: entry.text,
    timestamp,
    delivery: { status: entry.status, delayed: false, timestamp },
    attachments: entry.body.attachments ?? [],
  };
}

function trackingOf(entry: LedgerEntry): readonly object[] {
  if (entry.status !== 'delivered') return [];
  return [{ event: 'text.delivery.confirmed', title: 'Message Delivered', timestamp: entry.acceptedAt }];
}
