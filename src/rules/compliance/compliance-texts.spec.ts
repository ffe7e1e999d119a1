import { describe, expect, it } from '@jest/globals';
import { CHANNELS } from '../../messaging/channel.js';
import { measureText } from '../replies/segments.js';
import {
  categoryOptInText,
  categoryOptOutText,
  helpText,
  optInText,
  optOutText,
} from './compliance-texts.js';

describe('compliance texts', () => {
  it.each(CHANNELS)('fit one SMS on %s, however long the names are', (channel) => {
    const brand = { name: 'B'.repeat(500), helpContact: 'h'.repeat(500) };
    const category = 'C'.repeat(500);
    for (const text of [
      optOutText(brand),
      optInText(brand, channel),
      helpText(brand, channel),
      categoryOptOutText(brand, category),
      categoryOptInText(brand, category, channel),
    ]) {
      expect(measureText(text)).toEqual({ encoding: 'GSM-7', segments: 1 });
    }
  });

  it('name the brand and the help contact', () => {
    const brand = { name: 'Acme', helpContact: '+2203001234' };
    expect(helpText(brand, 'sms')).toBe(
      'Acme: Help at +2203001234. Msg frequency varies. Msg&data rates may apply. Reply STOP to cancel.',
    );
    expect(helpText(brand, 'whatsapp')).toBe('Acme: Help at +2203001234. Reply STOP to cancel.');
  });

  it('invent no help contact', () => {
    expect(helpText({ name: 'Acme' }, 'email')).toBe(
      'Acme: These are automatic messages. Reply STOP to cancel.',
    );
    expect(optOutText({ name: ' ' })).toMatch(/^You're unsubscribed/);
  });
});
