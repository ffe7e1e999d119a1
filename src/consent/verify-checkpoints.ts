import type { Database } from '../platform/database/database.js';
import type { CheckpointSigner } from './checkpoint.js';
import type { CheckpointFile, CheckpointFiles } from './checkpoint-files.js';
import type { Finding } from './ledger-finding.js';
import { rowHashesAt } from './ledger-positions.repository.js';

/** Three weeks of hourly ones: an older one says nothing that these do not. */
const CHECKED = 500;

/** Compares the ledger with the newest checkpoints. Call it when the chain itself was checked: it takes the stored hashes as they are. */
export async function verifyCheckpoints(
  database: Database,
  files: CheckpointFiles,
  signer: CheckpointSigner,
): Promise<{ readonly checked: number; readonly findings: readonly Finding[] }> {
  const newest = await files.newest(CHECKED);
  const positions = newest.flatMap(({ checkpoint }) => checkpoint?.position ?? []);
  const hashes = await rowHashesAt(database, positions);
  const findings = newest.flatMap((file) => findingOf(file, signer, hashes) ?? []);
  return { checked: newest.length, findings };
}

function findingOf(
  { name, checkpoint }: CheckpointFile,
  signer: CheckpointSigner,
  hashes: ReadonlyMap<number, string>,
): Finding | undefined {
  if (checkpoint === undefined)
    return finding(null, `The file ${name} cannot be read as a checkpoint of that position.`);
  const { position, hash, at } = checkpoint;
  if (!signer.isOwn(checkpoint)) {
    return finding(
      position,
      `The file ${name} is not signed by this HEED_SECRET. If the secret was changed, keep the older files elsewhere.`,
    );
  }
  const found = hashes.get(position);
  if (found === hash) return undefined;
  return finding(
    position,
    found === undefined
      ? `On ${at} the ledger had an entry at position ${position}; it is gone.`
      : `On ${at} another entry stood at position ${position}: the ledger was rewritten.`,
  );
}

function finding(position: number | null, detail: string): Finding {
  return { kind: 'checkpoint', position, id: null, detail };
}
