import { readFileSync } from 'node:fs';
import { parseAddress, type Address } from '../../src/messaging/address.js';
import type { MessageTemplate } from '../../src/messaging/message-template.js';
import type { OutboundMessage } from '../../src/messaging/outbound-message.js';
import type { ProviderEvent } from '../../src/messaging/provider-event.js';
import type { ProviderAccount, ProviderAnswer } from '../../src/messaging/provider.js';
import type { SendFailureKind } from '../../src/messaging/send-failure.js';

/** One webhook body as the provider sends it, and what has to come out of it. */
export type WebhookSample = {
  readonly name: string;
  /** The JSON body. Members are spoiled one by one to see that the parser stands it. */
  readonly body: unknown;
  readonly kind: ProviderEvent['kind'];
};

/** An answer to a send call and the failure it must become. */
export type RefusalSample = {
  readonly name: string;
  readonly answer: ProviderAnswer;
  readonly failure: SendFailureKind;
};

/** What the kit has to be told about a provider, because the port does not say it. */
export type ConformanceSamples = {
  readonly signature: {
    /** The header that carries the signature, lower case. */
    readonly header: string;
    /** Finds the digest within the header's value; its one group is the digest: `/^sha256=(.*)$/`. */
    readonly digest: RegExp;
    readonly encoding: 'hex' | 'base64';
    /** How far a signed time may be off. Absent: no time is signed, and a delivery never becomes stale. */
    readonly toleranceMs?: number;
  };
  /** Every documented payload, one per situation. */
  readonly webhooks: readonly WebhookSample[];
  /** A readable body of a type that the provider does not document. */
  readonly unknownType: unknown;
  /** An account with every setting that the provider needs. `apiKey` must not occur in any text of the samples. */
  readonly account: ProviderAccount;
  /** One message for every channel of the provider. */
  readonly messages: readonly OutboundMessage[];
  /** For a provider that sends templates. */
  readonly template?: MessageTemplate;
  /** Answers of a successful send call; `providerMessageId` is what has to be read from it, `undefined` where none is given. */
  readonly accepted: readonly {
    readonly answer: ProviderAnswer;
    readonly providerMessageId: string | undefined;
  }[];
  readonly refused: readonly RefusalSample[];
};

/** An answer whose body is JSON, as `delivery` would hand it to a provider. */
export function jsonAnswer(
  status: number,
  json: unknown,
  headers: ProviderAnswer['headers'] = {},
): ProviderAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    bodyText: JSON.stringify(json) ?? '',
    json,
  };
}

/** An answer whose body is no JSON: a gateway's HTML page, a cut-off body. */
export function textAnswer(
  status: number,
  bodyText: string,
  headers: ProviderAnswer['headers'] = {},
): ProviderAnswer {
  return { status, headers: { 'content-type': 'text/html', ...headers }, bodyText, json: undefined };
}

/** A provider's payload from its `fixtures` folder: `jsonFixture(new URL('./fixtures/text.json', import.meta.url))`. */
export function jsonFixture(url: URL): unknown {
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** An address for a sample message. */
export function sampleAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`${text} is no address`);
  return address;
}
