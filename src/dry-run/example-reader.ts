import type { Database } from '../platform/database/database.js';
import { readSnapshot } from '../rulebook/stored-snapshot.js';
import { parseRuleDefinition } from '../rules/definition/parse-rule-definition.js';
import type { Decision } from '../rules/decision.js';
import { compareOnce } from './comparison.js';
import type { DryRunRow } from './dry-run.repository.js';
import { rulebooksFor } from './dry-runner.js';
import type { ExampleKey } from './tally.js';

/** How one side decided. */
export type ExampleSide = {
  readonly verdict: string;
  readonly sentence: string;
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly reply: string | null;
};

/** An event whose answer the change changes. */
export type Example = {
  readonly decisionId: string;
  readonly messageId: string | null;
  readonly at: Date;
  /** What the customer wrote; null for an event that is no message. */
  readonly text: string | null;
  readonly before: ExampleSide;
  readonly after: ExampleSide;
};

/**
 * Decides the examples of a dry run again, by the rulebook it had. Nothing of a customer's words is kept with it, so what was erased or
 * emptied since is not in the answer.
 */
export async function readExamples(database: Database, run: DryRunRow): Promise<readonly Example[]> {
  const keys = new Map((run.result?.examples ?? []).map((key) => [key.decisionId, key]));
  const reading = parseRuleDefinition(run.definition);
  if (!reading.ok || keys.size === 0) return [];
  const change = {
    ruleId: run.ruleId ?? run.id,
    revisionId: run.id,
    definition: reading.definition,
    position: run.position ?? undefined,
  };
  const since = new Date(run.result?.since ?? run.createdAt);
  const rulebooks = await rulebooksFor(database, run.rulesVersion, change, since);
  const rows = await database.decision.findMany({
    where: { id: { in: [...keys.keys()] }, purgedAt: null },
    select: { id: true, messageId: true, snapshot: true },
  });
  const names = new Map(
    [...rulebooks.before.byEvent.values(), ...rulebooks.after.byEvent.values()]
      .flat()
      .map(({ revisionId, id, name }) => [revisionId, { id, name }]),
  );
  const sideOf = ({ verdict, sentence, ruleRevisionId, replies }: Decision): ExampleSide => {
    const rule = names.get(ruleRevisionId ?? '');
    return {
      verdict,
      sentence,
      ruleId: rule?.id ?? null,
      ruleName: rule?.name ?? null,
      reply: replies[0]?.text ?? null,
    };
  };
  const examples = rows.flatMap((row): readonly Example[] => {
    const snapshot = readSnapshot(row.snapshot);
    if (snapshot === undefined) return [];
    const { before, after } = compareOnce(snapshot, rulebooks, keys.get(row.id)?.replayed);
    const { event, now } = snapshot;
    return [
      {
        decisionId: row.id,
        messageId: row.messageId,
        at: now,
        text: event.name === 'message.received' ? event.payload.text : null,
        before: sideOf(before),
        after: sideOf(after),
      },
    ];
  });
  return inOrder(examples, [...keys.values()]);
}

function inOrder(examples: readonly Example[], keys: readonly ExampleKey[]): readonly Example[] {
  return keys.flatMap((key) => examples.find(({ decisionId }) => decisionId === key.decisionId) ?? []);
}
