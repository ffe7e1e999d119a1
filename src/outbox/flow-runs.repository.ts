import { asFiniteNumber, asObject, asText } from '../messaging/untrusted.js';
import type { Transaction } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';
import { newId } from '../platform/ids/new-id.js';
import type { ActiveRun, RunState } from '../rules/flows/run-state.js';
import type { MadeDecision } from './made-decision.js';

/** One JSON value with the run that waits in a conversation, for a statement that has `conversation` in its from clause. */
export const activeRunColumn = Prisma.sql`
  (select json_build_object('id', run.id, 'flowRevisionId', run.flow_revision_id, 'ruleRevisionId', run.rule_revision_id,
                            'category', run.category, 'language', run.language, 'step', run.step, 'variables', run.variables,
                            'refused', run.refused, 'steps', run.steps, 'startedAt', run.started_at, 'waitUntil', run.wait_until)
     from flow_run run where run.conversation_id = conversation.id and run.status = 'active')`;

/** Reads that value back. */
export function readActiveRun(json: unknown): ActiveRun | undefined {
  const fields = asObject(json);
  const [id, flowRevisionId] = [asText(fields?.['id']), asText(fields?.['flowRevisionId'])];
  const [ruleRevisionId, step] = [asText(fields?.['ruleRevisionId']), asText(fields?.['step'])];
  const startedAt = instant(fields?.['startedAt']);
  if (
    id === undefined ||
    flowRevisionId === undefined ||
    ruleRevisionId === undefined ||
    step === undefined ||
    startedAt === undefined
  ) {
    return undefined;
  }
  const [category, language] = [asText(fields?.['category']), asText(fields?.['language'])];
  const waitUntil = instant(fields?.['waitUntil']);
  return {
    id,
    flowRevisionId,
    ruleRevisionId,
    ...(category !== undefined && { category }),
    ...(language !== undefined && { language }),
    step,
    variables: scalars(fields?.['variables']),
    refused: asFiniteNumber(fields?.['refused']) ?? 0,
    steps: asFiniteNumber(fields?.['steps']) ?? 0,
    startedAt,
    ...(waitUntil !== undefined && { waitUntil }),
  };
}

function scalars(json: unknown): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(asObject(json) ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, value]]
        : [],
    ),
  );
}

/** PostgreSQL writes instants into JSON with the offset of its session. */
function instant(value: unknown): string | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/**
 * Stores where the flow of a conversation stands after a decision, in the decision's transaction. A run that has ended meanwhile, because its
 * contact opted out, stays ended.
 */
export async function storeRuns(tx: Transaction, made: MadeDecision): Promise<void> {
  for (const effect of made.decision.effects) {
    if (effect.kind !== 'flow') continue;
    await (effect.runId === undefined
      ? beginRun(tx, effect.state, made)
      : moveRun(tx, effect.runId, effect.state, made.decidedAt));
  }
}

async function beginRun(tx: Transaction, state: RunState, { facts, decidedAt }: MadeDecision): Promise<void> {
  const { contact, conversation } = facts;
  if (contact === undefined || conversation === undefined) return;
  await tx.$executeRaw`
    insert into flow_run (id, conversation_id, contact_id, flow_id, flow_revision_id, rule_revision_id, category, language,
                          status, reason, step, variables, refused, steps, started_at, updated_at, wait_until)
    select ${newId()}::uuid, ${conversation.id}::uuid, ${contact.id}::uuid, revision.item_id, revision.id, ${state.ruleRevisionId}::uuid,
           ${state.category ?? null}, ${state.language ?? null}, ${state.status}, ${state.reason ?? null}, ${state.step},
           ${JSON.stringify(state.variables)}::jsonb, ${state.refused}, ${state.steps}, ${new Date(state.startedAt)}, ${decidedAt},
           ${waitUntilOf(state)}
      from library_revision revision where revision.id = ${state.flowRevisionId}::uuid`;
}

async function moveRun(tx: Transaction, id: string, state: RunState, now: Date): Promise<void> {
  await tx.flowRun.updateMany({
    where: { id, status: 'active' },
    data: {
      status: state.status,
      reason: state.reason ?? null,
      step: state.step,
      variables: { ...state.variables },
      refused: state.refused,
      steps: state.steps,
      updatedAt: now,
      waitUntil: waitUntilOf(state),
    },
  });
}

function waitUntilOf({ waitUntil }: RunState): Date | null {
  return waitUntil === undefined ? null : new Date(waitUntil);
}
