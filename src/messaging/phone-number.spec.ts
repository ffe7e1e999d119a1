import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalPhone } from './phone-number.js';

describe('canonicalPhone', () => {
  it.each([
    ['+15551234567', '+15551234567'],
    ['15551234567', '+15551234567'],
    ['+1 (555) 123-4567', '+15551234567'],
    ['+44 20.7946.0958', '+442079460958'],
    ['+1\u00a0555\u00a01234567', '+15551234567'],
  ])('reads %s', (text, e164) => {
    expect(canonicalPhone(text)).toEqual({ e164, identity: e164 });
  });

  it.each([
    '',
    '+',
    'STOP',
    '12345',
    '0155512345',
    '+0155512345',
    '00220 7654321',
    '+1555123456789012',
    '+1555x1234567',
    '++15551234567',
    '٠١٢٣٤٥٦٧٨',
  ])('does not take %j for an international number', (text) => {
    expect(canonicalPhone(text)).toBeUndefined();
  });

  it.each([
    ['+220877654321', 'Africell'],
    ['+220837654321', 'QCell'],
    ['+220867654321', 'Comium'],
  ])(
    'knows the 9-digit %s of %s as the person with the 7-digit number, and sends to it as it came',
    (nineDigits) => {
      expect(canonicalPhone(nineDigits)).toEqual({ e164: nineDigits, identity: '+2207654321' });
      expect(canonicalPhone(nineDigits)?.identity).toBe(canonicalPhone('+2207654321')?.identity);
    },
  );

  it('keeps apart 9-digit Gambian numbers of other prefixes, and other countries with the same digits', () => {
    for (const text of [
      '+220907654321',
      '+220997654321',
      '+221877654321',
      '+22087654321',
      '+2208776543210',
    ]) {
      expect(canonicalPhone(text)).toEqual({ e164: text, identity: text });
    }
  });

  it('gives the same identity for its own results, and for any punctuation', () => {
    const digits = fc.stringMatching(/^[1-9]\d{6,14}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom(' ', '-', '.', '(', ')', ''), fc.nat(14), (number, mark, at) => {
        const phone = canonicalPhone(number);
        expect(canonicalPhone(`+${number}`)).toEqual(phone);
        expect(canonicalPhone(number.slice(0, at) + mark + number.slice(at))).toEqual(phone);
        expect(canonicalPhone(phone?.identity ?? '')?.identity).toBe(phone?.identity);
      }),
    );
  });
});
