import type { Connection } from '../connections/connection.js';
import type { DomainEvent } from '../events/domain-events.js';
import { progressOf } from '../rules/conditions/delivery-facts.js';
import { isAddressKind } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import type { OriginalMessage, ReachFacts } from '../rules/actions/reach-facts.js';
import type { Facts } from '../rules/facts.js';
import type { CompiledRuleSet } from '../rules/rule-set.js';

const MAX_ADDRESSES = 20;

/** What the facts of an event are completed with, when a rule of it may send by another way. */
export type ReachQuestion = {
  readonly event: DomainEvent;
  readonly facts: Facts;
  readonly rules: CompiledRuleSet;
  readonly connections: readonly Connection[];
  /**
   * Holds back, until this transaction ends, whoever reports about the message of the event: then either the report of its arrival is seen
   * here, or the reporter sees the substitute.
   */
  readonly holdsOriginal: boolean;
};

/** The facts with where else the contact can be reached; unchanged, and nothing asked, when no rule of the event sends. */
export async function withReach(tx: Transaction, question: ReachQuestion): Promise<Facts> {
  const { event, facts, rules, connections } = question;
  const maySend = rules.byEvent.get(event.name)?.some(({ acts }) => acts.some(({ kind }) => kind === 'send'));
  const contactId = facts.contact?.id;
  if (maySend !== true || contactId === undefined) return facts;
  const original = await originalOf(tx, question);
  const reach: ReachFacts = {
    addresses: await addressesOf(tx, contactId),
    connections: connections
      .filter(({ apiKey }) => apiKey !== undefined)
      .map(({ id, name, provider }) => ({
        id,
        name: `${provider.name}/${name}`,
        channels: provider.channels,
      }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    ...(original !== undefined && { original }),
  };
  return { ...facts, reach };
}

async function addressesOf(tx: Transaction, contactId: string): Promise<ReachFacts['addresses']> {
  const rows = await tx.contactAddress.findMany({
    where: { contactId },
    orderBy: [{ createdAt: 'asc' }, { canonical: 'asc' }],
    select: { kind: true, value: true },
    take: MAX_ADDRESSES,
  });
  return rows.flatMap(({ kind, value }) => (isAddressKind(kind) ? [{ kind, value }] : []));
}

async function originalOf(
  tx: Transaction,
  { event, holdsOriginal }: ReachQuestion,
): Promise<OriginalMessage | undefined> {
  const { messageId } = event;
  if (messageId === undefined || progressOf(event) === undefined) return undefined;
  if (holdsOriginal) {
    await tx.$queryRaw`select 1 as locked from message where id = ${messageId}::uuid for update`;
  }
  const row = await tx.message.findUnique({
    where: { id: messageId },
    select: { id: true, status: true, text: true, theirAddress: true, category: true, failoverOfId: true },
  });
  if (row === null) return undefined;
  const { failoverOfId, category, ...original } = row;
  const substitutes = await tx.message.count({ where: { failoverOfId: messageId } });
  return {
    ...original,
    ...(category !== null && { category }),
    isSubstitute: failoverOfId !== null,
    hasSubstitute: substitutes > 0,
  };
}
