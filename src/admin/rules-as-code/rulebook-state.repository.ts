import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/database.js';
import { rulebookAt, type RulebookRow } from '../../rulebook/rulebook-at.repository.js';
import { rulebookVersion } from '../../rulebook/rulebook-version.repository.js';

/** A rule or a library item as it stands. */
export type StoredEntry = RulebookRow & {
  /** Of a rule. */
  readonly ruleKey: string | null;
};

/** The rulebook in one of its versions; rules in their order. */
export type RulebookState = {
  readonly version: bigint;
  /** Names this state of this Heed: no other Heed has one of the same tag. */
  readonly tag: string;
  readonly entries: readonly StoredEntry[];
};

/** The version of the rulebook that the latest `apply` left. */
const APPLIED_MARK = 'rules-applied';

const TAG = /^(\d{1,18})-[0-9a-f]{16}$/;

export async function currentState(tx: Transaction): Promise<RulebookState> {
  return stateAt(await rulebookVersion(tx), tx);
}

/**
 * The state that somebody’s files come from: that of their export, or what the latest `apply` left, whichever is newer. `undefined` when
 * neither is known here, as for files of another Heed.
 */
export async function baseState(
  exported: string | undefined,
  current: RulebookState,
  tx: Transaction,
): Promise<RulebookState | undefined> {
  const mark = await tx.systemMark.findUnique({ where: { name: APPLIED_MARK } });
  const [, number] = TAG.exec(exported ?? '') ?? [];
  const versions = [mark?.version, number === undefined ? undefined : BigInt(number)]
    .filter((version) => version !== undefined && version <= current.version)
    .map((version) => version ?? 0n)
    .sort((one, other) => Number(other - one));
  for (const version of versions) {
    const state = version === current.version ? current : await stateAt(version, tx);
    if (version === mark?.version || state.tag === exported) return state;
  }
  return undefined;
}

/** Remembers that the rulebook as it now stands is what somebody’s files say. */
export async function noteApplied(version: bigint, tx: Transaction): Promise<void> {
  await tx.systemMark.upsert({
    where: { name: APPLIED_MARK },
    create: { name: APPLIED_MARK, version },
    update: { version },
  });
}

async function stateAt(version: bigint, tx: Transaction): Promise<RulebookState> {
  const rows = await rulebookAt(version, tx);
  const rules = await tx.rule.findMany({ where: { key: { not: null } }, select: { id: true, key: true } });
  const keys = new Map(rules.map(({ id, key }) => [id, key]));
  const entries = rows.map((row) => ({ ...row, ruleKey: keys.get(row.id) ?? null }));
  return { version, tag: tagOf(version, rows), entries };
}

/** Ids of revisions are made by chance, so the tags of two Heeds differ although their versions may be the same number. */
function tagOf(version: bigint, rows: readonly RulebookRow[]): string {
  const hash = createHash('sha256');
  for (const { revisionId, position } of rows) hash.update(`${revisionId} ${position ?? ''}\n`);
  return `${version}-${hash.digest('hex').slice(0, 16)}`;
}
