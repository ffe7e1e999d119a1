import type { Database } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';
import type { RuleDefinition } from '../rules/definition/rule-definition.js';
import type { DryRunResult } from './tally.js';

/** What is tried, before it begins. */
export type NewDryRun = {
  readonly id: string;
  /** Absent for a rule that is not stored. */
  readonly ruleId: string | undefined;
  readonly definition: RuleDefinition;
  readonly definitionHash: Buffer;
  readonly position: number | undefined;
  readonly rulesVersion: bigint;
  readonly days: number;
  readonly actor: string;
  readonly at: Date;
};

export type DryRunRow = {
  readonly id: string;
  readonly ruleId: string | null;
  readonly definition: unknown;
  readonly definitionHash: Uint8Array;
  readonly position: number | null;
  readonly rulesVersion: bigint;
  readonly days: number;
  readonly state: 'running' | 'finished' | 'failed';
  readonly total: number;
  readonly lookedAt: number;
  /** Present when it is finished. Written by this program only. */
  readonly result: DryRunResult | null;
  readonly problem: string | null;
  readonly actor: string;
  readonly createdAt: Date;
  readonly progressAt: Date;
  readonly finishedAt: Date | null;
};

/** A dry run as it stands in a list. */
export type ListedDryRun = Pick<
  DryRunRow,
  | 'id'
  | 'ruleId'
  | 'days'
  | 'state'
  | 'total'
  | 'lookedAt'
  | 'problem'
  | 'actor'
  | 'createdAt'
  | 'progressAt'
  | 'finishedAt'
> & {
  /** What the rule was called that was tried. */
  readonly ruleName: string;
  readonly fired: DryRunResult['fired'] | null;
};

type ListedPlace = { readonly at: Date; readonly id: string };

/** Dry runs as they are kept: what was tried, how far it is, and what came out. */
export class DryRuns {
  constructor(private readonly database: Database) {}

  async begin({ definition, ruleId, position, at, ...rest }: NewDryRun): Promise<void> {
    await this.database.dryRun.create({
      data: {
        ...rest,
        definition: asJson(definition),
        definitionHash: new Uint8Array(rest.definitionHash),
        ruleId: ruleId ?? null,
        position: position ?? null,
        state: 'running',
        createdAt: at,
        progressAt: at,
      },
    });
  }

  async progress(id: string, total: number, lookedAt: number, at: Date): Promise<void> {
    await this.database.dryRun.update({ where: { id }, data: { total, lookedAt, progressAt: at } });
  }

  async finish(id: string, lookedAt: number, result: DryRunResult, at: Date): Promise<void> {
    await this.database.dryRun.update({
      where: { id },
      data: {
        state: 'finished',
        result: asJson(result),
        total: lookedAt,
        lookedAt,
        progressAt: at,
        finishedAt: at,
      },
    });
  }

  async fail(id: string, problem: string, at: Date): Promise<void> {
    await this.database.dryRun.update({ where: { id }, data: { state: 'failed', problem, finishedAt: at } });
  }

  /** The newest first, without the definitions and what was found of each day and example. */
  async list(limit: number, after: ListedPlace | undefined): Promise<ListedDryRun[]> {
    const rest =
      after === undefined
        ? Prisma.empty
        : Prisma.sql`where (created_at, id) < (${after.at}, ${after.id}::uuid)`;
    return this.database.$queryRaw<ListedDryRun[]>`
      select id::text, rule_id::text as "ruleId", definition ->> 'name' as "ruleName", days, state, total,
             looked_at as "lookedAt", problem, actor, created_at as "createdAt", progress_at as "progressAt",
             finished_at as "finishedAt", result -> 'fired' as fired
        from dry_run ${rest}
       order by created_at desc, id desc limit ${limit}`;
  }

  async find(id: string): Promise<DryRunRow | undefined> {
    const [row] = await this.database.$queryRaw<DryRunRow[]>`
      select id::text, rule_id::text as "ruleId", definition, definition_hash as "definitionHash", position,
             rules_version as "rulesVersion", days, state, total, looked_at as "lookedAt", result, problem, actor,
             created_at as "createdAt", progress_at as "progressAt", finished_at as "finishedAt"
        from dry_run where id = ${id}::uuid`;
    return row;
  }
}

function asJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value));
}
