import type { Address } from '../../messaging/address.js';
import type { ConsentWord } from '../consent-ledger.repository.js';
import { ALL_MESSAGES, categoriesLeft, type ConsentStanding } from '../consent-state.js';

/** Why two addresses are one person, or are not any more, and who says so. */
export type LinkAct = { readonly actor: string; readonly reason: string };

/**
 * The words that carry a consent over to another contact: whatever keeps messages away, and nothing that lets them through, so that the
 * strictest consent wins. They are said now, or with the newest word of the contact that hears them where its clock is ahead, because a
 * word that seems older than a START would not count.
 */
export function linkWords(
  address: Address,
  carried: ConsentStanding,
  heardBy: ConsentStanding,
  { actor, reason }: LinkAct,
  now: Date,
): ConsentWord[] {
  const word = {
    address,
    source: 'link',
    saidAt: notBeforeAny(now, heardBy),
    receivedAt: now,
    actor,
    reason,
  };
  return [
    ...(carried.state === 'opted_out' ? [{ ...word, action: 'revoke' as const, scope: ALL_MESSAGES }] : []),
    ...(carried.state === 'held' ? [{ ...word, action: 'hold' as const, scope: ALL_MESSAGES }] : []),
    ...categoriesLeft(carried).map((scope) => ({ ...word, action: 'revoke' as const, scope })),
  ];
}

function notBeforeAny(now: Date, { effectiveAt, grantedAt, categories }: ConsentStanding): Date {
  const said = [
    effectiveAt,
    grantedAt,
    ...[...(categories ?? [])].map(([, category]) => category.effectiveAt),
  ];
  return said.reduce<Date>((latest, at) => (at !== undefined && at > latest ? at : latest), now);
}
