import { HttpStatus, Injectable } from '@nestjs/common';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { accountOf, type Connection } from '../../connections/connection.js';
import { ConnectionRepository } from '../../connections/connection.repository.js';
import { ProviderCaller } from '../../delivery/provider-call.js';
import type {
  ProviderAccount,
  ProviderAnswer,
  ProviderRequest,
  RegisteredWebhook,
  WebhookRegistration,
} from '../../messaging/provider.js';
import { conflict, notFound, ProblemException, unprocessable } from '../http/problem.js';
import type { CheckView, ConnectionTestView } from './connection.views.js';
import { withoutEndSlashes } from './https-address.js';
import { WebhookAddresses, webhookUrl } from './webhook-address.js';

type Registrar = {
  readonly connection: Connection;
  readonly registration: WebhookRegistration;
  readonly account: ProviderAccount;
};

/** What administrators ask of the provider itself: whether it can be reached, and to call our webhooks. Sends no message. */
@Injectable()
export class ProviderSide {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectionRegistry,
    private readonly caller: ProviderCaller,
    private readonly addresses: WebhookAddresses,
  ) {}

  /** Only Connectly documents a call that proves the key without sending; of the others the answer says so. */
  async test(id: string): Promise<ConnectionTestView> {
    const connection = await this.open(id);
    const reach = await this.caller.call({ method: 'GET', url: connection.baseUrl, headers: {} });
    const isReached = reach.kind === 'answered';
    const checks: CheckView[] = [
      check(
        'webhook secret',
        connection.webhookSecrets.length > 0,
        'Present.',
        'None: every webhook is refused.',
      ),
      check('API key', connection.apiKey !== undefined, 'Present.', 'None: nothing can be sent.'),
      check('base URL', isReached, `${connection.baseUrl} answers.`, isReached ? '' : reach.detail),
      await this.keyCheck(connection),
    ];
    return { ok: checks.every(({ outcome }) => outcome !== 'failed'), checks };
  }

  async webhooks(id: string): Promise<readonly RegisteredWebhook[]> {
    return this.list(await this.registrar(id));
  }

  /** Has every topic call this Heed: an existing registration is changed, a missing one made. @returns what is registered then. */
  async register(id: string, publicUrl: string | undefined): Promise<readonly RegisteredWebhook[]> {
    const registrar = await this.registrar(id);
    const base = publicUrl ?? this.addresses.publicUrl;
    if (base === undefined) {
      throw unprocessable('/publicUrl', 'Say where the provider reaches this Heed, or set HEED_PUBLIC_URL.');
    }
    const { connection } = registrar;
    const address = webhookUrl(withoutEndSlashes(base), {
      provider: connection.provider.name,
      name: connection.name,
    });
    const existing = await this.list(registrar);
    for (const topic of registrar.registration.topics) await this.point(registrar, existing, topic, address);
    return this.list(registrar);
  }

  async changeWebhook(id: string, webhookId: string, address: string): Promise<RegisteredWebhook> {
    const registrar = await this.registrar(id);
    const webhook = await this.registered(registrar, webhookId);
    await this.demand(registrar, registrar.registration.update(webhook.id, address, registrar.account));
    return { ...webhook, address };
  }

  async removeWebhook(id: string, webhookId: string): Promise<void> {
    const registrar = await this.registrar(id);
    const webhook = await this.registered(registrar, webhookId);
    await this.demand(registrar, registrar.registration.remove(webhook.id, registrar.account));
  }

  private async keyCheck(connection: Connection): Promise<CheckView> {
    const name = 'API key accepted';
    const account = accountOf(connection);
    const { webhookRegistration, displayName } = connection.provider;
    if (account === undefined || webhookRegistration === undefined) {
      const detail = `${displayName} documents no call that proves a key without sending. The first message will tell.`;
      return { name, outcome: 'not_checked', detail: account === undefined ? 'There is no key.' : detail };
    }
    const end = await this.caller.call(webhookRegistration.list(account));
    if (end.kind !== 'answered') return { name, outcome: 'failed', detail: end.detail };
    const isAccepted = webhookRegistration.readList(end.answer) !== undefined;
    return check(
      name,
      isAccepted,
      `${displayName} listed the account’s webhooks.`,
      `${displayName} answered ${end.answer.status} to the list of webhooks. Check the key and the business id.`,
    );
  }

  /** A topic has one registration; one that appeared meanwhile (409) is changed like one that was there. */
  private async point(
    registrar: Registrar,
    existing: readonly RegisteredWebhook[],
    topic: string,
    address: string,
  ): Promise<void> {
    const { registration, account } = registrar;
    const known = existing.find((webhook) => webhook.topic === topic);
    if (known?.address === address) return;
    if (known !== undefined) {
      await this.demand(registrar, registration.update(known.id, address, account));
      return;
    }
    const answer = await this.ask(registration.create(topic, address, account));
    if (isSuccess(answer)) return;
    const appeared =
      answer.status === 409
        ? (await this.list(registrar)).find((webhook) => webhook.topic === topic)
        : undefined;
    if (appeared === undefined) throw refused(registrar, answer.status);
    await this.demand(registrar, registration.update(appeared.id, address, account));
  }

  private async registered(registrar: Registrar, webhookId: string): Promise<RegisteredWebhook> {
    const webhook = (await this.list(registrar)).find(({ id }) => id === webhookId);
    if (webhook === undefined) throw notFound('registered webhook');
    return webhook;
  }

  private async list(registrar: Registrar): Promise<readonly RegisteredWebhook[]> {
    const answer = await this.ask(registrar.registration.list(registrar.account));
    const webhooks = registrar.registration.readList(answer);
    if (webhooks === undefined) throw refused(registrar, answer.status);
    return webhooks;
  }

  private async demand(registrar: Registrar, request: ProviderRequest): Promise<void> {
    const answer = await this.ask(request);
    if (!isSuccess(answer)) throw refused(registrar, answer.status);
  }

  private async ask(request: ProviderRequest): Promise<ProviderAnswer> {
    const end = await this.caller.call(request);
    if (end.kind === 'answered') return end.answer;
    throw new ProblemException(HttpStatus.BAD_GATEWAY, end.detail);
  }

  private async registrar(id: string): Promise<Registrar> {
    const connection = await this.open(id);
    const registration = connection.provider.webhookRegistration;
    const account = accountOf(connection);
    if (registration === undefined) {
      const { displayName } = connection.provider;
      throw conflict(`${displayName} has no API for webhooks; enter the address on its own page.`);
    }
    if (account === undefined) throw conflict('This connection has no API key to ask the provider with.');
    return { connection, registration, account };
  }

  private async open(id: string): Promise<Connection> {
    const connection = this.registry.get(id);
    if (connection !== undefined) return connection;
    if ((await this.connections.find(id)) === null) throw notFound('connection');
    throw conflict('This connection is switched off, or its secrets cannot be opened.');
  }
}

function check(name: string, isOk: boolean, good: string, bad: string): CheckView {
  return { name, outcome: isOk ? 'ok' : 'failed', detail: isOk ? good : bad };
}

function isSuccess({ status }: ProviderAnswer): boolean {
  return status >= 200 && status < 300;
}

/** The provider's own words stay out: an answer is hostile input, and may quote the key. */
function refused({ connection }: Registrar, status: number): ProblemException {
  const { displayName } = connection.provider;
  return new ProblemException(
    HttpStatus.BAD_GATEWAY,
    `${displayName} answered ${status}. Check the key and the business id, then try again.`,
  );
}
