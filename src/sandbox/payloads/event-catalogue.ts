import type { Channel } from '../../messaging/channel.js';
import type { ProviderName } from '../../messaging/provider.js';
import { CONNECTLY_EVENTS } from './connectly.js';
import { CONTIGUITY_EVENTS } from './contiguity.js';
import { INTEGIFY_EVENTS } from './integify.js';
import type { SampleEvent } from './webhook-payload.js';

/** Every event that a provider documents, by the name under which it is triggered. */
export const EVENT_CATALOGUE: Readonly<Record<ProviderName, ReadonlyMap<string, SampleEvent>>> = {
  contiguity: CONTIGUITY_EVENTS,
  integify: INTEGIFY_EVENTS,
  connectly: CONNECTLY_EVENTS,
};

/** Names that the providers do not use, but people may. */
const ALIASES: Readonly<Record<ProviderName, ReadonlyMap<string, string>>> = {
  contiguity: new Map([['v1', 'v1.sms']]),
  integify: new Map(),
  connectly: new Map(),
};

export function sampleEvent(provider: ProviderName, name: string): SampleEvent | undefined {
  return EVENT_CATALOGUE[provider].get(ALIASES[provider].get(name) ?? name);
}

/** The event by which a customer's message on this channel arrives; `undefined` where the provider does not carry it. */
export function incomingEventName(provider: ProviderName, channel: Channel): string | undefined {
  return INCOMING[provider][channel];
}

const INCOMING: Readonly<Record<ProviderName, Readonly<Partial<Record<Channel, string>>>>> = {
  contiguity: {
    sms: 'text.incoming.sms',
    mms: 'text.incoming.mms',
    imessage: 'imessage.incoming',
    whatsapp: 'whatsapp.incoming',
    email: 'email.incoming',
  },
  integify: { sms: 'sms.received' },
  connectly: { whatsapp: 'messages' },
};
