import type { Transaction } from '../platform/database/database.js';
import type { Log } from '../platform/logging/log.js';
import { parseRuleDefinition } from '../rules/definition/parse-rule-definition.js';
import { compileRules, type CompiledRuleSet, type StoredRule } from '../rules/rule-set.js';
import type { RuleRepository, RuleRow } from './rule.repository.js';

/**
 * The compiled rules of this process. Whoever decides passes the version that its own transaction saw, so a decision is
 * never made with rules older than the facts beside them.
 */
export class LiveRules {
  private compiled: { readonly version: bigint; readonly rules: CompiledRuleSet } | undefined;

  constructor(
    private readonly rules: RuleRepository,
    private readonly log: Log,
  ) {}

  /** The rules as this transaction sees them. */
  async now(tx: Transaction): Promise<CompiledRuleSet> {
    return this.at(await this.rules.version(tx), tx);
  }

  async at(version: bigint, tx: Transaction): Promise<CompiledRuleSet> {
    if (this.compiled?.version === version) return this.compiled.rules;
    const stored = (await this.rules.all(tx)).flatMap((row) => this.read(row) ?? []);
    this.compiled = { version, rules: compileRules(stored) };
    return this.compiled.rules;
  }

  /** A rule was checked before it was stored; one that this version cannot read is left out, and the others work on. */
  private read(row: RuleRow): StoredRule | undefined {
    const reading = parseRuleDefinition(row.definition);
    if (reading.ok) return { ...row, definition: reading.definition };
    const problems = reading.problems.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ');
    this.log.error('A stored rule cannot be read by this version and is left out.', problems, {
      ruleId: row.id,
    });
    return undefined;
  }
}
