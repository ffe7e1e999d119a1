import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import { recordChange } from './audit.repository.js';
import { canonicalEmail } from './email.js';
import type { Acting } from './identity.js';
import { issueLink, type NewLink } from './one-time-link.repository.js';
import { asRole, type Role } from './role.js';
import { endSessions } from './session.repository.js';

/** `invited` until a password is set. */
export type UserState = 'invited' | 'active' | 'deactivated';

export type User = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly state: UserState;
  readonly createdAt: Date;
  readonly signedInAt: Date | null;
};

export type Invitation =
  { readonly kind: 'invited'; readonly user: User; readonly link: NewLink } | { readonly kind: 'taken' };

export type UserChange = { readonly role?: Role | undefined; readonly isActive?: boolean | undefined };

export type ChangeOutcome =
  { readonly kind: 'changed'; readonly user: User } | { readonly kind: 'unknown' | 'last_administrator' };

export type Renewal =
  | { readonly kind: 'renewed'; readonly user: User; readonly link: NewLink }
  | { readonly kind: 'unknown' | 'deactivated' };

type UserRow = Prisma.UserGetPayload<object>;
type Place = { readonly at: Date; readonly id: string };

@Injectable()
export class Users {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(take: number, after: Place | undefined): Promise<readonly User[]> {
    const rows = await this.database.user.findMany({
      ...(after && {
        where: { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] },
      }),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    });
    return rows.map(userOf);
  }

  async find(id: string): Promise<User | undefined> {
    const row = await this.database.user.findUnique({ where: { id } });
    return row === null ? undefined : userOf(row);
  }

  async invite(wanted: { email: string; role: Role }, acting: Acting): Promise<Invitation> {
    const now = this.clock.now();
    const email = canonicalEmail(wanted.email);
    return this.database.$transaction(async (tx): Promise<Invitation> => {
      const data = [{ id: newId(), email, role: wanted.role, createdAt: now }];
      const [row] = await tx.user.createManyAndReturn({ data, skipDuplicates: true });
      if (row === undefined) return { kind: 'taken' };
      const link = await issueLink(tx, 'invitation', row.id, now);
      const after = { email, role: wanted.role };
      await recordChange(tx, acting, { ...subject(row), action: 'users.create', after }, now);
      return { kind: 'invited', user: userOf(row), link };
    });
  }

  /** A new link with which the user sets a password. The present one is good until then. */
  async renewLink(id: string, acting: Acting): Promise<Renewal> {
    const now = this.clock.now();
    return this.database.$transaction(async (tx): Promise<Renewal> => {
      const row = await lockUser(tx, id);
      if (row === undefined) return { kind: 'unknown' };
      if (row.deactivatedAt !== null) return { kind: 'deactivated' };
      const purpose = row.passwordHash === null ? 'invitation' : 'reset';
      const link = await issueLink(tx, purpose, id, now);
      await recordChange(tx, acting, { ...subject(row), action: 'users.link', after: { purpose } }, now);
      return { kind: 'renewed', user: userOf(row), link };
    });
  }

  /** Their sessions end: whoever has a new role signs in with it, and whoever is deactivated is out at once. */
  async change(id: string, { role, isActive }: UserChange, acting: Acting): Promise<ChangeOutcome> {
    const now = this.clock.now();
    return this.database.$transaction(async (tx): Promise<ChangeOutcome> => {
      const administrators = await lockAdministrators(tx);
      const row = await lockUser(tx, id);
      if (row === undefined) return { kind: 'unknown' };
      const changed = {
        ...row,
        ...(role !== undefined && { role }),
        ...(isActive !== undefined && { deactivatedAt: isActive ? null : (row.deactivatedAt ?? now) }),
      };
      const { role: newRole, deactivatedAt } = changed;
      if (isLastOf(administrators, id) && !(newRole === 'administrator' && deactivatedAt === null)) {
        return { kind: 'last_administrator' };
      }
      if (newRole === row.role && (deactivatedAt === null) === (row.deactivatedAt === null)) {
        return { kind: 'changed', user: userOf(row) };
      }
      await tx.user.update({ where: { id }, data: { role: newRole, deactivatedAt } });
      await endSessions(tx, id);
      if (deactivatedAt !== null) await tx.oneTimeLink.deleteMany({ where: { userId: id } });
      const [before, after] = [summaryOf(row), summaryOf(changed)];
      await recordChange(tx, acting, { ...subject(row), action: 'users.update', before, after }, now);
      return { kind: 'changed', user: userOf(changed) };
    });
  }
}

/** The administrators who can sign in, locked so that two of them cannot take each other's role away at the same moment. */
async function lockAdministrators(tx: Transaction): Promise<readonly { id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    select id::text from app_user
     where role = 'administrator' and deactivated_at is null and password_hash is not null
     order by id for update`;
}

function isLastOf(administrators: readonly { id: string }[], id: string): boolean {
  return administrators.length === 1 && administrators[0]?.id === id;
}

async function lockUser(tx: Transaction, id: string): Promise<UserRow | undefined> {
  await tx.$executeRaw`select 1 from app_user where id = ${id}::uuid for update`;
  return (await tx.user.findUnique({ where: { id } })) ?? undefined;
}

function subject({ id }: UserRow) {
  return { subjectKind: 'users', subjectId: id } as const;
}

function summaryOf({ role, deactivatedAt }: UserRow) {
  return { role, isActive: deactivatedAt === null };
}

function userOf({ id, email, role, passwordHash, createdAt, signedInAt, deactivatedAt }: UserRow): User {
  const state = deactivatedAt !== null ? 'deactivated' : passwordHash === null ? 'invited' : 'active';
  return { id, email, role: asRole(role), state, createdAt, signedInAt };
}
