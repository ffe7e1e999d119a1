import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { recordChange } from './audit.repository.js';
import type { Acting } from './identity.js';
import { asRole, type Role } from './role.js';
import { endSessions, openSession, type SignedIn } from './session.repository.js';

/** Someone who may sign in, with what proves it. */
export type Account = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string;
};

/** A session that has just begun: who, and the secret for their cookie. */
export type Entered = { readonly token: string; readonly identity: SignedIn };

/** Begins a session and puts the sign-in on record. */
export async function enter(
  tx: Transaction,
  account: Pick<Account, 'id' | 'email' | 'role'>,
  userAgent: string | undefined,
  acting: Acting,
  now: Date,
): Promise<Entered> {
  const { id: userId, email, role } = account;
  const { token, id: sessionId, endsAt } = await openSession(tx, userId, userAgent, now);
  await tx.user.update({ where: { id: userId }, data: { signedInAt: now } });
  const change = { action: 'session.create', subjectKind: 'users', subjectId: userId };
  await recordChange(tx, acting, change, now);
  return { token, identity: { kind: 'user', userId, email, role, sessionId, endsAt } };
}

@Injectable()
export class Passwords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(email: string): Promise<Account | undefined> {
    const user = await this.database.user.findFirst({ where: { email, deactivatedAt: null } });
    if (user === null || user.passwordHash === null) return undefined;
    const { id, role, passwordHash } = user;
    return { id, email, role: asRole(role), passwordHash };
  }

  async open(account: Account, userAgent: string | undefined, acting: Acting): Promise<Entered> {
    const now = this.clock.now();
    return this.database.$transaction((tx) => enter(tx, account, userAgent, acting, now));
  }

  async replace(
    account: Account,
    passwordHash: string,
    userAgent: string | undefined,
    acting: Acting,
  ): Promise<Entered> {
    const now = this.clock.now();
    return this.database.$transaction(async (tx) => {
      await tx.user.update({ where: { id: account.id }, data: { passwordHash } });
      await endSessions(tx, account.id);
      const change = { action: 'users.password', subjectKind: 'users', subjectId: account.id };
      await recordChange(tx, acting, change, now);
      return enter(tx, account, userAgent, acting, now);
    });
  }
}
