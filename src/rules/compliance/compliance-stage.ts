import type { MessageReceived } from '../../events/domain-events.js';
import { categoryName } from './category-name.js';
import {
  categoryOptInText,
  categoryOptOutText,
  clarificationText,
  helpText,
  optInText,
  optOutText,
} from './compliance-texts.js';
import { scopeName } from './consent-meaning.js';
import { readConsent } from './consent-reading.js';
import type { PlannedReply } from '../decision.js';
import type { Facts } from '../facts.js';
import { passed, ending, stopped } from '../stage.js';
import type { Ending, Situation, StageResult } from '../stage.js';

/**
 * A confirmation that comes later than this is no confirmation but one message too many. It counts from when the customer said it, as
 * far as the provider's clock is believed: a webhook that was late has used some of it up. Source: 47 CFR 64.1200(a)(12).
 */
export const CONFIRMATION_EXPIRY_MS = 5 * 60 * 1_000;
export const HELP_EXPIRY_MS = 60 * 60 * 1_000;

type ConsentEntry = NonNullable<Facts['consentEntry']>;
type ComplianceMeaning = 'opt_out' | 'opt_in' | 'help' | 'hold' | 'released' | 'none';

/**
 * Consent words come before everything, and no rule, pause or cooldown changes what they do. What the ledger recorded when the
 * message was stored outranks what today's detector makes of its text.
 */
export function complianceStage({ event, facts }: Situation): StageResult {
  if (event.name !== 'message.received') return passed('compliance', 'Not a message.');
  if (event.payload.isAutomatic) {
    // RFC 3834: a vacation notice may well say "stop". Its words are neither consent nor its withdrawal.
    return passed('compliance', 'A machine wrote it; its words are not about consent.');
  }
  const { meaning: classification } = readConsent(event.payload, facts.consentVocabulary);
  const meaning = recordedMeaning(facts.consentEntry) ?? classification.class;
  const scope =
    facts.consentEntry === undefined ? scopeName(classification.scope) : (facts.consentEntry.scope ?? 'all');
  const result = answerFor(meaning, scope, event.payload, facts);
  return {
    ...result,
    trace: {
      ...result.trace,
      actual: {
        class: classification.class,
        confidence: classification.confidence,
        scope: scopeName(classification.scope),
        ruleId: classification.ruleId,
        matchedSpan: classification.matchedSpan,
        normalised: classification.normalised.slice(0, 200),
        detectorVersion: classification.detectorVersion,
      },
    },
  };
}

function recordedMeaning(entry: Facts['consentEntry']): ComplianceMeaning | undefined {
  if (entry === undefined) return undefined;
  switch (entry.action) {
    case 'revoke':
      return 'opt_out';
    case 'grant':
      return 'opt_in';
    case 'hold':
      return 'hold';
    case 'release':
      return 'released';
    default: {
      const never: never = entry.action;
      return never;
    }
  }
}

function answerFor(
  meaning: ComplianceMeaning,
  scope: string,
  message: MessageReceived,
  facts: Facts,
): StageResult {
  switch (meaning) {
    case 'opt_out':
      return stopped(
        'compliance',
        scope === 'all'
          ? optOutEnding(message, facts)
          : categoryOptOutEnding(categoryName(facts, scope), message, facts),
      );
    case 'opt_in':
      return optInResult(scope, message, facts);
    case 'help':
      return helpResult(message, facts);
    case 'hold':
      return holdResult(facts);
    case 'released':
      return stopped(
        'compliance',
        ending('opt_in_recorded', 'They want to keep getting messages: automatic replies go on.'),
      );
    case 'none':
      return passed('compliance', 'No word of stopping, starting or help.');
    default: {
      const never: never = meaning;
      return never;
    }
  }
}

/** A credible stop that may mean something else: held at once, asked about once. Source: 47 CFR 64.1200(a)(12) allows one clarifying text. */
function holdResult({ contact, consentEntry, brand }: Facts): StageResult {
  if (contact?.consent === 'opted_out') return passed('compliance', 'They may want messages to stop.');
  if (consentEntry === undefined || !consentEntry.changed) {
    const sentence =
      'No reply: they may want messages to stop, and were asked. Automatic replies stay back until that is settled.';
    return stopped('compliance', ending('held', sentence));
  }
  const question: PlannedReply = {
    slot: 'compliance',
    kind: 'clarification',
    text: clarificationText(brand),
    consentEventId: consentEntry.id,
    expiresAfterMs: CONFIRMATION_EXPIRY_MS,
  };
  const sentence = 'They may want messages to stop: automatic replies stay back, and they are asked once.';
  return stopped('compliance', ending('held', sentence, [question]));
}

/**
 * A repeated STOP is on record and gets no answer, except where the account has to answer the words whatever the consent: short codes, Canada.
 * Source: https://support.twilio.com/hc/en-us/articles/223182208
 */
function optOutEnding(message: MessageReceived, facts: Facts): Ending {
  const verdict = 'opt_out_recorded';
  const entry = facts.consentEntry;
  if (entry === undefined) return ending(verdict, 'They asked to stop; nothing is sent.');
  if (!entry.changed && facts.contact?.consent === 'subscribed') {
    return ending(
      verdict,
      'They asked to stop, but asked for messages again after that: the later word counts, so nothing is sent about this one.',
    );
  }
  if (!entry.changed && !(facts.answersHelpAlways && facts.contact?.consent === 'opted_out'))
    return ending(verdict, 'They asked to stop again; it was confirmed before, so nothing is sent.');
  if (facts.providerConfirmsOptOut) {
    return ending(
      verdict,
      'They asked to stop: they are opted out. The provider confirms it, so we send nothing.',
    );
  }
  const silence = reasonForSilence(message, facts, entry);
  if (silence !== undefined) return ending(verdict, `They asked to stop: they are opted out. ${silence}`);
  return ending(
    verdict,
    entry.changed
      ? 'They asked to stop: they are opted out and get one confirmation, then nothing more.'
      : 'They asked to stop again, and this account has to answer that: they get the confirmation once more.',
    [confirmation(entry.id, optOutText(facts.brand), timeLeftMs(entry))],
  );
}

/** Why an opt-out that counts is not confirmed all the same, as the end of a sentence. */
function reasonForSilence(
  { channel }: MessageReceived,
  { confirmsEmailOptOut }: Facts,
  entry: ConsentEntry,
): string | undefined {
  if (timeLeftMs(entry) <= 0)
    return 'Their message reached us too late for a confirmation, so nothing is sent.';
  // An unsubscription by e-mail is done without a farewell; nobody has to be told by the very thing they left.
  if (channel === 'email' && confirmsEmailOptOut !== true)
    return 'An opt-out by e-mail is not confirmed, so nothing is sent.';
  return undefined;
}

/** How much of the time for a confirmation was left when the words reached us. */
function timeLeftMs({ delayMs = 0 }: ConsentEntry): number {
  return CONFIRMATION_EXPIRY_MS - delayMs;
}

function categoryConfirmation(
  name: string,
  entry: ConsentEntry,
  silence: string | undefined,
  brand: Facts['brand'],
): Ending {
  const verdict = 'opt_out_recorded';
  if (silence !== undefined)
    return ending(verdict, `They left ${name} messages; other messages go on. ${silence}`);
  return ending(verdict, `They left ${name} messages and get one confirmation; other messages go on.`, [
    confirmation(entry.id, categoryOptOutText(brand, name), timeLeftMs(entry)),
  ]);
}

/** The rest of the messages goes on, so the confirmation says how to end them too. Nobody who gets nothing at all is told anything. */
function categoryOptOutEnding(name: string, message: MessageReceived, facts: Facts): Ending {
  const verdict = 'opt_out_recorded';
  const entry = facts.consentEntry;
  if (entry === undefined) return ending(verdict, `They asked to leave ${name} messages; nothing is sent.`);
  if (!entry.changed) {
    return ending(verdict, `They asked again to leave ${name} messages; nothing is sent about it.`);
  }
  const consent = facts.contact?.consent;
  switch (consent) {
    case 'opted_out':
      return ending(
        verdict,
        `They left ${name} messages too; they are opted out of everything, so nothing is sent.`,
      );
    case 'held':
      return ending(
        verdict,
        `They left ${name} messages; whether they want any others is still unclear, so nothing is sent.`,
      );
    case 'subscribed':
    case undefined:
      return categoryConfirmation(name, entry, reasonForSilence(message, facts, entry), facts.brand);
    default: {
      const never: never = consent;
      return never;
    }
  }
}

/**
 * Only a START that lifted an opt-out is confirmed. From somebody who was never opted out it changes nothing, so it is left to the
 * rules: a shop that says "text JOIN" has one that answers, and a repeated START cannot make us send again and again.
 */
function optInResult(scope: string, message: MessageReceived, facts: Facts): StageResult {
  const entry = facts.consentEntry;
  if (facts.contact !== undefined && facts.contact.consent !== 'subscribed') {
    return passed(
      'compliance',
      'They asked to be subscribed, but a later or stronger word of theirs stands against it.',
    );
  }
  if (entry?.action === 'grant' && entry.changed && scope !== 'all') {
    const name = categoryName(facts, scope);
    return stopped(
      'compliance',
      ending(
        'opt_in_recorded',
        `They asked for ${name} messages again: these go on, and they get one confirmation.`,
        [confirmation(entry.id, categoryOptInText(facts.brand, name, message.channel))],
      ),
    );
  }
  if (entry?.action === 'grant' && entry.changed) {
    return stopped(
      'compliance',
      ending(
        'opt_in_recorded',
        'They asked to be subscribed again: the opt-out is lifted, and they get one confirmation.',
        [confirmation(entry.id, optInText(facts.brand, message.channel))],
      ),
    );
  }
  return {
    ...passed('compliance', 'They asked to be subscribed and were already; the rules may answer.'),
    unanswered: ending(
      'opt_in_recorded',
      'No reply: they asked to be subscribed and were already, and no rule answers that word.',
    ),
  };
}

function helpResult(message: MessageReceived, facts: Facts): StageResult {
  if (facts.contact?.consent === 'opted_out' && !facts.answersHelpAlways) {
    return stopped('compliance', ending('suppressed', 'No reply: they asked for help but are opted out.'));
  }
  if (facts.contact?.consent === 'held') {
    return stopped(
      'compliance',
      ending(
        'held',
        'No reply: they asked for help, but it is unclear whether they want messages. Settle it first.',
      ),
    );
  }
  return stopped(
    'compliance',
    ending('help_sent', 'They asked for help and get the help text.', [
      {
        slot: 'compliance',
        kind: 'help',
        text: helpText(facts.brand, message.channel),
        expiresAfterMs: HELP_EXPIRY_MS,
      },
    ]),
  );
}

function confirmation(
  consentEventId: string,
  text: string,
  expiresAfterMs = CONFIRMATION_EXPIRY_MS,
): PlannedReply {
  return { slot: 'compliance', kind: 'confirmation', text, consentEventId, expiresAfterMs };
}
