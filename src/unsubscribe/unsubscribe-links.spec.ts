import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAddress } from '../messaging/address.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

const SECRET = 'a secret for tests, of 32 characters';
const CONNECTION = '0190f3a0-0000-7000-8000-000000000001';
const links = new UnsubscribeLinks(SECRET, 'https://heed.example.com');

function subject(text = 'Ada@Mail.example') {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`${text} is no address`);
  return { connectionId: CONNECTION, address };
}

describe('a link', () => {
  it('names the connection and the address, as it was written', () => {
    expect(links.read(links.tokenFor(subject()))).toEqual(subject());
  });

  it('stands below the public address, and is the same every time', () => {
    const url = links.urlFor(subject());
    expect(url).toBe(`https://heed.example.com/unsubscribe/${links.tokenFor(subject())}`);
    expect(new URL(url ?? '').pathname).toMatch(/^\/unsubscribe\/[\w-]+\.[\w-]{43}$/);
  });

  it('is made for no scheme but https', () => {
    for (const publicUrl of [undefined, 'http://heed.example.com', 'httpsx://heed.example.com'])
      expect(new UnsubscribeLinks(SECRET, publicUrl).urlFor(subject())).toBeUndefined();
  });

  it('holds the longest address, in any script', () => {
    const long = subject(`${'ü'.repeat(150)}@mail.example`);
    expect(links.read(links.tokenFor(long))).toEqual(long);
  });
});

describe('a token that is not ours', () => {
  it('is refused whatever one character of it is changed to', () => {
    const token = links.tokenFor(subject());
    const place = fc.integer({ min: 0, max: token.length - 1 });
    fc.assert(
      fc.property(place, fc.string({ unit: 'grapheme', minLength: 0, maxLength: 2 }), (at, other) => {
        fc.pre(other !== token.charAt(at));
        expect(links.read(token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('is refused with anything added, and under another secret', () => {
    const token = links.tokenFor(subject());
    for (const other of ['', '.', `${token}.`, `${token}=`, `.${token}`, token.replace('.', '..')])
      expect(links.read(other)).toBeUndefined();
    const stranger = new UnsubscribeLinks(`${SECRET}!`, undefined);
    expect(stranger.read(token)).toBeUndefined();
  });

  it('is never an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => links.read(text) === undefined));
  });
});
