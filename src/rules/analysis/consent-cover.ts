import type { MessageReceived } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import type { Channel } from '../../messaging/channel.js';
import { complianceStage } from '../compliance/compliance-stage.js';
import { asList } from '../conditions/wanted-values.js';
import type { Scalar } from '../conditions/fact.js';
import type { Condition, RuleDefinition } from '../definition/rule-definition.js';
import type { Situation } from '../stage.js';

/** A word of consent is answered before any rule is asked: the message and what is decided upon it. */
export type Covered = { readonly text: string; readonly channel: Channel; readonly sentence: string };

/**
 * A message that shows why a rule is never asked: it looks for whole texts only, and each of them is a word of consent, which compliance
 * takes, on every channel of the rule. `undefined` when it may be asked.
 */
export function coveredByConsent({ when, trigger }: RuleDefinition): Covered | undefined {
  const texts = trigger.event === 'message.received' ? wholeTexts(when) : undefined;
  if (texts === undefined) return undefined;
  let shown: Covered | undefined;
  for (const channel of trigger.channels ?? CHANNELS) {
    for (const text of texts) {
      for (const said of [text, text.toUpperCase(), `${text}!`]) {
        const { ending } = complianceStage(situationOf(said, channel));
        if (ending === undefined) return undefined;
        shown ??= { text, channel, sentence: ending.sentence };
      }
    }
  }
  return shown;
}

/** The texts of which a message has to be one for the condition to hold; `undefined` when others will do. */
function wholeTexts(condition: Condition): readonly string[] | undefined {
  if ('not' in condition) return undefined;
  if ('all' in condition) return condition.all.map(wholeTexts).find((texts) => texts !== undefined);
  if ('any' in condition) {
    const parts = condition.any.map(wholeTexts);
    return parts.every((part) => part !== undefined) ? parts.flatMap((part) => part ?? []) : undefined;
  }
  if (condition.fact !== 'message.text' || (condition.op !== 'equals' && condition.op !== 'in')) {
    return undefined;
  }
  return asList<Scalar>(condition.value).filter((value) => typeof value === 'string');
}

/** From somebody who gets messages: everybody else is answered even less. */
function situationOf(text: string, channel: Channel): Situation {
  const now = new Date(0);
  const payload: MessageReceived = {
    channel,
    from: 'customer',
    text,
    attachments: [],
    isAutomatic: false,
    ...(channel === 'email' && { subject: 'Your order' }),
  };
  return {
    event: {
      id: 'example',
      name: 'message.received',
      lane: 'example',
      occurredAt: now,
      connectionId: 'example',
      payload,
    },
    facts: {
      brand: { name: 'Your brand' },
      contact: { id: 'example', tags: [], attributes: {}, consent: 'subscribed', hasWrittenBefore: true },
      conversation: { id: 'example', channel, theirAddress: 'customer' },
      providerConfirmsOptOut: false,
      answersHelpAlways: false,
    },
    now,
  };
}
