import type { Database, Transaction } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import type { CompiledRuleSet } from '../rules/rule-set.js';
import { compileRulebook, withFlowRevision, type UnreadableRow } from './compile-rulebook.js';
import { flowRevisionRow, rulebookAt } from './rulebook-at.repository.js';
import { rulebookVersion } from './rulebook-version.repository.js';

/** Compiled rulebooks that are kept: the live one, and a few that replays ask for. */
const KEPT_VERSIONS = 4;

/**
 * The compiled rulebook of this process, in any version it ever had. Whoever decides passes the version that its own transaction
 * saw, so a decision is made by exactly the rules of that version, and can be made again by them.
 */
export class LiveRules {
  /** In the order of use, the latest last. */
  private readonly compiled = new Map<bigint, CompiledRuleSet>();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** The rules as this transaction sees them. */
  async now(tx: Transaction): Promise<CompiledRuleSet> {
    return this.at(await rulebookVersion(tx), tx);
  }

  /** The rules as they were in a version of the rulebook. */
  async at(version: bigint, tx: Transaction = this.database): Promise<CompiledRuleSet> {
    const rules =
      this.compiled.get(version) ?? compileRulebook(await rulebookAt(version, tx), this.reportUnreadable);
    this.compiled.delete(version);
    this.compiled.set(version, rules);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size > KEPT_VERSIONS && oldest !== undefined) this.compiled.delete(oldest);
    return rules;
  }

  /**
   * The same for a conversation in which a flow waits: with the revision of it by which that one goes on. Where nobody has changed the flow
   * since, that costs nothing.
   */
  async forRun(
    version: bigint,
    flowRevisionId: string | undefined,
    tx: Transaction = this.database,
  ): Promise<CompiledRuleSet> {
    const rules = await this.at(version, tx);
    if (flowRevisionId === undefined || rules.library.flowRevisions.has(flowRevisionId)) return rules;
    const row = await flowRevisionRow(flowRevisionId, tx);
    return row === undefined ? rules : withFlowRevision(rules, row, this.reportUnreadable);
  }

  private readonly reportUnreadable: UnreadableRow = ({ kind, id }, problems) => {
    const sentences = problems.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ');
    this.log.error(`A stored ${kind} cannot be read by this version and is left out.`, sentences, { id });
  };
}
