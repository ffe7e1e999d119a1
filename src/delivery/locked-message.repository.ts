import type { Transaction } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';

export type MessageRow = Prisma.MessageGetPayload<object>;

/** All columns under the names that the client gives them: our tables spell in snake case what the schema spells in camel case. */
const COLUMNS = Prisma.raw(
  Object.values(Prisma.MessageScalarFieldEnum)
    .map((field) => `${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} as "${field}"`)
    .join(', '),
);

/**
 * Locks a message until the transaction ends, and reads it in the same statement: one that had to wait for the lock gets the row as the
 * lock's last holder left it. `undefined` when there is none.
 */
export async function findAndLockMessage(tx: Transaction, id: string): Promise<MessageRow | undefined> {
  const [row] = await tx.$queryRaw<MessageRow[]>`
    select ${COLUMNS} from message where id = ${id}::uuid for update`;
  return row;
}

/** The same for one that this account has sent. */
export async function findAndLockSent(
  tx: Transaction,
  connectionId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await tx.$queryRaw<MessageRow[]>`
    select ${COLUMNS} from message
     where id = ${id}::uuid and connection_id = ${connectionId}::uuid and direction = 'outbound' for update`;
  return row;
}

export async function lockMessage(tx: Transaction, id: string): Promise<MessageRow> {
  const row = await findAndLockMessage(tx, id);
  if (row === undefined) throw new Error(`The message ${id} does not exist.`);
  return row;
}
