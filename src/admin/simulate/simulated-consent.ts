import { categoriesLeft, withConsentWord, type ConsentStanding } from '../../contacts/consent-state.js';
import type { DomainEvent } from '../../events/domain-events.js';
import { consentMeaning, scopeName } from '../../rules/compliance/consent-meaning.js';
import type { Facts } from '../../rules/facts.js';

/**
 * The facts as they would be after the ledger had recorded the message's words: in live traffic that happens when the webhook is
 * stored, before anything is decided. A machine's words are not recorded.
 */
export function withSimulatedConsent(
  facts: Facts,
  event: DomainEvent,
  standing: ConsentStanding,
  entryId: string,
): Facts {
  if (event.name !== 'message.received' || event.payload.isAutomatic || facts.contact === undefined)
    return facts;
  const meaning = consentMeaning(event.payload, facts.consentVocabulary);
  if (meaning === undefined || (meaning.isAnswer && standing.state !== 'held')) return facts;
  const { action, understood } = meaning;
  const scope = scopeName(understood.scope);
  const after = withConsentWord(standing, { action, saidAt: event.occurredAt, scope });
  return {
    ...facts,
    contact: {
      ...facts.contact,
      consent: after.standing.state,
      categoriesLeft: categoriesLeft(after.standing),
    },
    consentEntry: { id: entryId, action, scope, changed: after.changed },
  };
}
