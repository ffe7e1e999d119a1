import { announceConsent } from '../contacts/consent-events.js';
import { recordConsent } from '../contacts/consent-ledger.repository.js';
import { saidAt } from '../contacts/consent-state.js';
import type { DomainEvent } from '../events/domain-events.js';
import { parseAddress } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import type { ConsentVocabulary } from '../rules/compliance/classification.js';
import { consentMeaning, scopeName } from '../rules/compliance/consent-meaning.js';

/**
 * Puts an opt-out on record that was none when its webhook was stored: its words became one between the storing and the deciding,
 * because an administrator added them or a new version knows more. Otherwise the message would be answered with silence, and the
 * next one would go out. @returns whether there was one.
 */
export async function recordLateOptOut(
  tx: Transaction,
  event: DomainEvent,
  vocabulary: ConsentVocabulary,
  receivedAt: Date,
): Promise<boolean> {
  if (event.name !== 'message.received' || event.payload.isAutomatic || event.inboxId === undefined)
    return false;
  const meaning = consentMeaning(event.payload, vocabulary);
  const address = parseAddress(event.payload.from);
  if (meaning?.action !== 'revoke' || meaning.isAnswer || address === undefined) return false;
  const { understood, said } = meaning;
  const recorded = await recordConsent(tx, [
    {
      address,
      action: 'revoke',
      scope: scopeName(understood.scope),
      source: 'message',
      channel: event.payload.channel,
      saidAt: saidAt('revoke', event.occurredAt, receivedAt),
      receivedAt,
      actor: 'contact',
      connectionId: event.connectionId,
      inboxId: event.inboxId,
      evidence: {
        text: said,
        normalised: understood.normalised,
        matchedSpan: understood.matchedSpan,
        ruleId: understood.ruleId,
        detectorVersion: understood.detectorVersion,
      },
    },
  ]);
  await announceConsent(tx, recorded);
  return true;
}
