import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { RuleRepository, type RuleRow } from '../../rulebook/rule.repository.js';
import { NO_TRAFFIC, trafficOf } from '../../rulebook/rule-hits.repository.js';
import {
  analysedRules,
  MOST_ANALYSED,
  ruleConflicts,
  type RuleConflict,
} from '../../rules/analysis/rule-conflicts.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { StoredRule } from '../../rules/rule-set.js';
import type { RuleConflictPage } from './rule-conflicts.views.js';

const MOST_CONFLICTS = 500;
const RULES_AT_A_STRETCH = 10;
const MONTH_MS = 30 * 24 * 60 * 60 * 1_000;

/** What the rules do to one another: by their conditions, and by what really happened. */
@Injectable()
export class ConflictDesk {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleRepository,
    private readonly liveRules: LiveRules,
    private readonly clock: Clock,
  ) {}

  async find(): Promise<RuleConflictPage> {
    const stored = (await this.rules.all()).flatMap(storedRule);
    const { library } = await this.liveRules.at(await this.rules.version());
    const items: RuleConflict[] = [];
    let asked = 0;
    for (const { conflicts } of ruleConflicts(
      stored.map(({ rule }) => rule),
      library,
    )) {
      items.push(...conflicts);
      if (items.length > MOST_CONFLICTS) break;
      asked += 1;
      if (asked % RULES_AT_A_STRETCH === 0) await nextTurn();
    }
    const enabled = stored.filter(({ rule }) => rule.definition.enabled);
    const analysed = analysedRules(stored.map(({ rule }) => rule)).length;
    const notAnalysed = enabled.length - analysed;
    return {
      items: items.slice(0, MOST_CONFLICTS),
      nextCursor: null,
      neverFired: await this.neverFired(stored),
      analysed,
      notAnalysed,
      note: noteOf(notAnalysed),
      isCut: items.length > MOST_CONFLICTS,
    };
  }

  /** A rule that is younger has not had its chance yet, and neither has one that was changed since. */
  private async neverFired(stored: readonly Stored[]): Promise<RuleConflictPage['neverFired']> {
    const now = this.clock.now();
    const old = stored.filter(
      ({ row, rule: { definition } }) =>
        definition.enabled &&
        definition.mode === 'live' &&
        row.updatedAt.getTime() < now.getTime() - MONTH_MS,
    );
    const ids = old.map(({ row }) => row.id);
    const traffic = await trafficOf(this.database, ids, now);
    return old
      .filter(({ row }) => (traffic.get(row.id) ?? NO_TRAFFIC).fired30Days === 0)
      .map(({ rule }) => ({ id: rule.id, name: rule.definition.name }));
  }
}

const COUNT = new Intl.NumberFormat('en');

function noteOf(notAnalysed: number): string | null {
  if (notAnalysed === 0) return null;
  const rest = notAnalysed === 1 ? 'the last one was' : `the other ${COUNT.format(notAnalysed)} were`;
  return `Only the first ${COUNT.format(MOST_ANALYSED)} rules that are on were compared; ${rest} not.`;
}

type Stored = { readonly row: RuleRow; readonly rule: StoredRule };

/** A definition that this version cannot read takes part in nothing. */
function storedRule(row: RuleRow): readonly Stored[] {
  const reading = parseRuleDefinition(row.definition);
  if (!reading.ok) return [];
  const { id, revisionId, number, position, heldBackAt, heldBackReason } = row;
  const heldBack = heldBackAt === null ? {} : { heldBack: { at: heldBackAt, reason: heldBackReason ?? '' } };
  return [{ row, rule: { id, revisionId, number, position, definition: reading.definition, ...heldBack } }];
}
