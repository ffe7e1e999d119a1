import { describe, expect, it } from '@jest/globals';
import { noSessionCookie, sessionCookie, sessionTokenIn } from './session-cookie.js';

const endsAt = new Date('2026-04-17T12:00:00Z');
const secure = { publicUrl: 'https://heed.acme.example' };
const plain = { publicUrl: undefined };
const token = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';
const other = token.replace('a', 'b');

describe('the session cookie', () => {
  it('is kept from scripts, from other sites and, behind https, from unencrypted pages', () => {
    expect(sessionCookie(token, endsAt, secure)).toBe(
      `__Host-heed_session=${token}; Path=/; Expires=Fri, 17 Apr 2026 12:00:00 GMT; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(sessionCookie(token, endsAt, plain)).toBe(
      `heed_session=${token}; Path=/; Expires=Fri, 17 Apr 2026 12:00:00 GMT; HttpOnly; SameSite=Lax`,
    );
  });

  it('is found among others, under the name that fits the site', () => {
    const header = `theme=dark; heed_session=${other}; __Host-heed_session=${token}`;
    expect(sessionTokenIn(header, secure)).toBe(token);
    expect(sessionTokenIn(header, plain)).toBe(other);
  });

  it('is nothing when it was taken away, or is not there', () => {
    for (const header of [
      undefined,
      '',
      'heed_session=',
      'theme=dark',
      `heed_session=${token}x`,
      `x-heed_session=${token}`,
      noSessionCookie(plain),
    ]) {
      expect(sessionTokenIn(header, plain)).toBeUndefined();
    }
  });
});
