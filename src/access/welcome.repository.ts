import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { recordChange } from './audit.repository.js';
import { canonicalEmail } from './email.js';
import { hasAnybody } from './first-administrator.repository.js';
import { findLink, takeLink, type LinkPurpose } from './one-time-link.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordProblem } from './password-policy.js';
import { enter, type Entered } from './password.repository.js';
import { asRole, type Role } from './role.js';
import { endSessions } from './session.repository.js';
import type { Client } from './sign-in.js';
import { SignInTries } from './sign-in-tries.repository.js';

/** What somebody who opened a link is to be shown. */
export type Greeting = {
  readonly purpose: LinkPurpose;
  /** Absent for the first administrator, who says it. */
  readonly email: string | undefined;
  readonly role: Role;
  readonly expiresAt: Date;
};

export type WelcomeOutcome =
  | ({ readonly kind: 'entered' } & Entered)
  | { readonly kind: 'void' | 'email_needed' }
  | { readonly kind: 'unfit'; readonly problem: string };

type Wanted = { readonly token: string; readonly email?: string | undefined; readonly password: string };

/** Where one-time links lead: somebody sets a password, and is signed in. */
@Injectable()
export class Welcome {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly tries: SignInTries,
    private readonly clock: Clock,
  ) {}

  async greet(token: string): Promise<Greeting | undefined> {
    const link = await findLink(this.database, token, this.clock.now());
    if (link === undefined) return undefined;
    const { purpose, expiresAt } = link;
    if (purpose !== 'first_administrator') {
      return { purpose, expiresAt, email: link.user.email, role: asRole(link.user.role) };
    }
    const isLate = await hasAnybody(this.database);
    return isLate ? undefined : { purpose, expiresAt, email: undefined, role: 'administrator' };
  }

  /** Sets the password and signs in. An unfit password leaves the link as it is. */
  async accept({ token, email: given, password }: Wanted, client: Client): Promise<WelcomeOutcome> {
    const greeting = await this.greet(token);
    if (greeting === undefined) return { kind: 'void' };
    const email = greeting.email ?? (given === undefined ? undefined : canonicalEmail(given));
    if (email === undefined) return { kind: 'email_needed' };
    const problem = passwordProblem(password, email);
    if (problem !== undefined) return { kind: 'unfit', problem };
    const passwordHash = await this.hasher.hash(password);
    const entered = await this.database.$transaction((tx) =>
      this.use(tx, { token, email, passwordHash, greeting }, client),
    );
    if (entered === undefined) return { kind: 'void' };
    await this.tries.forgive(email);
    return { kind: 'entered', ...entered };
  }

  private async use(
    tx: Transaction,
    wanted: { token: string; email: string; passwordHash: string; greeting: Greeting },
    client: Client,
  ): Promise<Entered | undefined> {
    const { token, email, passwordHash, greeting } = wanted;
    const { purpose, role } = greeting;
    const now = this.clock.now();
    const isFirst = purpose === 'first_administrator';
    // Two who follow two links of the first administrator at once come one after the other.
    if (isFirst) await tx.$executeRaw`lock table app_user in share row exclusive mode`;
    if (isFirst && (await hasAnybody(tx))) return undefined;
    if (!(await takeLink(tx, token))) return undefined;
    const user = await tx.user.upsert({
      where: { email },
      create: { id: newId(), email, role, passwordHash, createdAt: now },
      update: isFirst ? { passwordHash, role, deactivatedAt: null } : { passwordHash },
    });
    await endSessions(tx, user.id);
    if (isFirst) await tx.oneTimeLink.deleteMany({ where: { userId: null } });
    const acting = { actor: email, role: undefined, requestId: client.requestId };
    const change = { action: 'users.password', subjectKind: 'users', subjectId: user.id };
    await recordChange(tx, acting, { ...change, after: { purpose } }, now);
    const account = { id: user.id, email, role: asRole(user.role) };
    return enter(tx, account, client.userAgent, { ...acting, role: account.role }, now);
  }
}
