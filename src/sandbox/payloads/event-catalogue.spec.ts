import { describe, expect, it } from '@jest/globals';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import type { ProviderEvent } from '../../messaging/provider-event.js';
import { providerNamed } from '../../providers/registry.js';
import { SAMPLE_ADDRESSES, SAMPLE_EMAIL_ADDRESSES } from '../sample-addresses.js';
import { signedWebhook } from '../signed-webhook.js';
import { EVENT_CATALOGUE, sampleEvent } from './event-catalogue.js';
import { freshIds } from './fresh-ids.js';

const NOW = new Date('2026-04-10T12:00:00Z');

const EVENTS = PROVIDER_NAMES.flatMap((provider) =>
  [...EVENT_CATALOGUE[provider].keys()].map((name) => ({ provider, name })),
);

function expectedKind(name: string): ProviderEvent['kind'] {
  if (/incoming|received|^message|^v1\./.test(name)) return 'message';
  if (/delivered|failed$|confirmed|cancelled|delivery_status/.test(name) && !name.startsWith('identity')) {
    return 'delivery';
  }
  if (name.startsWith('identity')) return 'identity';
  if (name.startsWith('otp')) return 'otp';
  return name.startsWith('numbers') ? 'substitution' : 'unknown';
}

function build(provider: ProviderName, name: string, text = 'Hello!'): Buffer {
  const event = sampleEvent(provider, name);
  if (event === undefined) throw new Error(`no event ${name}`);
  const addresses = name.includes('email') ? SAMPLE_EMAIL_ADDRESSES : SAMPLE_ADDRESSES[provider];
  return Buffer.from(event.build({ ...addresses, text }, freshIds(NOW), NOW).body);
}

function parse(provider: ProviderName, body: Buffer) {
  const parsed = providerNamed(provider)?.parse(body, {});
  if (parsed?.readable !== true) throw new Error(parsed?.why ?? 'no provider');
  return parsed;
}

describe('sample events', () => {
  it.each(EVENTS)('$provider $name is read as what it is', ({ provider, name }) => {
    expect(parse(provider, build(provider, name)).event.kind).toBe(expectedKind(name));
  });

  it.each(EVENTS.filter(({ name }) => expectedKind(name) === 'message' && !name.includes('location')))(
    '$provider $name carries the customer, their words and our side',
    ({ provider, name }) => {
      const { event } = parse(provider, build(provider, name, 'when do you open?'));
      const addresses = name.includes('email') ? SAMPLE_EMAIL_ADDRESSES : SAMPLE_ADDRESSES[provider];
      expect(event).toMatchObject({
        kind: 'message',
        message: { text: 'when do you open?', from: { value: addresses.customer } },
      });
      // Integify does not say to whom the customer wrote.
      if (provider !== 'integify') {
        expect(event).toMatchObject({ message: { to: { canonical: addresses.own } } });
      }
    },
  );

  it.each(EVENTS.filter(({ provider, name }) => sampleEvent(provider, name)?.lacksId === false))(
    'two $provider $name events of one second are two',
    ({ provider, name }) => {
      const [first, second] = [build(provider, name), build(provider, name)];
      expect(parse(provider, first).idempotencyKey).not.toBe(parse(provider, second).idempotencyKey);
    },
  );

  it('lets a status say which message it is about', () => {
    const ids = freshIds(NOW);
    const fields = { ...SAMPLE_ADDRESSES.connectly, text: '', messageId: ids.ulid, status: 'read' };
    const body = sampleEvent('connectly', 'delivery_status')?.build(fields, freshIds(NOW), NOW).body ?? '';
    expect(parse('connectly', Buffer.from(body)).event).toMatchObject({
      kind: 'delivery',
      update: {
        providerMessageId: ids.ulid,
        status: 'read',
        to: { value: SAMPLE_ADDRESSES.connectly.customer },
      },
    });
  });

  it.each(PROVIDER_NAMES)('%s events are signed as the provider does', (provider) => {
    const [name = ''] = EVENT_CATALOGUE[provider].keys();
    const event = sampleEvent(provider, name);
    const payload = event?.build({ ...SAMPLE_ADDRESSES[provider], text: 'Hi' }, freshIds(NOW), NOW);
    if (payload === undefined) throw new Error('no payload');
    const { headers, body } = signedWebhook(provider, payload, 'whsec_test', NOW);
    const verify = (secret: string) =>
      providerNamed(provider)?.verify(Buffer.from(body), headers, [secret], NOW);
    expect(verify('whsec_test')).toBe('valid');
    expect(verify('whsec_other')).toBe('invalid');
  });
});
