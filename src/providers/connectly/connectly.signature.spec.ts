import { describe, expect, it } from '@jest/globals';
import { signBody, verifySignature } from './connectly.signature.js';

const SECRET = 'your webhook secret';
const BODY = Buffer.from('{"timestamp":"1639083206","message":{"text":"TEST 11"}}');
// echo -n "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64
const DIGEST = '8YlTxg4ppuqzxgth4LNmCHKfSiZ9R64VJHYxyklWbmo=';

function verifyHeader(header: string): string {
  return verifySignature(BODY, { 'x-connectly-hmac-sha256': header }, [SECRET]);
}

describe('the Connectly signature', () => {
  it('is the one that openssl makes', () => {
    expect(signBody(BODY, SECRET)).toEqual({ 'x-connectly-hmac-sha256': DIGEST });
    expect(verifyHeader(DIGEST)).toBe('valid');
  });

  it('counts in its canonical spelling only, not in another that decodes to the same bytes', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const last = alphabet.indexOf(DIGEST.charAt(42));
    const twin = `${DIGEST.slice(0, 42)}${alphabet.charAt(last + 1)}=`;
    expect(Buffer.from(twin, 'base64')).toEqual(Buffer.from(DIGEST, 'base64'));
    expect(verifyHeader(twin)).toBe('invalid');
  });

  it.each([
    ['without padding', DIGEST.slice(0, -1)],
    ['in hexadecimal', Buffer.from(DIGEST, 'base64').toString('hex')],
    ['in the alphabet for addresses', DIGEST.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')],
    ['with a prefix', `sha256=${DIGEST}`],
    ['with a line break', `${DIGEST}\n`],
  ])('is refused %s', (_name, header) => {
    expect(verifyHeader(header)).toBe('invalid');
  });
});
