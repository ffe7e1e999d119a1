import { Injectable } from '@nestjs/common';
import { canonicalEmail } from './email.js';
import type { Acting } from './identity.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordProblem } from './password-policy.js';
import { Passwords, type Account, type Entered } from './password.repository.js';
import type { SignedIn } from './session.repository.js';
import { SignInTries } from './sign-in-tries.repository.js';

/** Where a try comes from. */
export type Client = {
  readonly address: string;
  readonly userAgent: string | undefined;
  readonly requestId: string;
};

/** `wrong` is one answer for every reason: no such account, no password yet, deactivated, or another password. */
type Refusal = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly waitMs: number };

export type SignInOutcome = Refusal | ({ readonly kind: 'signed_in' } & Entered);

export type PasswordChangeOutcome =
  Refusal | { readonly kind: 'unfit'; readonly problem: string } | ({ readonly kind: 'changed' } & Entered);

/** Signing in, and changing one's own password: everything that takes a password which may be wrong. */
@Injectable()
export class SignIn {
  constructor(
    private readonly passwords: Passwords,
    private readonly tries: SignInTries,
    private readonly hasher: PasswordHasher,
  ) {}

  async enter(email: string, password: string, client: Client): Promise<SignInOutcome> {
    const checked = await this.check(canonicalEmail(email), password, client);
    if (checked.kind !== 'right') return checked;
    const { account } = checked;
    const acting = actingOf(account, client);
    return { kind: 'signed_in', ...(await this.passwords.open(account, client.userAgent, acting)) };
  }

  /** Every session of the user ends but the new one, in whose place the request's own was. */
  async changePassword(
    { email }: SignedIn,
    given: { readonly current: string; readonly wanted: string },
    client: Client,
  ): Promise<PasswordChangeOutcome> {
    const problem = passwordProblem(given.wanted, email);
    if (problem !== undefined) return { kind: 'unfit', problem };
    const checked = await this.check(email, given.current, client);
    if (checked.kind !== 'right') return checked;
    const { account } = checked;
    const hash = await this.hasher.hash(given.wanted);
    const acting = actingOf(account, client);
    return { kind: 'changed', ...(await this.passwords.replace(account, hash, client.userAgent, acting)) };
  }

  private async check(
    email: string,
    password: string,
    client: Client,
  ): Promise<Refusal | { readonly kind: 'right'; readonly account: Account }> {
    const waitMs = await this.tries.begin(email, client.address);
    if (waitMs > 0) return { kind: 'wait', waitMs };
    const account = await this.passwords.find(email);
    const isRight = await this.hasher.matches(password, account?.passwordHash);
    if (!isRight || account === undefined) return { kind: 'wrong' };
    await this.tries.succeeded(email, client.address);
    return { kind: 'right', account };
  }
}

function actingOf({ email, role }: Account, { requestId }: Client): Acting {
  return { actor: email, role, requestId };
}
