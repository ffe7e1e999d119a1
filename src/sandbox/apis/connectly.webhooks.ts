import { asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { freshToken } from '../payloads/fresh-ids.js';
import type { SandboxAccount } from '../sandbox-account.js';
import type { Refusal } from './sandbox-api.js';

const TOPICS: readonly unknown[] = ['messages', 'delivery_status', 'report'];

/** A registration as Connectly answers it. */
type Registration = {
  readonly id: string;
  readonly topic: string;
  readonly address: string;
  readonly type: string;
  readonly configuration: JsonObject;
};

type Registered =
  | { readonly ok: true; readonly registration: Registration }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Connectly's webhook registrations, in memory: one address for each topic of a business. The documentation contradicts itself on a second
 * one; this refuses it with 409, which is the harder case.
 * Sources: https://docs.connectly.ai/api-reference/create-webhook, …/get-webhooks, …/update-webhook, …/delete-webhook
 */
export class ConnectlyWebhooks {
  readonly #byAccount = new Map<string, Map<string, Registration>>();

  list(account: SandboxAccount): readonly Registration[] {
    return [...this.#of(account).values()];
  }

  /** Where events of this topic go; `undefined` when nothing was registered for it, and for other providers. */
  addressFor(account: SandboxAccount, topic: string): string | undefined {
    if (account.provider !== 'connectly') return undefined;
    return this.list(account).find((registration) => registration.topic === topic)?.address;
  }

  create(account: SandboxAccount, body: JsonObject | undefined): Registered {
    const topic = asFilledText(body?.topic);
    const address = webAddress(body?.address);
    if (topic === undefined || !TOPICS.includes(topic)) return no(400, 'topic is missing or not known');
    if (address === undefined) return no(400, 'address is missing or not a URL');
    if (this.addressFor(account, topic) !== undefined) {
      return no(409, 'A webhook for this topic is registered already');
    }
    const registration = {
      id: `wh_${freshToken()}`,
      topic,
      address,
      type: asFilledText(body?.type) ?? 'custom',
      configuration: asObject(body?.configuration) ?? {},
    };
    this.#of(account).set(registration.id, registration);
    return { ok: true, registration };
  }

  /** The topic cannot be changed; what is left out stays as it is. */
  update(account: SandboxAccount, id: string, body: JsonObject | undefined): Registered {
    const found = this.#of(account).get(id);
    if (found === undefined) return no(404, 'Webhook not found');
    const address = body?.address === undefined ? found.address : webAddress(body.address);
    if (address === undefined) return no(400, 'address is not a URL');
    const configuration = asObject(body?.configuration) ?? found.configuration;
    const registration = { ...found, address, configuration };
    this.#of(account).set(id, registration);
    return { ok: true, registration };
  }

  /** False when there is none of this id. */
  remove(account: SandboxAccount, id: string): boolean {
    return this.#of(account).delete(id);
  }

  #of({ apiKey }: SandboxAccount): Map<string, Registration> {
    const registrations = this.#byAccount.get(apiKey) ?? new Map<string, Registration>();
    this.#byAccount.set(apiKey, registrations);
    return registrations;
  }
}

function no(status: number, text: string): Registered {
  return { ok: false, refusal: { status, text } };
}

/** Connectly wants https; a Heed on the same machine has only http. */
function webAddress(value: unknown): string | undefined {
  const address = asFilledText(value);
  return address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address) ? address : undefined;
}
