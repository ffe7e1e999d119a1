import { hex, type ChainEnd } from '../contacts/ledger/ledger-chain.js';
import type { Database } from '../platform/database/database.js';
import type { CheckpointFiles } from './checkpoint-files.js';
import type { CheckpointSigner } from './checkpoint.js';
import { ChainWalk } from './chain-walk.js';
import { foldNext, isInOrder, type ComparedStanding } from './folded-standings.repository.js';
import type { Finding } from './ledger-finding.js';
import { ledgerPages } from './ledger-pages.repository.js';
import { verifyCheckpoints } from './verify-checkpoints.js';

const CONTACTS_AT_ONCE = 2_000;
const MAX_FINDINGS = 100;

/** What a check of the whole ledger found. `findings` holds the first hundred, `findingCount` counts all. */
export type LedgerReport = {
  readonly isIntact: boolean;
  readonly entries: number;
  readonly erasedEntries: number;
  readonly contacts: number;
  /** How many signed checkpoints were found and compared. With none, a ledger that was rewritten as a whole is not noticed. */
  readonly checkpoints: number;
  readonly head: { readonly position: number; readonly hash: string } | undefined;
  readonly findingCount: number;
  readonly findings: readonly Finding[];
};

type Note = (found: readonly Finding[]) => void;

export type VerifyOptions = {
  /** Entries up to this one are taken as proven. Everything else is verified all the same. */
  readonly after?: ChainEnd;
  /** Ends the verification, which then throws. */
  readonly signal?: AbortSignal;
};

/** Proves the ledger: its chain, its payloads, the consent that is derived from it, and the checkpoints outside the database. */
export class LedgerVerifier {
  constructor(
    private readonly database: Database,
    private readonly files: CheckpointFiles,
    private readonly signer: CheckpointSigner,
  ) {}

  /** Reads in pages, and takes no locks: it can run beside live traffic. */
  async verify({ after, signal }: VerifyOptions = {}): Promise<LedgerReport> {
    const findings: Finding[] = [];
    let findingCount = 0;
    const note: Note = (found) => {
      findingCount += found.length;
      findings.push(...found.slice(0, MAX_FINDINGS - findings.length));
    };
    const { walk, head } = await this.walkChain(note, after, signal);
    const contacts = await this.compareStandings(note, signal);
    const checkpoints = await verifyCheckpoints(this.database, this.files, this.signer);
    note(checkpoints.findings);
    return {
      isIntact: findingCount === 0,
      entries: walk.entries,
      erasedEntries: walk.erased,
      contacts,
      checkpoints: checkpoints.checked,
      head: head && { position: head.position, hash: hex(head.hash) },
      findingCount,
      findings,
    };
  }

  private async walkChain(note: Note, after: ChainEnd | undefined, signal: AbortSignal | undefined) {
    const walk = new ChainWalk(after);
    let head: ChainEnd | undefined;
    for await (const page of ledgerPages(this.database, after?.position)) {
      signal?.throwIfAborted();
      for (const entry of page.entries) note(walk.see(entry));
      head = page.head;
    }
    note(walk.end(head));
    return { walk, head };
  }

  private async compareStandings(note: Note, signal: AbortSignal | undefined): Promise<number> {
    let contacts = 0;
    let after: string | undefined;
    for (;;) {
      signal?.throwIfAborted();
      const compared = await foldNext(this.database, after, CONTACTS_AT_ONCE);
      note(compared.filter((each) => !isInOrder(each)).map(projectionFinding));
      contacts += compared.length;
      if (compared.length < CONTACTS_AT_ONCE) return contacts;
      after = compared.at(-1)?.contactId;
    }
  }
}

function projectionFinding({ contactId, stored, folded }: ComparedStanding): Finding {
  const is = stored === undefined ? 'is missing' : `is ${stored.state}`;
  const detail = `The contact's consent ${is}, by or since another entry than the ledger says; it should be ${folded.state}.`;
  return { kind: 'projection', position: null, id: contactId, detail };
}
