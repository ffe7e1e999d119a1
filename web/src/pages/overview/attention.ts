import type { Connection, Stats } from './use-overview.ts';

/** Something that a person should look at, and where. */
export type Concern = {
  readonly key: string;
  readonly words: string;
  readonly to: string;
  readonly isUrgent: boolean;
};

/** So long may a message wait before somebody should look at why. */
const LONG_WAIT_S = 120;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What needs a person, the urgent first. Nothing is good news. */
export function concernsOf(
  stats: Stats,
  connections: readonly Pick<Connection, 'displayName' | 'name' | 'attention'>[],
): Concern[] {
  const failed = (stats.outbound['failed'] ?? 0) + (stats.outbound['undelivered'] ?? 0);
  const days = Math.round((Date.parse(stats.until) - Date.parse(stats.since)) / DAY_MS);
  const waitS = stats.queuedOldestSeconds ?? 0;
  const ledger = stats.ledgerFindings ?? 0;
  const quarantined = stats.events['quarantined'] ?? 0;
  const failedEvents = stats.events['failed'] ?? 0;
  const concerns = [
    concern(
      ledger,
      'ledger',
      `The consent ledger’s verification found ${count(ledger, 'fault')}.`,
      '/ledger',
      true,
    ),
    ...connections.flatMap(({ displayName, name, attention }) =>
      attention === null
        ? []
        : [
            concern(
              1,
              `connection ${displayName} ${name}`,
              `${displayName} (${name}): ${attention}`,
              '/connections',
              true,
            ),
          ],
    ),
    concern(
      waitS > LONG_WAIT_S ? 1 : 0,
      'queue',
      `A message has waited ${Math.round(waitS / 60)} minutes to be sent.`,
      '/messages?status=queued',
      true,
    ),
    concern(
      quarantined,
      'quarantined',
      `${count(quarantined, 'unreadable webhook')} in quarantine.`,
      '/events?state=quarantined',
      true,
    ),
    concern(
      failedEvents,
      'events',
      `${count(failedEvents, 'event')} failed after all tries.`,
      '/events?state=failed',
      true,
    ),
    concern(
      stats.rulesHeldBackNow,
      'rules',
      `${count(stats.rulesHeldBackNow, 'rule')} held back: fired far more often than foretold.`,
      '/rules',
      true,
    ),
    concern(
      stats.unknownNow,
      'unknown',
      `${count(stats.unknownNow, 'message')} of unknown fate.`,
      '/messages?status=unknown',
      false,
    ),
    concern(
      failed,
      'failed',
      `${count(failed, 'message')} not delivered.`,
      `/messages?status=failed&status=undelivered&days=${days}`,
      false,
    ),
    concern(
      stats.heldNow,
      'held',
      `${count(stats.heldNow, 'possible opt-out')} to be read by a person.`,
      '/holds',
      false,
    ),
    concern(
      stats.pausedNow,
      'paused',
      `${count(stats.pausedNow, 'conversation')} with a person: no rule answers there.`,
      '/conversations?paused=true',
      false,
    ),
  ].flatMap((each) => each ?? []);
  return concerns.sort((one, other) => Number(other.isUrgent) - Number(one.isUrgent));
}

function concern(
  howMany: number,
  key: string,
  words: string,
  to: string,
  isUrgent: boolean,
): Concern | undefined {
  return howMany > 0 ? { key, words, to, isUrgent } : undefined;
}

function count(howMany: number, what: string): string {
  return `${howMany.toLocaleString('en')} ${what}${howMany === 1 ? '' : 's'}`;
}
