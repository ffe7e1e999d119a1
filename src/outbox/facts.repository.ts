import type { ConsentState } from '../contacts/consent-state.js';
import type { DomainEvent } from '../events/domain-events.js';
import { threadChannel } from '../messaging/channel.js';
import { asObject } from '../messaging/untrusted.js';
import type { Transaction } from '../platform/database/database.js';
import { RULES_MARK } from '../rulebook/rule.repository.js';
import type { ConsentEntryFacts, ContactFacts, ConversationFacts, Facts } from '../rules/facts.js';

/** What the configuration contributes to every decision. */
export type Brand = Facts['brand'];

/** The facts of one event, with the version of the rules that belong to the same moment. */
export type LoadedFacts = {
  readonly facts: Facts;
  readonly rulesVersion: bigint;
  /** When the event reached us; its own time is the provider's. */
  readonly receivedAt: Date;
  /** It was decided upon before: that decision stands, and nothing is added to it. */
  readonly isDecided: boolean;
};

type FactsRow = {
  contact_id: string | null;
  name: string | null;
  tags: string[] | null;
  attributes: unknown;
  consent: ConsentState | null;
  conversation_id: string | null;
  channel: string | null;
  their_address: string | null;
  our_address: string | null;
  paused_until: Date | null;
  pause_reason: string | null;
  entry_id: string | null;
  entry_action: ConsentEntryFacts['action'] | null;
  entry_changed: boolean | null;
  received_at: Date | null;
  fired: unknown;
  rules_version: bigint | null;
  is_decided: boolean;
};

/** Loads everything a decision may depend on, in one statement. */
export async function loadFacts(
  tx: Transaction,
  event: DomainEvent,
  context: Pick<Facts, 'brand' | 'providerConfirmsOptOut' | 'answersHelpAlways'>,
): Promise<LoadedFacts> {
  const channel = event.name === 'message.received' ? threadChannel(event.payload.channel) : null;
  const [row] = await tx.$queryRaw<FactsRow[]>`
    select contact.id::text as contact_id, contact.name, contact.tags, contact.attributes, consent.state as consent,
           conversation.id::text as conversation_id, conversation.channel, conversation.their_address,
           conversation.our_address, conversation.paused_until, conversation.pause_reason,
           entry.id::text as entry_id, entry.action as entry_action, entry.changed as entry_changed,
           inbox.received_at,
           (select json_object_agg(firing.rule_id, firing.fired_at)
              from rule_firing firing
             where firing.contact_id = contact.id
               and firing.channel = coalesce(${channel}::text, conversation.channel)) as fired,
           (select version from system_mark where name = ${RULES_MARK}) as rules_version,
           exists (select 1 from decision where decision.domain_event_id = ${event.id}::uuid) as is_decided
      from (select 1) as one
      left join contact on contact.id = ${event.contactId ?? null}::uuid
      left join consent on consent.contact_id = contact.id
      left join conversation on conversation.id = ${event.conversationId ?? null}::uuid
      left join inbox_entry inbox on inbox.id = ${event.inboxId ?? null}::uuid
      left join consent_event entry on entry.inbox_id = inbox.id`;
  if (row === undefined) throw new Error('The facts of an event could not be loaded.');
  const contact = contactFacts(row);
  const conversation = conversationFacts(row);
  const consentEntry = consentEntryFacts(row);
  return {
    facts: {
      ...context,
      lastFiredAt: firings(row.fired),
      ...(contact !== undefined && { contact }),
      ...(conversation !== undefined && { conversation }),
      ...(consentEntry !== undefined && { consentEntry }),
    },
    rulesVersion: row.rules_version ?? 0n,
    receivedAt: row.received_at ?? event.occurredAt,
    isDecided: row.is_decided,
  };
}

function contactFacts(row: FactsRow): ContactFacts | undefined {
  if (row.contact_id === null) return undefined;
  return {
    id: row.contact_id,
    ...(row.name !== null && { name: row.name }),
    tags: row.tags ?? [],
    attributes: scalars(row.attributes),
    consent: row.consent ?? 'subscribed',
  };
}

function conversationFacts(row: FactsRow): ConversationFacts | undefined {
  if (row.conversation_id === null || row.channel === null || row.their_address === null) return undefined;
  return {
    id: row.conversation_id,
    channel: row.channel,
    theirAddress: row.their_address,
    ...(row.our_address !== null && { ourAddress: row.our_address }),
    ...(row.paused_until !== null && { pausedUntil: row.paused_until.toISOString() }),
    ...(row.pause_reason !== null && { pauseReason: row.pause_reason }),
  };
}

function consentEntryFacts(row: FactsRow): ConsentEntryFacts | undefined {
  if (row.entry_id === null || row.entry_action === null || row.entry_changed === null) return undefined;
  return { id: row.entry_id, action: row.entry_action, changed: row.entry_changed };
}

function firings(json: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asObject(json) ?? {}).flatMap(([ruleId, firedAt]) =>
      typeof firedAt === 'string' ? [[ruleId, new Date(firedAt).toISOString()]] : [],
    ),
  );
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
