import { afterAll, describe, expect, it } from '@jest/globals';
import { PasswordHasher, TooManyPasswordsError } from './password-hasher.js';

const hasher = new PasswordHasher();

afterAll(() => hasher.onApplicationShutdown());

describe('PasswordHasher', () => {
  it('recognises a password by its hash, and no other', async () => {
    const hash = await hasher.hash('tiny blue riverboat');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await hasher.matches('tiny blue riverboat', hash)).toBe(true);
    expect(await hasher.matches('tiny blue riverboats', hash)).toBe(false);
  });

  it('salts: the same password has another hash every time', async () => {
    expect(await hasher.hash('tiny blue riverboat')).not.toBe(await hasher.hash('tiny blue riverboat'));
  });

  it('takes both ways of composing a letter for the same password', async () => {
    const hash = await hasher.hash('caf\u00e9 au lait s.v.p.');
    expect(await hasher.matches('cafe\u0301 au lait s.v.p.', hash)).toBe(true);
  });

  it('finds no password right for an account that has none', async () => {
    expect(await hasher.matches('', undefined)).toBe(false);
    expect(await hasher.matches('tiny blue riverboat', null)).toBe(false);
  });

  it('turns away what would have to wait too long, and goes on afterwards', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, () => hasher.matches('tiny blue riverboat', undefined)),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(6);
    for (const outcome of refused) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(TooManyPasswordsError);
    }
    expect(await hasher.matches('x', undefined)).toBe(false);
  }, 60_000);
});
