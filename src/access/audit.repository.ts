import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { Acting } from './identity.js';

/** What was changed. `before` and `after` say it in a few fields, without secrets, message texts and addresses of customers. */
export type Change = {
  /** What was done to what, as in `rules.update`. */
  readonly action: string;
  /** The collection as in the API's path, and the id in it. */
  readonly subjectKind: string;
  readonly subjectId?: string | undefined;
  readonly reason?: string | undefined;
  readonly before?: Prisma.InputJsonObject | undefined;
  readonly after?: Prisma.InputJsonObject | undefined;
};

/** Puts a change on the audit trail. Call it in the transaction that makes the change, so that there is never one without the other. */
export async function recordChange(
  db: Transaction,
  { actor, role, requestId }: Acting,
  { before, after, ...change }: Change,
  at: Date,
): Promise<void> {
  await db.auditEntry.create({
    data: {
      id: newId(),
      at,
      actor,
      role: role ?? null,
      requestId: requestId ?? null,
      action: change.action,
      subjectKind: change.subjectKind,
      subjectId: change.subjectId ?? null,
      reason: change.reason ?? null,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  });
}

export type AuditFilter = {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
};

export type AuditRow = Prisma.AuditEntryGetPayload<object>;

type Place = { readonly at: Date; readonly id: string };

/** The trail as it is read. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** The newest first. `action` may end in a dot: `rules.` finds every change of a rule. */
  async list(filter: AuditFilter, take: number, after: Place | undefined): Promise<readonly AuditRow[]> {
    const { actor, action, subjectKind, subjectId, since, until } = filter;
    return this.database.auditEntry.findMany({
      where: {
        ...(actor !== undefined && { actor }),
        ...(action !== undefined && { action: action.endsWith('.') ? { startsWith: action } : action }),
        ...(subjectKind !== undefined && { subjectKind }),
        ...(subjectId !== undefined && { subjectId }),
        at: { ...(since && { gte: since }), ...(until && { lt: until }) },
        ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take,
    });
  }

  /** For a change whose own transaction is over. */
  async record(acting: Acting, change: Change, at: Date): Promise<void> {
    await recordChange(this.database, acting, change, at);
  }
}
