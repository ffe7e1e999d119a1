import { Injectable } from '@nestjs/common';
import { announceConsent } from '../contacts/consent-events.js';
import { recordConsent, type ConsentWord } from '../contacts/consent-ledger.repository.js';
import { withConsentWord, type ConsentStanding } from '../contacts/consent-state.js';
import { lockContacts } from '../contacts/linking/contact-lock.repository.js';
import { addressKey } from '../messaging/address.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { importStep, type ImportStep } from './import-plan.js';
import type { ImportRow } from './import-rows.js';

/** So many rows are recorded in one transaction: a STOP that comes meanwhile waits for one of them, not for the whole list. */
const ROWS_AT_ONCE = 500;
const EXAMPLES = 10;

/** Where a list comes from; on record in every entry that is made of it. */
export type ImportOrigin = { readonly source: string; readonly reason: string; readonly actor: string };

/** What an import did, or would do. */
export type ImportResult = {
  readonly rows: number;
  readonly recorded: { readonly optedOut: number; readonly held: number; readonly subscribed: number };
  /** The ledger says so already. */
  readonly already: number;
  /** The ledger is more restrictive, and stays. */
  readonly kept: number;
  readonly examples: readonly { readonly line: number; readonly outcome: ImportStep['kind'] }[];
};

type PlannedRow = { readonly row: ImportRow; readonly step: ImportStep };

/** Takes over consent from another system. */
@Injectable()
export class ConsentImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports rows, all of one address in one transaction. A dry run does the same and rolls it back. An import that ends half-way is
   * done again: what is on record by then is found and left.
   */
  async run(rows: readonly ImportRow[], origin: ImportOrigin, isDryRun: boolean): Promise<ImportResult> {
    const planned: PlannedRow[] = [];
    for (const batch of batchesByAddress(rows))
      planned.push(...(await this.importBatch(batch, origin, isDryRun)));
    return summary(planned);
  }

  private async importBatch(
    rows: readonly ImportRow[],
    origin: ImportOrigin,
    isDryRun: boolean,
  ): Promise<readonly PlannedRow[]> {
    const now = this.clock.now();
    try {
      return await this.database.$transaction(async (tx) => {
        const planned = await plan(tx, rows, now);
        if (isDryRun) throw new DryRunEnd(planned);
        await announceConsent(tx, await recordConsent(tx, wordsOf(planned, origin, now)));
        return planned;
      });
    } catch (error) {
      if (error instanceof DryRunEnd) return error.planned;
      throw error;
    }
  }
}

/** Rolls a dry run back; it is no failure. */
class DryRunEnd extends Error {
  constructor(readonly planned: readonly PlannedRow[]) {
    super('The dry run is over.');
  }
}

/** Under the lock that every word takes, so that nothing changes between the plan and its record. */
async function plan(tx: Transaction, rows: readonly ImportRow[], now: Date): Promise<readonly PlannedRow[]> {
  const { contacts, standings } = await lockContacts(tx, rows);
  return rows.map((row) => {
    const contactId = contacts.get(addressKey(row.address));
    const standing = contactId === undefined ? undefined : standings.get(contactId);
    if (contactId === undefined || standing === undefined)
      throw new Error('A contact that was just resolved is missing.');
    const step = importStep(standing, row, now);
    standings.set(contactId, afterStep(standing, row.scope, step));
    return { row, step };
  });
}

function afterStep(standing: ConsentStanding, scope: string, step: ImportStep): ConsentStanding {
  return step.kind === 'record' ? withConsentWord(standing, { ...step, scope }).standing : standing;
}

function wordsOf(planned: readonly PlannedRow[], origin: ImportOrigin, now: Date): ConsentWord[] {
  return planned.flatMap(({ row, step }) => {
    if (step.kind !== 'record') return [];
    const since = row.at === undefined ? '' : ` Since ${row.at.toISOString()}.`;
    const reason = `From ${origin.source}: ${origin.reason}${since}${row.reason === undefined ? '' : ` ${row.reason}`}`;
    return [
      {
        address: row.address,
        action: step.action,
        scope: row.scope,
        source: 'import',
        saidAt: step.saidAt,
        receivedAt: now,
        actor: origin.actor,
        reason,
      },
    ];
  });
}

/** Rows of one address stay together, in their order, because each is planned on what those before it did. */
function batchesByAddress(rows: readonly ImportRow[]): ImportRow[][] {
  const byAddress = new Map<string, ImportRow[]>();
  for (const row of rows) {
    const group = byAddress.get(addressKey(row.address));
    if (group === undefined) byAddress.set(addressKey(row.address), [row]);
    else group.push(row);
  }
  const batches: ImportRow[][] = [];
  for (const group of byAddress.values()) {
    const last = batches.at(-1);
    if (last === undefined || last.length + group.length > ROWS_AT_ONCE) batches.push([...group]);
    else last.push(...group);
  }
  return batches;
}

function summary(planned: readonly PlannedRow[]): ImportResult {
  const count = (matches: (step: ImportStep) => boolean) =>
    planned.filter(({ step }) => matches(step)).length;
  const recorded = (action: string) => count((step) => step.kind === 'record' && step.action === action);
  return {
    rows: planned.length,
    recorded: { optedOut: recorded('revoke'), held: recorded('hold'), subscribed: recorded('grant') },
    already: count(({ kind }) => kind === 'already'),
    kept: count(({ kind }) => kind === 'kept'),
    examples: planned.slice(0, EXAMPLES).map(({ row, step }) => ({ line: row.line, outcome: step.kind })),
  };
}
