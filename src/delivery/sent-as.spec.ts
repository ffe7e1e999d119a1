import { describe, expect, it } from '@jest/globals';
import { sentAs, usableTemplate } from './sent-as.js';

const NOW = new Date('2026-04-10T12:00:00Z');
const HOUR_MS = 3_600_000;
const template = { name: 'order_update', language: 'en', parameters: {} };
const message = { channel: 'whatsapp', text: 'Hello', template, failureKind: null };

function windowOpenedAgo(hours: number | undefined) {
  const lastInboundAt = hours === undefined ? undefined : new Date(NOW.getTime() - hours * HOUR_MS);
  return { lengthMs: 24 * HOUR_MS, lastInboundAt };
}

describe('as what a message leaves', () => {
  it.each([
    ['while the window is open', 23.9, 'text'],
    ['when it has just closed', 24, 'template'],
    ['when it never was open', undefined, 'template'],
  ])('is judged by the service window: %s', (_name, hours, expected) => {
    expect(sentAs(message, template, windowOpenedAgo(hours), NOW)).toBe(expected);
  });

  it('is the template after the provider has refused the text as too late, and when there is no text', () => {
    const open = windowOpenedAgo(1);
    expect(sentAs({ ...message, failureKind: 'window_closed' }, template, open, NOW)).toBe('template');
    expect(sentAs({ ...message, failureKind: 'throttled' }, template, open, NOW)).toBe('text');
    expect(sentAs({ ...message, text: '' }, template, open, NOW)).toBe('template');
    expect(sentAs({ ...message, text: '' }, template, undefined, NOW)).toBe('template');
  });

  it('is the text where there is no template', () => {
    expect(sentAs(message, undefined, windowOpenedAgo(undefined), NOW)).toBe('text');
  });
});

describe('the template of a message', () => {
  it('counts only where the provider can send one on the channel', () => {
    expect(usableTemplate(message, { templateChannels: ['whatsapp'] })).toEqual(template);
    expect(usableTemplate(message, { templateChannels: ['sms'] })).toBeUndefined();
    expect(usableTemplate(message, {})).toBeUndefined();
    expect(usableTemplate(message, undefined)).toBeUndefined();
  });

  it.each([[null], ['order_update'], [{}], [{ name: 'a' }], [{ name: '', language: 'en' }], [[]]])(
    'is none when %j is stored',
    (stored) => {
      expect(
        usableTemplate({ ...message, template: stored }, { templateChannels: ['whatsapp'] }),
      ).toBeUndefined();
    },
  );
});
