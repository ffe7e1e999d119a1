import { setTimeout } from 'node:timers/promises';

/** Waits for the clock's next second. Providers tell time in whole seconds, and two words of one second are a tie. */
export async function nextSecond(): Promise<void> {
  await setTimeout(1_005 - (Date.now() % 1_000));
}

/** Webhooks may come so late; a confirmation is still sent then. */
const LATE_MS = 100_000;

/** Instants a second apart and a little while ago, for words that must be no tie: nobody has to wait for the clock. */
export function secondsApart(): () => Date {
  let last = 0;
  return () => {
    last = Math.max(last + 1_000, Date.now() - LATE_MS);
    return new Date(last);
  };
}
