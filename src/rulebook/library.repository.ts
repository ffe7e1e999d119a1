import type { Database, Transaction } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { LibraryDefinition, LibraryKind } from './library-kinds.js';
import { localWebhookProblemsOfFlow, refuseLocalWebhooks } from './local-webhook.js';
import { refuseUnknownInFlow, usesOf } from './references.repository.js';
import { gone, outdated, refuseLoss, RulebookRefusal, type MadeFrom } from './rulebook-refusal.js';
import { lockRulebook, raiseVersion, type Change } from './rulebook-version.repository.js';

/** A stored schedule, template or flow with its current revision. `definition` was checked before it was stored. */
export type LibraryRow = {
  readonly id: string;
  readonly name: string;
  readonly revisionId: string;
  readonly number: number;
  readonly definition: unknown;
  /** Who made that revision. */
  readonly actor: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** The library as it is kept: items with a name of their own among their kind, each a chain of revisions of which the newest counts. */
export class LibraryRepository {
  constructor(
    private readonly database: Database,
    /** A flow can call plain http addresses of this machine only where that is allowed. */
    private readonly allowsLocalWebhooks = false,
  ) {}

  /** Every item of a kind that is not deleted, in the order of their names. */
  async all(kind: LibraryKind): Promise<LibraryRow[]> {
    return select(this.database, kind, Prisma.sql`order by item.name collate "C"`);
  }

  async find(
    kind: LibraryKind,
    id: string,
    tx: Transaction = this.database,
  ): Promise<LibraryRow | undefined> {
    const [item] = await select(tx, kind, Prisma.sql`and item.id = ${id}::uuid`);
    return item;
  }

  /** The newest first; those of a deleted item too. */
  async revisions(kind: LibraryKind, itemId: string) {
    return this.database.libraryRevision.findMany({
      where: { itemId, item: { kind } },
      orderBy: { number: 'desc' },
    });
  }

  async revision(kind: LibraryKind, itemId: string, number: number) {
    return this.database.libraryRevision.findFirst({ where: { itemId, number, item: { kind } } });
  }

  async create(kind: LibraryKind, definition: LibraryDefinition, change: Change): Promise<string> {
    return this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      await refuseTakenName(tx, kind, definition.name);
      if (kind === 'flow') await this.refuseImpossible(tx, definition);
      const ids = { item: newId(), revision: newId() };
      await tx.libraryItem.create({
        data: { id: ids.item, kind, name: definition.name, revisionId: ids.revision },
      });
      await addRevision(tx, ids.item, ids.revision, 1, definition, change);
      await raiseVersion(tx);
      return ids.item;
    });
  }

  /** Adds a revision and makes it current. An item keeps its name while rules or flows refer to it. */
  async revise(
    kind: LibraryKind,
    id: string,
    definition: LibraryDefinition,
    change: Change,
    madeFrom: MadeFrom,
  ): Promise<void> {
    await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      const current = await this.expected(tx, kind, id, undefined);
      refuseLoss(kind, current, change.actor, madeFrom);
      if (current.name !== definition.name) {
        await refuseTakenName(tx, kind, definition.name);
        await refuseUsed(tx, kind, current.name, 'renamed');
      }
      if (kind === 'flow') await this.refuseImpossible(tx, definition);
      const revisionId = newId();
      await addRevision(tx, id, revisionId, current.number + 1, definition, change);
      await tx.libraryItem.update({ where: { id }, data: { revisionId, name: definition.name } });
      await raiseVersion(tx);
    });
  }

  /** Takes an item out that no rule or flow refers to; its revisions stay, because decisions were made by them. */
  async remove(kind: LibraryKind, id: string, expectedNumber: number | undefined): Promise<void> {
    await this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      const current = await this.expected(tx, kind, id, expectedNumber);
      await refuseUsed(tx, kind, current.name, 'deleted');
      await tx.libraryItem.update({ where: { id }, data: { deletedAt: new Date() } });
      await raiseVersion(tx);
    });
  }

  private async refuseImpossible(tx: Transaction, flow: LibraryDefinition): Promise<void> {
    await refuseUnknownInFlow(tx, flow);
    if (!this.allowsLocalWebhooks) refuseLocalWebhooks(localWebhookProblemsOfFlow(flow));
  }

  private async expected(
    tx: Transaction,
    kind: LibraryKind,
    id: string,
    expectedNumber: number | undefined,
  ): Promise<LibraryRow> {
    const current = await this.find(kind, id, tx);
    if (current === undefined) throw gone(kind);
    if (expectedNumber !== undefined && expectedNumber !== current.number) throw outdated(kind);
    return current;
  }
}

async function select(tx: Transaction, kind: LibraryKind, which: Prisma.Sql): Promise<LibraryRow[]> {
  return tx.$queryRaw<LibraryRow[]>`
    select item.id::text, item.name, revision.id::text as "revisionId", revision.number, revision.definition, revision.actor,
           item.created_at as "createdAt", revision.created_at as "updatedAt"
      from library_item item join library_revision revision on revision.id = item.revision_id
     where item.kind = ${kind} and item.deleted_at is null ${which}`;
}

async function refuseTakenName(tx: Transaction, kind: LibraryKind, name: string): Promise<void> {
  const owner = await tx.libraryItem.findFirst({
    where: { kind, name, deletedAt: null },
    select: { id: true },
  });
  if (owner === null) return;
  throw new RulebookRefusal(
    'taken',
    `There is already a ${kind} of this name (${owner.id}). Choose another name.`,
  );
}

async function refuseUsed(tx: Transaction, kind: LibraryKind, name: string, what: string): Promise<void> {
  const uses = await usesOf(tx, kind, name);
  if (uses.length === 0) return;
  const users = uses.map((use) => `${use.kind} "${use.name}" (${use.id})`).join(', ');
  throw new RulebookRefusal(
    'in_use',
    `This ${kind} cannot be ${what} while it is in use. Change first: ${users}.`,
  );
}

/** Stores a revision of a library item, which whoever calls makes the current one. */
export async function addRevision(
  tx: Transaction,
  itemId: string,
  id: string,
  number: number,
  definition: LibraryDefinition,
  { actor, reason }: Change,
): Promise<void> {
  const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(definition));
  await tx.libraryRevision.create({
    data: { id, itemId, number, definition: json, actor, reason: reason ?? null },
  });
}
