import type { DomainEventName } from '../../../../../src/events/domain-events.js';

/** What an event of this name may carry, for somebody who tries a rule about it. */
export function samplePayload(event: DomainEventName): string {
  return JSON.stringify(sampleOf(event), undefined, 1);
}

function sampleOf(event: DomainEventName): object {
  if (event.startsWith('identity.')) return { sessionId: 'sess_1', details: { age: '30' } };
  if (event.startsWith('message.')) return { channel: 'sms', to: '+2207654321', messageKind: 'reply' };
  if (event.startsWith('contact.')) return { source: 'administrator', scope: 'all' };
  if (event === 'number.substituted') {
    return { originalNumber: '+2203001234', usedNumber: '+2203001235', reason: 'not available' };
  }
  if (event === 'otp.verified') return { otpId: 'otp_1', number: '+2207654321' };
  return event === 'help.requested' ? { channel: 'sms' } : { reason: 'Asked for a person' };
}
