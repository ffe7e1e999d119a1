import { setTimeout } from 'node:timers/promises';

/** Waits for the clock's next second. Providers tell time in whole seconds, and two words of one second are a tie. */
export async function nextSecond(): Promise<void> {
  await setTimeout(1_005 - (Date.now() % 1_000));
}
