import { HttpStatus } from '@nestjs/common';
import { TooManyPasswordsError } from '../../access/password-hasher.js';
import { later, ProblemException } from '../http/problem.js';

const SOON_SECONDS = 2;

type Refusal = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly waitMs: number };

/** The problem that answers a password which was not taken. `wrong` is the sentence for a wrong one. */
export function refusedPassword(refusal: Refusal, wrong: string): ProblemException {
  if (refusal.kind === 'wrong') return new ProblemException(HttpStatus.UNAUTHORIZED, wrong);
  const seconds = Math.ceil(refusal.waitMs / 1_000);
  return later(
    HttpStatus.TOO_MANY_REQUESTS,
    `Too many wrong passwords. Try again in ${seconds} seconds, or ask an administrator to unlock the account.`,
    seconds,
  );
}

/** Says 503 when more passwords wait to be checked than one core can. */
export async function unlessTooBusy<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof TooManyPasswordsError)) throw error;
    throw later(
      HttpStatus.SERVICE_UNAVAILABLE,
      'Many are signing in just now. Try again in a moment.',
      SOON_SECONDS,
    );
  }
}
