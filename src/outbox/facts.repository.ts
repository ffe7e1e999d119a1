import type { ConsentState } from '../contacts/consent-state.js';
import type { DomainEvent } from '../events/domain-events.js';
import { asObject } from '../messaging/untrusted.js';
import type { Transaction } from '../platform/database/database.js';
import { RULES_MARK } from '../rulebook/rulebook-version.repository.js';
import type { ConsentEntryFacts, ContactFacts, ConversationFacts, Facts } from '../rules/facts.js';
import { activeRunColumn, readActiveRun } from './flow-runs.repository.js';
import { guardFactsColumn, readGuardFacts } from './guard-facts.repository.js';

/** What the configuration contributes to every decision. */
export type Brand = Facts['brand'];

/** The facts of one event, with the version of the rules that belong to the same moment. */
export type LoadedFacts = {
  readonly facts: Facts;
  readonly rulesVersion: bigint;
  /** The version of the consent settings, of the same moment. */
  readonly settingsVersion: number;
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
  categories_left: string[] | null;
  conversation_id: string | null;
  channel: string | null;
  their_address: string | null;
  our_address: string | null;
  paused_until: Date | null;
  pause_reason: string | null;
  entry_id: string | null;
  entry_action: ConsentEntryFacts['action'] | null;
  entry_changed: boolean | null;
  entry_scope: string | null;
  entry_delay_ms: number | null;
  received_at: Date | null;
  guards: unknown;
  flow: unknown;
  rules_version: bigint | null;
  has_written_before: boolean | null;
  settings_version: number | null;
  is_decided: boolean;
};

/** What is known of an event besides what the database holds. */
export type FactsContext = Pick<
  Facts,
  'brand' | 'providerConfirmsOptOut' | 'answersHelpAlways' | 'mediaLimits'
> & { readonly isFromUs?: boolean };

/** Of a message that was never stored: a simulated one. */
const NO_MESSAGE = '00000000-0000-0000-0000-000000000000';
/** Ids rise with time, so every stored message is earlier than one that was never stored. */
const AFTER_ALL_MESSAGES = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Loads everything a decision may depend on, in one statement. */
export async function loadFacts(
  tx: Transaction,
  event: DomainEvent,
  { isFromUs = false, ...context }: FactsContext,
): Promise<LoadedFacts> {
  const messageId = event.name === 'message.received' ? (event.messageId ?? NO_MESSAGE) : null;
  const before = event.name === 'message.received' ? (event.messageId ?? AFTER_ALL_MESSAGES) : null;
  const [row] = await tx.$queryRaw<FactsRow[]>`
    select contact.id::text as contact_id, contact.name, contact.tags, contact.attributes, consent.state as consent,
           conversation.id::text as conversation_id, conversation.channel, conversation.their_address,
           conversation.our_address, conversation.paused_until, conversation.pause_reason,
           entry.id::text as entry_id, entry.action as entry_action, entry.changed as entry_changed,
           entry.scope as entry_scope,
           (extract(epoch from entry.received_at - entry.occurred_at) * 1000)::float8 as entry_delay_ms,
           (select array_agg(category order by category) from consent_category left_category
             where left_category.contact_id = contact.id and left_category.state = 'opted_out') as categories_left,
           (select max(number) from consent_settings_revision) as settings_version,
           case when ${before}::uuid is not null then exists (
             select 1 from message earlier
              where earlier.contact_id = contact.id and earlier.direction = 'inbound' and earlier.id < ${before}::uuid
           ) end as has_written_before,
           inbox.received_at, ${guardFactsColumn(event.connectionId, messageId)} as guards,
           ${activeRunColumn} as flow,
           (select version from system_mark where name = ${RULES_MARK}) as rules_version,
           exists (select 1 from decision where decision.domain_event_id = ${event.id}::uuid) as is_decided
      from (select 1) as one
      left join contact on contact.id = ${event.contactId ?? null}::uuid
      left join consent on consent.contact_id = contact.id
      left join conversation on conversation.id = ${event.conversationId ?? null}::uuid
      left join connection account on account.id = ${event.connectionId}::uuid
      left join inbox_entry inbox on inbox.id = ${event.inboxId ?? null}::uuid
      left join consent_event entry on entry.inbox_id = inbox.id`;
  if (row === undefined) throw new Error('The facts of an event could not be loaded.');
  const contact = contactFacts(row);
  const conversation = conversationFacts(row);
  const consentEntry = consentEntryFacts(row);
  const flow = readActiveRun(row.flow);
  return {
    facts: {
      ...context,
      guards: readGuardFacts(row.guards, event.connectionId, isFromUs),
      ...(contact !== undefined && { contact }),
      ...(conversation !== undefined && { conversation }),
      ...(flow !== undefined && { flow }),
      ...(consentEntry !== undefined && { consentEntry }),
    },
    rulesVersion: row.rules_version ?? 0n,
    settingsVersion: row.settings_version ?? 0,
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
    ...(row.categories_left !== null && { categoriesLeft: row.categories_left }),
    ...(row.has_written_before !== null && { hasWrittenBefore: row.has_written_before }),
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
  return {
    id: row.entry_id,
    action: row.entry_action,
    ...(row.entry_scope !== null && { scope: row.entry_scope }),
    changed: row.entry_changed,
    ...(row.entry_delay_ms !== null && { delayMs: Math.max(0, Math.round(row.entry_delay_ms)) }),
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
