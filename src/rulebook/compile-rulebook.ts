import { parseRuleDefinition } from '../rules/definition/parse-rule-definition.js';
import { compileFlow, type CompiledFlow } from '../rules/flows/compiled-flow.js';
import type { FlowDefinition } from '../rules/flows/flow-definition.js';
import { parseFlowDefinition } from '../rules/flows/parse-flow.js';
import type { DefinitionProblem, RuleDefinition } from '../rules/definition/rule-definition.js';
import type { ReplyTemplate } from '../rules/library.js';
import { parseReplyTemplate } from '../rules/replies/parse-reply-template.js';
import { compileRules, type CompiledRuleSet, type StoredRule } from '../rules/rule-set.js';
import { compileSchedule } from '../rules/schedules/compile-schedule.js';
import { parseScheduleDefinition } from '../rules/schedules/parse-schedule.js';
import type { CompiledSchedule } from '../rules/schedules/schedule.js';
import type { RulebookRow } from './rulebook-at.repository.js';

/** Told of every definition that this version cannot read. */
export type UnreadableRow = (row: RulebookRow, problems: readonly DefinitionProblem[]) => void;

/** Compiles a rulebook as it was stored. A definition that this version cannot read is left out, and the others work on. */
export function compileRulebook(rows: readonly RulebookRow[], onUnreadable: UnreadableRow): CompiledRuleSet {
  const rules: StoredRule[] = [];
  const schedules = new Map<string, CompiledSchedule>();
  const templates = new Map<string, ReplyTemplate>();
  const flows: { readonly revisionId: string; readonly definition: FlowDefinition }[] = [];
  for (const row of rows) {
    switch (row.kind) {
      case 'rule': {
        const definition = read(row, parseRuleDefinition, onUnreadable);
        if (definition !== undefined) rules.push(storedRule(row, definition));
        break;
      }
      case 'schedule': {
        const definition = read(row, parseScheduleDefinition, onUnreadable);
        if (definition !== undefined) schedules.set(definition.name, compileSchedule(definition));
        break;
      }
      case 'template': {
        const definition = read(row, parseReplyTemplate, onUnreadable);
        if (definition !== undefined) templates.set(definition.name, definition);
        break;
      }
      case 'flow': {
        const definition = read(row, parseFlowDefinition, onUnreadable);
        if (definition !== undefined) flows.push({ revisionId: row.revisionId, definition });
        break;
      }
      default: {
        const never: never = row.kind;
        return never;
      }
    }
  }
  // Flows ask about schedules, so they are compiled when these are known.
  const compiled = flows.map(({ revisionId, definition }) => compileFlow(revisionId, definition, schedules));
  return compileRules(rules, {
    schedules,
    templates,
    flows: new Map(compiled.map((flow) => [flow.name, flow])),
    flowRevisions: new Map(compiled.map((flow) => [flow.revisionId, flow])),
  });
}

function storedRule(row: RulebookRow, definition: RuleDefinition): StoredRule {
  const { id, revisionId, number, position, heldBackAt, heldBackReason } = row;
  const rule = { id, revisionId, number, position: position ?? 0, definition };
  return heldBackAt === null ? rule : { ...rule, heldBack: { at: heldBackAt, reason: heldBackReason ?? '' } };
}

type Reading<Definition> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

function read<Definition>(
  row: RulebookRow,
  parse: (json: unknown) => Reading<Definition>,
  onUnreadable: UnreadableRow,
): Definition | undefined {
  const reading = parse(row.definition);
  if (reading.ok) return reading.definition;
  onUnreadable(row, reading.problems);
  return undefined;
}

/** The rulebook with revisions of flows by which conversations went on, those that it has already left aside. */
export function withFlowRevisions(
  rules: CompiledRuleSet,
  rows: readonly RulebookRow[],
  onUnreadable: UnreadableRow,
): CompiledRuleSet {
  return rows
    .filter(({ revisionId }) => !rules.library.flowRevisions.has(revisionId))
    .reduce((all, row) => withFlowRevision(all, row, onUnreadable), rules);
}

/** The rulebook with one more revision of a flow: that by which a conversation goes on though the flow was changed or deleted meanwhile. */
export function withFlowRevision(
  rules: CompiledRuleSet,
  row: RulebookRow,
  onUnreadable: UnreadableRow,
): CompiledRuleSet {
  const { library } = rules;
  const definition = read(row, parseFlowDefinition, onUnreadable);
  if (definition === undefined) return rules;
  const flow: CompiledFlow = compileFlow(row.revisionId, definition, library.schedules);
  const flowRevisions = new Map(library.flowRevisions).set(flow.revisionId, flow);
  return { ...rules, library: { ...library, flowRevisions } };
}
