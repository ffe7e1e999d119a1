import type { RetentionSettings } from '../consent/settings/consent-settings.js';

/** What retention empties. The ledger of consent is not among it: only an erasure touches that. */
export const PURGE_KINDS = ['webhooks', 'messages', 'decisions'] as const;

export type PurgeKind = (typeof PURGE_KINDS)[number];

/** One thing to do: whatever of this kind is older than `before` loses its words, and says `reason` in their place. */
export type Purge = { readonly kind: PurgeKind; readonly before: Date; readonly reason: string };

const DAY_MS = 24 * 3_600_000;

/** How many days words of a kind are kept; `undefined` for ever. */
export function keptDays(settings: RetentionSettings, kind: PurgeKind): number | undefined {
  switch (kind) {
    case 'webhooks':
      return settings.webhookBodyDays;
    case 'messages':
      return settings.messageTextDays;
    case 'decisions':
      return settings.decisionDays;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** What the settings ask for now. Less than a day is never taken at its word: what happens today must be explainable today. */
export function purgesOf(settings: RetentionSettings, now: Date): Purge[] {
  return PURGE_KINDS.flatMap((kind) => {
    const days = keptDays(settings, kind);
    if (days === undefined || !(days >= 1)) return [];
    const before = new Date(now.getTime() - days * DAY_MS);
    return [{ kind, before, reason: `Emptied by retention, which keeps this for ${days} days.` }];
  });
}
