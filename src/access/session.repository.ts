import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { Identity } from './identity.js';
import { asRole } from './role.js';
import { hashOfToken, newSecretToken } from './secret-token.js';

const HOUR_MS = 60 * 60_000;
/** A session that nobody used for this long is over. */
const IDLE_MS = 12 * HOUR_MS;
/** A session is over after this long, however busy it is. */
const LIFETIME_MS = 7 * 24 * HOUR_MS;
/** Its last use is written down no more often than this. */
const SEEN_EVERY_MS = 60_000;
const LONGEST_USER_AGENT = 200;

export type SignedIn = Extract<Identity, { kind: 'user' }>;

export type OwnSession = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
};

/** Begins a session. @returns its secret, for the cookie: it is known here and nowhere else. */
export async function openSession(
  db: Transaction,
  userId: string,
  userAgent: string | undefined,
  now: Date,
): Promise<{ readonly token: string; readonly id: string; readonly endsAt: Date }> {
  await db.userSession.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - LIFETIME_MS) } } });
  const { token, hash } = newSecretToken();
  const id = newId();
  await db.userSession.create({
    data: {
      id,
      userId,
      tokenHash: hash,
      userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
      createdAt: now,
      seenAt: now,
    },
  });
  return { token, id, endsAt: endOf(now) };
}

/** Ends all sessions of a user: their role or their password changed, or they may not come back. */
export async function endSessions(db: Transaction, userId: string): Promise<void> {
  await db.userSession.deleteMany({ where: { userId } });
}

@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who is signed in with this secret, if the session still stands. The role is the present one, not that of the sign-in. */
  async identify(token: string): Promise<SignedIn | undefined> {
    const now = this.clock.now();
    const session = await this.database.userSession.findUnique({
      where: { tokenHash: hashOfToken(token) },
      select: {
        id: true,
        createdAt: true,
        seenAt: true,
        user: { select: { id: true, email: true, role: true, deactivatedAt: true } },
      },
    });
    if (session === null || session.user.deactivatedAt !== null || !stands(session, now)) return undefined;
    await this.see(session, now);
    const { id, email, role } = session.user;
    const endsAt = endOf(session.createdAt);
    return { kind: 'user', userId: id, email, role: asRole(role), sessionId: session.id, endsAt };
  }

  /** The sessions of a user that still stand, the latest used first. */
  async ofUser(userId: string): Promise<readonly OwnSession[]> {
    const now = this.clock.now();
    const sessions = await this.database.userSession.findMany({
      where: { userId },
      select: { id: true, userAgent: true, createdAt: true, seenAt: true },
      orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    });
    return sessions.filter((session) => stands(session, now));
  }

  /** @returns whether there was such a session of this user. */
  async end(userId: string, id: string): Promise<boolean> {
    const { count } = await this.database.userSession.deleteMany({ where: { id, userId } });
    return count > 0;
  }

  /** The browser that had it has a new one. */
  async endByToken(token: string): Promise<void> {
    await this.database.userSession.deleteMany({ where: { tokenHash: hashOfToken(token) } });
  }

  async endAll(userId: string): Promise<void> {
    await endSessions(this.database, userId);
  }

  private async see({ id, seenAt }: { id: string; seenAt: Date }, now: Date): Promise<void> {
    if (now.getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
    await this.database.userSession.updateMany({ where: { id }, data: { seenAt: now } });
  }
}

function endOf(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LIFETIME_MS);
}

function stands({ createdAt, seenAt }: { createdAt: Date; seenAt: Date }, now: Date): boolean {
  return now < endOf(createdAt) && now.getTime() - seenAt.getTime() < IDLE_MS;
}
