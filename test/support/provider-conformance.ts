import { describe, expect, it } from '@jest/globals';
import type { Provider } from '../../src/messaging/provider.js';
import { describeParsing } from './provider-conformance-parsing.js';
import { describeSending } from './provider-conformance-sending.js';
import { describeSignatures } from './provider-conformance-signatures.js';
import type { ConformanceSamples } from './provider-samples.js';

export {
  jsonAnswer,
  jsonFixture,
  sampleAddress,
  textAnswer,
  type ConformanceSamples,
} from './provider-samples.js';

/**
 * The conformance kit: what every provider has to pass, whatever its vendor does differently.
 *
 * ```ts
 * // src/providers/acme/acme.contract.spec.ts
 * describeProviderConformance(acme, {
 *   signature: { header: 'x-acme-signature', digest: /^sha256=(.*)$/, encoding: 'hex' },
 *   webhooks: [{ name: 'a text', body: incomingText, kind: 'message' }],
 *   unknownType: { id: 'evt_1', type: 'acme.novelty', data: {} },
 *   account: { baseUrl: acme.defaultBaseUrl, apiKey: 'key-of-the-account', settings: {} },
 *   messages: [{ id: 'm1', channel: 'sms', to: customer, from: ours, text: 'Hello' }],
 *   accepted: [{ answer: jsonAnswer(200, { id: 'msg_1' }), providerMessageId: 'msg_1' }],
 *   refused: [{ name: 'a bad number', answer: jsonAnswer(400, { error: 'to' }), failure: 'rejected' }],
 * });
 * ```
 */
export function describeProviderConformance(provider: Provider, samples: ConformanceSamples): void {
  describe(`D14: ${provider.displayName} as a provider`, () => {
    describe('its description', () => {
      it('names a default address that calls can be appended to', () => {
        expect(provider.defaultBaseUrl).toMatch(/^https:\/\/[a-z0-9.-]+$/);
      });

      it('has channels and a sending rate', () => {
        expect(provider.channels.length).toBeGreaterThan(0);
        expect(new Set(provider.channels).size).toBe(provider.channels.length);
        expect(provider.sendRate.perSecond).toBeGreaterThan(0);
        expect(provider.sendRate.burst).toBeGreaterThanOrEqual(1);
      });

      it('keeps no header that carries a credential', () => {
        for (const name of provider.keptHeaders) {
          expect(name).toBe(name.toLowerCase());
          expect(name).not.toMatch(/^(authorization|cookie|set-cookie|proxy-authorization|x-api-key)$/);
        }
      });

      it('comes with a sample message for every channel', () => {
        expect(new Set(samples.messages.map((message) => message.channel))).toEqual(
          new Set(provider.channels),
        );
      });
    });
    describeSignatures(provider, samples);
    describeParsing(provider, samples);
    describeSending(provider, samples);
  });
}
