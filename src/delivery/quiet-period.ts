import { parseAddress } from '../messaging/address.js';
import { JURISDICTIONS, jurisdictionOf } from '../quiet-hours/jurisdictions.js';
import { originOfPhone } from '../quiet-hours/phone-zones.js';
import { quietUntil, type Purpose } from '../quiet-hours/quiet-hours.js';
import type { MessageRow } from './locked-message.repository.js';

/** It is an hour at which this customer must not be written to. Without `until` no waiting helps. */
export type QuietPeriod = { readonly until: Date | undefined; readonly sentence: string };

type Asked = Pick<MessageRow, 'kind' | 'inReplyToId' | 'theirAddress'>;

/**
 * Whether the customer's clock forbids this message now; `undefined` when it may go. Only telephones are asked about: for an e-mail
 * address nobody knows the hour, and nobody is woken by it. `contactZone` is the contact's attribute `timeZone`: it decides among the zones
 * that the number may be in.
 */
export function quietPeriodOf(
  message: Asked,
  contactZone: string | undefined,
  now: Date,
): QuietPeriod | undefined {
  const purpose = purposeOf(message);
  const address = parseAddress(message.theirAddress);
  if (purpose !== 'notification' || address?.kind !== 'phone') return undefined;
  const { countries } = originOfPhone(address.value);
  const jurisdiction = JURISDICTIONS[jurisdictionOf(countries)];
  const answer = quietUntil({
    at: now,
    zones: { phone: address.value },
    ...(contactZone !== undefined && { contactZone }),
    jurisdiction,
    purpose,
  });
  return answer.open ? undefined : { until: answer.until, sentence: answer.sentence };
}

/** A rule's message that answers no message of the customer's is a notification. What a person writes is a person's decision. */
function purposeOf({ kind, inReplyToId }: Asked): Purpose {
  if (kind === 'reply') return inReplyToId === null ? 'notification' : 'reply';
  return kind === 'manual' || kind === 'resend' ? 'reply' : 'compliance';
}
