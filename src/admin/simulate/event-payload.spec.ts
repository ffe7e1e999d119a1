import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { readPayload } from './event-payload.js';

describe('readPayload', () => {
  it('never throws, and keeps the name it was given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOMAIN_EVENT_NAMES), fc.anything(), (name, json) => {
        const reading = readPayload(name, json);
        if (reading.ok) expect(reading.event.name).toBe(name);
        else expect(reading.missing.length).toBeGreaterThan(0);
      }),
    );
  });

  it('names what a message lacks', () => {
    expect(readPayload('message.received', { channel: 'fax', text: '' })).toEqual({
      ok: false,
      missing: ['channel', 'from'],
    });
  });

  it('leaves out what is optional and not there, so that conditions see it as absent', () => {
    const reading = readPayload('message.failed', {
      channel: 'sms',
      to: '+2207654321',
      messageKind: 'reply',
      errorCode: 7,
    });
    expect(reading.ok && Object.keys(reading.event.payload).sort()).toEqual(['channel', 'messageKind', 'to']);
  });

  it('keeps only the texts of a report', () => {
    const reading = readPayload('identity.verified', {
      sessionId: 's1',
      details: { age: '30', raw: { a: 1 } },
    });
    expect(reading).toEqual({
      ok: true,
      event: { name: 'identity.verified', payload: { sessionId: 's1', details: { age: '30' } } },
    });
  });
});
