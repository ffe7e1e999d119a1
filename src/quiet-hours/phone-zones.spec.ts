import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import { AREA_CODE_ZONES } from './area-code-zones.js';
import { originOfPhone } from './phone-zones.js';
import { isZone, readingAt } from './zone-clock.js';

describe('originOfPhone', () => {
  it.each([
    ['+12025550123', ['America/New_York']],
    ['+13105550123', ['America/Los_Angeles']],
    ['+16025550123', ['America/Phoenix']],
    ['+18505550123', ['America/Chicago', 'America/New_York']],
    ['+12085550123', ['America/Boise', 'America/Denver', 'America/Los_Angeles']],
    ['+14165550123', ['America/Toronto']],
    ['+16715550123', ['Pacific/Guam']],
    ['+9779841123456', ['Asia/Kathmandu']],
    ['+33612345678', ['Europe/Paris']],
    ['+821012345678', ['Asia/Seoul']],
  ])('knows the zones of %s', (phone, zones) => expect(originOfPhone(phone).zones).toEqual(zones));

  it.each(['+18005550123', '+18885550123', '+15005550123', '+15551234567'])(
    'knows of %s only that it is North American',
    (phone) => {
      const { zones } = originOfPhone(phone);
      expect(zones).toHaveLength(42);
      expect(zones).toEqual(
        expect.arrayContaining(['America/St_Johns', 'Pacific/Guam', 'Pacific/Pago_Pago']),
      );
    },
  );

  it('takes every zone of the country for a mobile number, because it belongs to no place', () => {
    expect(originOfPhone('+61412345678').zones).toEqual(
      expect.arrayContaining(['Australia/Sydney', 'Australia/Perth', 'Australia/Adelaide']),
    );
    expect(originOfPhone('+79161234567').zones).toEqual(
      expect.arrayContaining(['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Kamchatka']),
    );
    expect(originOfPhone('+5511912345678').zones).toEqual(
      expect.arrayContaining(['America/Sao_Paulo', 'America/Noronha', 'America/Rio_Branco']),
    );
  });

  it('tells Gambian time by both forms of a Gambian number', () => {
    for (const phone of ['+2207654321', '+220877654321']) {
      const { countries, zones } = originOfPhone(phone);
      expect(countries).toEqual(['GM']);
      expect(zones.map((zone) => readingAt(zone, 0))).toEqual([0]);
    }
  });

  it.each([
    ['+12025550123', 'US'],
    ['+17875550123', 'PR'],
    ['+14165550123', 'CA'],
    ['+262692123456', 'RE'],
  ])('knows the country of %s', (phone, country) =>
    expect(originOfPhone(phone).countries).toEqual([country]),
  );

  it.each(['', '12345', 'Acme', 'US.13491208655302741918', 'ada@example.com', '+999123456789'])(
    'knows nothing of %j',
    (text) => expect(originOfPhone(text)).toEqual({ countries: [], zones: [] }),
  );

  it('knows a zone in every country that has telephone numbers', () => {
    const unknown = getCountries(metadata).filter((country) => {
      const code = getCountryCallingCode(country, metadata);
      return originOfPhone(`+${code}${'2'.repeat(9)}`).zones.length === 0;
    });
    expect(unknown).toEqual([]);
  });

  it('never throws, and names only zones that exist', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\+[1-9]\d{6,14}$/));
    fc.assert(fc.property(texts, (text) => expect(originOfPhone(text).zones.every(isZone)).toBe(true)));
  });
});

describe('AREA_CODE_ZONES', () => {
  it('has each area code once, and only zones that exist', () => {
    const codes = AREA_CODE_ZONES.flatMap(([, areaCodes]) => areaCodes.split(' '));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[2-9]\d\d$/.test(code))).toEqual([]);
    expect(AREA_CODE_ZONES.flatMap(([zones]) => zones.split(' ')).filter((zone) => !isZone(zone))).toEqual(
      [],
    );
  });
});
