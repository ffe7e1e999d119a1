import { Injectable } from '@nestjs/common';
import { waitForPermits } from '../../delivery/reply-limits.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { Prisma } from '../../platform/database/generated/client.js';

export type KillSwitchRow = {
  readonly scope: string;
  readonly reason: string;
  readonly actor: string;
  readonly since: Date;
};

/** What a switch stops: everything, one connection, or the rules of one group. */
export type KillScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'connection'; readonly connectionId: string }
  | { readonly kind: 'group'; readonly group: string };

/** No more is drained at once, so that switching off stays quick; what is left is stopped at its permit. */
const MOST_DRAINED = 10_000;

/** Switches the replies of rules off and on. */
@Injectable()
export class KillSwitches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<KillSwitchRow[]> {
    return this.database.killSwitch.findMany({ orderBy: { scope: 'asc' } });
  }

  /** The groups that rules are in. */
  async groups(): Promise<string[]> {
    const rows = await this.database.$queryRaw<{ group: string }[]>`
      select distinct revision.definition ->> 'group' as "group"
        from rule join rule_revision revision on revision.id = rule.revision_id
       where rule.deleted_at is null and revision.definition ? 'group'
       order by 1`;
    return rows.map(({ group }) => group);
  }

  /**
   * Switches off. When this returns, no permit is granted any more that did not see the switch, and what was queued is suppressed; a call
   * that had its permit before is on its way. @returns how many queued replies were suppressed.
   */
  async switchOff(
    scope: KillScope,
    by: { readonly reason: string; readonly actor: string },
  ): Promise<{ readonly row: KillSwitchRow; readonly suppressed: number }> {
    const name = scopeText(scope);
    return this.database.$transaction(async (tx) => {
      await waitForPermits(tx);
      const state = { ...by, since: this.clock.now() };
      const row = await tx.killSwitch.upsert({
        where: { scope: name },
        create: { scope: name, ...state },
        update: state,
      });
      return { row, suppressed: await drain(tx, scope, row) };
    });
  }

  /** @returns false when it was not switched off. */
  async switchOn(scope: KillScope): Promise<boolean> {
    const { count } = await this.database.killSwitch.deleteMany({ where: { scope: scopeText(scope) } });
    return count === 1;
  }
}

export function scopeText(scope: KillScope): string {
  switch (scope.kind) {
    case 'all':
      return 'all';
    case 'connection':
      return `connection:${scope.connectionId}`;
    case 'group':
      return `group:${scope.group}`;
    default: {
      const never: never = scope;
      return never;
    }
  }
}

/** A message that somebody else has locked is being cancelled, or will meet the switch at its permit: nobody is waited for. */
async function drain(
  tx: Transaction,
  scope: KillScope,
  { actor, reason, since }: KillSwitchRow,
): Promise<number> {
  const why = `Switched off by ${actor}: ${reason}`;
  return tx.$executeRaw`
    with stopped as (
      select message.id from message
       where message.status = 'queued' and message.kind = 'reply' and ${inScope(scope)}
       limit ${MOST_DRAINED} for update skip locked
    ), suppressed as (
      update message set status = 'suppressed', reason = ${why}, updated_at = ${since}
        from stopped where message.id = stopped.id
      returning message.id)
    insert into status_change (id, message_id, from_status, to_status, cause, at)
    select gen_random_uuid(), id, 'queued', 'suppressed', ${why}, ${since} from suppressed`;
}

function inScope(scope: KillScope): Prisma.Sql {
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`true`;
    case 'connection':
      return Prisma.sql`message.connection_id = ${scope.connectionId}::uuid`;
    case 'group':
      return Prisma.sql`
        exists (select 1 from rule_revision revision
                 where revision.id = message.rule_revision_id and revision.definition ->> 'group' = ${scope.group})`;
    default: {
      const never: never = scope;
      return never;
    }
  }
}
