/**
 * What can be wrong with the ledger.
 *
 * - `missing`: positions that nobody fills. `misplaced`: an entry where none can be.
 * - `broken_link`: it does not follow the entry before it. `envelope`, `payload`: that part is not what was written.
 * - `unrecorded_erasure`: its payload is gone, and no later entry says that it was erased.
 * - `head`: the head does not point at the newest entry. `projection`: a contact's consent is not what its entries say.
 * - `checkpoint`: a signed checkpoint that the ledger contradicts, or one that is not genuine.
 */
export type FindingKind =
  | 'missing'
  | 'misplaced'
  | 'broken_link'
  | 'envelope'
  | 'payload'
  | 'unrecorded_erasure'
  | 'head'
  | 'projection'
  | 'checkpoint';

/** One thing that is wrong, and where. Never holds an address or a text. */
export type Finding = {
  readonly kind: FindingKind;
  /** The position in the chain, where there is one. */
  readonly position: number | null;
  /** The id of the entry, or of the contact for `projection`. */
  readonly id: string | null;
  readonly detail: string;
};
