import { describe, expect, it } from '@jest/globals';
import { signBody, verifySignature } from './integify.signature.js';

const SECRET = 'whsec_your_secret_here';
const BODY = Buffer.from('{"id":"evt_test","type":"sms.delivered","data":{"message_id":"msg_test"}}');
// Of the curl test on the webhooks page: echo -n "$BODY" | openssl dgst -sha256 -hmac "$SECRET"
const DIGEST = '74f1fc465e51c1db8ea1195461136d10f9cd76089570f65717e509fc6a2746a5';

describe('the Integify signature', () => {
  it('is the one that openssl makes for the documented test event', () => {
    expect(signBody(BODY, SECRET)).toEqual({ 'x-integify-signature': `sha256=${DIGEST}` });
    expect(verifySignature(BODY, { 'x-integify-signature': `sha256=${DIGEST}` }, [SECRET])).toBe('valid');
  });

  it.each([
    ['without the prefix', DIGEST],
    ['with the prefix in capitals', `SHA256=${DIGEST}`],
    ['with the prefix twice', `sha256=sha256=${DIGEST}`],
    ['with a blank after the prefix', `sha256= ${DIGEST}`],
    ['of another algorithm', `sha1=${DIGEST}`],
  ])('is refused %s', (_name, header) => {
    expect(verifySignature(BODY, { 'x-integify-signature': header }, [SECRET])).toBe('invalid');
  });
});
