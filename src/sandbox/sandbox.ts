import { setMaxListeners } from 'node:events';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ProviderName } from '../messaging/provider.js';
import { SystemClock, type Clock } from '../platform/clock/clock.js';
import { connectlyApi } from './apis/connectly.api.js';
import { registerConnectlyRoutes } from './apis/connectly.routes.js';
import { ConnectlyWebhooks } from './apis/connectly.webhooks.js';
import { contiguityApi } from './apis/contiguity.api.js';
import { registerContiguityRoutes } from './apis/contiguity.routes.js';
import { integifyApi } from './apis/integify.api.js';
import type { SandboxApi } from './apis/sandbox-api.js';
import { registerControlRoutes } from './control-routes.js';
import { deliverToHeed, type CustomerMessage } from './customer.js';
import { Ledger, type LedgerEntry } from './ledger.js';
import { Misbehaviours, type MisbehaviourOrder } from './misbehaviour.js';
import { SandboxAccounts, type SandboxAccount } from './sandbox-account.js';
import { SendExchange } from './send-exchange.js';
import { ServiceWindows } from './service-windows.js';
import { StatusCaller } from './status-caller.js';
import { WebhookPoster, type WebhookAnswer } from './webhook-poster.js';

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The loopback interface unless said otherwise: nothing here asks who is calling. */
  readonly host?: string;
  readonly accounts: readonly SandboxAccount[];
  /** Time from acceptance to the first status, and between statuses. */
  readonly statusDelayMs?: number;
  readonly clock?: Clock;
  /** Told about each accepted message and each webhook that Heed did not take; never a text, an address or a secret. */
  readonly log?: (line: string) => void;
};

/** The three providers on one port: their APIs under `<url>/contiguity`, `<url>/integify` and `<url>/connectly`. */
export type Sandbox = {
  readonly url: string;
  ledger(provider?: ProviderName): readonly LedgerEntry[];
  clearLedger(): void;
  misbehave(order: MisbehaviourOrder): void;
  clearMisbehaviour(): void;
  /** From now on, and until this customer writes, they can only be sent templates where a channel has a service window. */
  closeWindow(customer: string): void;
  /** A customer writes. Gives Heed's answer to the webhook; throws `CustomerMessageError` when there is none. */
  customerSays(message: CustomerMessage): Promise<WebhookAnswer>;
  setWebhookUrl(provider: ProviderName, url: string): void;
  /** Ends hanging answers and drops statuses that are still to come. */
  stop(): Promise<void>;
};

const APIS: readonly SandboxApi[] = [contiguityApi, integifyApi, connectlyApi];

const DEFAULT_STATUS_DELAY_MS = 300;

/** Plays the providers over real HTTP, so that everything between Heed's sockets and theirs is exercised too. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', clock = new SystemClock(), log = ignore } = options;
  const accounts = new SandboxAccounts(options.accounts);
  const ledger = new Ledger();
  const misbehaviours = new Misbehaviours();
  const windows = new ServiceWindows();
  const connectlyWebhooks = new ConnectlyWebhooks();
  const poster = new WebhookPoster();
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // One for each answer that takes its time.
  const statusCaller = new StatusCaller({ ledger, poster, connectlyWebhooks, clock, log });
  const exchange = new SendExchange({
    accounts,
    ledger,
    misbehaviours,
    windows,
    statusCaller,
    statusDelayMs: options.statusDelayMs ?? DEFAULT_STATUS_DELAY_MS,
    clock,
    log,
    stopping: stopping.signal,
  });
  const customerSays = (message: CustomerMessage): Promise<WebhookAnswer> => {
    windows.open(message.from);
    return deliverToHeed(message, { accounts, poster, connectlyWebhooks, clock });
  };

  const app = rawBodyServer();
  registerSendRoutes(app, exchange);
  registerContiguityRoutes(app, accounts, ledger, clock);
  registerConnectlyRoutes(app, accounts, connectlyWebhooks);
  registerControlRoutes(app, { ledger, misbehaviours, windows, customerSays });
  const url = await app.listen({ port, host });

  return {
    url,
    ledger: (provider) => ledger.list(provider === undefined ? {} : { provider }),
    clearLedger: () => ledger.clear(),
    misbehave: (order) => misbehaviours.order(order),
    clearMisbehaviour: () => misbehaviours.clear(),
    closeWindow: (customer) => windows.close(customer),
    customerSays,
    setWebhookUrl: (provider, webhookUrl) => accounts.setWebhookUrl(provider, webhookUrl),
    stop: async () => {
      stopping.abort();
      const statusesEnded = statusCaller.stop();
      await poster.close();
      await statusesEnded;
      await app.close();
    },
  };
}

/** Leaves bodies unread: a misbehaving provider resets before reading, and each route says which content types it takes. */
function rawBodyServer(): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  return app;
}

function registerSendRoutes(app: FastifyInstance, exchange: SendExchange): void {
  for (const api of APIS) {
    for (const route of api.sendRoutes) {
      app.post(`/${api.name}${route.path}`, (request, reply) => exchange.handle(api, route, request, reply));
    }
  }
}

function ignore(): void {
  // Nobody asked to be told.
}
