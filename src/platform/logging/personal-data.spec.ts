import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskPersonalData } from './personal-data.js';

describe('maskPersonalData', () => {
  it('hides phone numbers and e-mail addresses wherever they stand', () => {
    expect(maskPersonalData('from +2207654321 to <jo.doe@example.com>, cc 15551234567')).toBe(
      'from [phone …21] to <[e-mail]>, cc [phone …67]',
    );
  });

  it('leaves ids and short numbers as they are', () => {
    const text = '0199c8f2-1234-7890-8abc-012345678901 took 1234 ms, attempt 3';
    expect(maskPersonalData(text)).toBe(text);
  });

  it('lets no E.164 number through', () => {
    const number = fc.bigInt({ min: 1_000_000n, max: 999_999_999_999_999n }).map((digits) => `+${digits}`);
    fc.assert(
      fc.property(number, fc.string(), (phone, around) => {
        expect(maskPersonalData(`${around} ${phone} ${around}`)).not.toContain(phone);
      }),
    );
  });
});
