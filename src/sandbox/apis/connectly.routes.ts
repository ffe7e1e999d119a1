import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readJsonBody } from '../read-body.js';
import type { SandboxAccount, SandboxAccounts } from '../sandbox-account.js';
import { connectlyApi, connectlyError } from './connectly.api.js';
import type { ConnectlyWebhooks } from './connectly.webhooks.js';
import type { Refusal } from './sandbox-api.js';

type Params = { readonly businessId: string; readonly id: string };
type Request = FastifyRequest<{ Params: Params }>;

/** The calls of Connectly's API besides sending: those that register webhooks. */
export function registerConnectlyRoutes(
  app: FastifyInstance,
  accounts: SandboxAccounts,
  webhooks: ConnectlyWebhooks,
): void {
  const root = '/connectly/v1/businesses/:businessId';
  const asAccount =
    (act: (account: SandboxAccount, request: Request, reply: FastifyReply) => Promise<unknown>) =>
    async (request: Request, reply: FastifyReply): Promise<unknown> => {
      const account = accounts.withKey('connectly', connectlyApi.apiKeyIn(request.headers));
      if (account === undefined) return refuse(reply, { status: 401, text: 'API key is missing or wrong' });
      if (account.businessId !== undefined && account.businessId !== request.params.businessId) {
        return refuse(reply, { status: 404, text: 'Business not found' });
      }
      return act(account, request, reply);
    };

  app.get<{ Params: Params }>(
    `${root}/webhooks`,
    asAccount(async (account, request) => ({
      entity: { businessId: request.params.businessId, webhooks: webhooks.list(account) },
    })),
  );
  app.post<{ Params: Params }>(
    `${root}/create/webhooks`,
    asAccount(async (account, request, reply) => {
      const created = webhooks.create(account, await readJsonBody(request.raw));
      return created.ok ? created.registration : refuse(reply, created.refusal);
    }),
  );
  app.put<{ Params: Params }>(
    `${root}/update/webhooks/:id`,
    asAccount(async (account, request, reply) => {
      const updated = webhooks.update(account, request.params.id, await readJsonBody(request.raw));
      return updated.ok ? updated.registration : refuse(reply, updated.refusal);
    }),
  );
  app.delete<{ Params: Params }>(
    `${root}/delete/webhooks/:id`,
    asAccount(async (account, request, reply) =>
      webhooks.remove(account, request.params.id)
        ? {}
        : refuse(reply, { status: 404, text: 'Webhook not found' }),
    ),
  );
}

function refuse(reply: FastifyReply, refusal: Refusal): object {
  reply.code(refusal.status);
  return connectlyError(refusal);
}
