import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Channel } from '../messaging/channel.js';
import { asText, asObject, type JsonObject } from '../messaging/untrusted.js';
import type { Clock } from '../platform/clock/clock.js';
import type { AcceptedSend, Refusal, SandboxApi, SendRoute } from './apis/sandbox-api.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import type { AnswerBehaviour, Junk, Misbehaviours } from './misbehaviour.js';
import { readJsonBody } from './read-body.js';
import type { SandboxAccount, SandboxAccounts } from './sandbox-account.js';
import type { ServiceWindows } from './service-windows.js';
import { drip, endless } from './slow-answers.js';
import type { StatusCaller } from './status-caller.js';
import { planStatuses } from './status-plan.js';

type Parts = {
  readonly accounts: SandboxAccounts;
  readonly ledger: Ledger;
  readonly misbehaviours: Misbehaviours;
  readonly windows: ServiceWindows;
  readonly statusCaller: StatusCaller;
  readonly statusDelayMs: number;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Ends answers that take their time. */
  readonly stopping: AbortSignal;
};

const UNAUTHORIZED: Refusal = { status: 401, text: 'Unauthorized' };

/** One send call from its first byte to its last, with whatever misbehaviour was ordered for it. */
export class SendExchange {
  constructor(private readonly parts: Parts) {}

  async handle(
    api: SandboxApi,
    { channel, isTemplate = false }: SendRoute,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const behaviour = this.parts.misbehaviours.nextForAnswer(api.name);
    if (behaviour?.kind === 'reset_before_reading') return reset(request, reply);
    const body = await readJsonBody(request.raw);
    if (behaviour?.kind === 'status') return this.#refuseOnOrder(api, behaviour, reply);

    const account = this.parts.accounts.withKey(api.name, api.apiKeyIn(request.headers));
    if (account === undefined) return this.#refuse(api, UNAUTHORIZED, reply);
    const businessId = asText(asObject(request.params)?.businessId);
    const reading = api.readSend({
      channel,
      contentType: request.headers['content-type'] ?? '',
      body,
      account,
      isTemplate,
      isWindowClosed: (customer) => this.parts.windows.isClosed(customer),
      ...(businessId !== undefined && { businessId }),
    });
    if (reading.kind === 'refused') return this.#refuse(api, reading.refusal, reply);
    const entry = await this.#accept(api, channel, reading.send, body ?? {}, account);
    return this.#answer(api, entry, behaviour, request, reply);
  }

  async #accept(
    api: SandboxApi,
    channel: Channel,
    send: AcceptedSend,
    body: JsonObject,
    account: SandboxAccount,
  ): Promise<LedgerEntry> {
    const { clock, ledger, log, misbehaviours, statusCaller, statusDelayMs } = this.parts;
    const now = clock.now();
    const entry: LedgerEntry = {
      provider: api.name,
      channel,
      ...send,
      providerMessageId: api.newMessageId(channel, now),
      acceptedAt: now.toISOString(),
      status: 'accepted',
      body,
    };
    ledger.add(entry);
    log(`${api.name}: accepted ${channel} ${entry.providerMessageId}`);
    const behaviour = misbehaviours.nextForStatuses(api.name);
    const reports = api.statuses(entry, behaviour?.mode === 'failed');
    await statusCaller.start(planStatuses(reports, behaviour, statusDelayMs), entry, account);
    return entry;
  }

  async #answer(
    api: SandboxApi,
    entry: LedgerEntry,
    behaviour: Exclude<AnswerBehaviour, { kind: 'status' | 'reset_before_reading' }> | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { clock, stopping } = this.parts;
    const success = JSON.stringify(api.success(entry, clock.now()));
    switch (behaviour?.kind) {
      case undefined:
        return sendJson(reply, 200, success);
      case 'error_after_accepting':
        return this.#refuse(api, { status: behaviour.status, text: 'Internal error' }, reply);
      case 'reset_after_accepting':
        return reset(request, reply);
      case 'hang':
        await pause(behaviour.ms, undefined, { signal: stopping }).catch(() => undefined);
        return sendJson(reply, 200, success);
      case 'slow_body':
        return sendJson(reply, 200, Readable.from(drip(success, behaviour.bytesPerSecond, stopping)));
      case 'junk_body':
        return this.#answerJunk(api, behaviour.junk, success, reply);
      default: {
        const never: never = behaviour;
        return never;
      }
    }
  }

  #answerJunk(api: SandboxApi, junk: Junk, success: string, reply: FastifyReply): FastifyReply {
    switch (junk) {
      case 'html':
        return reply.code(200).type('text/html').send('<html><body><h1>It works!</h1></body></html>');
      case 'endless':
        return sendJson(reply, 200, Readable.from(endless()));
      case 'no_id':
        return sendJson(reply, 200, JSON.stringify(api.successWithoutId(this.parts.clock.now())));
      case 'not_json':
        return sendJson(reply, 200, success.slice(0, -2));
      default: {
        const never: never = junk;
        return never;
      }
    }
  }

  #refuseOnOrder(
    api: SandboxApi,
    order: Extract<AnswerBehaviour, { kind: 'status' }>,
    reply: FastifyReply,
  ): FastifyReply {
    if (order.retryAfter !== undefined) reply.header('retry-after', order.retryAfter);
    const refusal = { status: order.status, text: `The sandbox was told to answer ${order.status}.` };
    if (order.body === undefined) return this.#refuse(api, refusal, reply);
    return sendJson(reply, order.status, JSON.stringify(order.body));
  }

  #refuse(api: SandboxApi, refusal: Refusal, reply: FastifyReply): FastifyReply {
    return sendJson(reply, refusal.status, JSON.stringify(api.error(refusal, this.parts.clock.now())));
  }
}

function sendJson(reply: FastifyReply, status: number, body: string | Readable): FastifyReply {
  return reply.code(status).type('application/json').send(body);
}

/** Ends the connection the way a crashing peer does: a TCP reset and no answer. */
function reset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
}
