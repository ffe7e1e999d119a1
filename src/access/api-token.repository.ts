import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import { isApiToken, newApiToken } from './api-token.js';
import { recordChange } from './audit.repository.js';
import type { Acting, Identity } from './identity.js';
import { asRole, type Role } from './role.js';
import { hashOfToken } from './secret-token.js';

export type ApiTokenRow = Omit<Prisma.ApiTokenGetPayload<object>, 'tokenHash'>;

type Place = { readonly at: Date; readonly id: string };
type Wanted = { readonly name: string; readonly role: Role; readonly expiresAt?: Date | undefined };

const WITHOUT_HASH = { tokenHash: true } as const;

@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that are not revoked, the newest first. */
  async list(take: number, after: Place | undefined): Promise<readonly ApiTokenRow[]> {
    return this.database.apiToken.findMany({
      where: {
        revokedAt: null,
        ...(after && {
          OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
      omit: WITHOUT_HASH,
    });
  }

  /** @returns the token itself too, which cannot be shown again. */
  async create(
    { name, role, expiresAt }: Wanted,
    acting: Acting,
  ): Promise<{ readonly token: string; readonly row: ApiTokenRow }> {
    const now = this.clock.now();
    const { token, hash } = newApiToken();
    return this.database.$transaction(async (tx) => {
      const row = await tx.apiToken.create({
        data: {
          id: newId(),
          name,
          role,
          tokenHash: hash,
          createdBy: acting.actor,
          createdAt: now,
          expiresAt: expiresAt ?? null,
        },
        omit: WITHOUT_HASH,
      });
      const after = { name, role, expiresAt: expiresAt?.toISOString() ?? null };
      const change = { action: 'tokens.create', subjectKind: 'tokens', subjectId: row.id, after };
      await recordChange(tx, acting, change, now);
      return { token, row };
    });
  }

  /** @returns whether there was such a token, in force. */
  async revoke(id: string, acting: Acting): Promise<boolean> {
    const now = this.clock.now();
    return this.database.$transaction(async (tx) => {
      const { count } = await tx.apiToken.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: now },
      });
      if (count === 0) return false;
      await recordChange(tx, acting, { action: 'tokens.delete', subjectKind: 'tokens', subjectId: id }, now);
      return true;
    });
  }

  async identify(token: string): Promise<Identity | undefined> {
    if (!isApiToken(token)) return undefined;
    const now = this.clock.now();
    const row = await this.database.apiToken.findUnique({ where: { tokenHash: hashOfToken(token) } });
    if (row === null || row.revokedAt !== null) return undefined;
    if (row.expiresAt !== null && row.expiresAt <= now) return undefined;
    await this.noteUse(row, now);
    return { kind: 'token', tokenId: row.id, name: row.name, role: asRole(row.role) };
  }

  private async noteUse({ id, lastUsedOn }: ApiTokenRow, now: Date): Promise<void> {
    const today = new Date(now.toISOString().slice(0, 10));
    if (lastUsedOn?.getTime() === today.getTime()) return;
    await this.database.apiToken.updateMany({ where: { id }, data: { lastUsedOn: today } });
  }
}
