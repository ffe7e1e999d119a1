import { setTimeout } from 'node:timers/promises';

/** Repeats a check until it passes; fails with the check's own error when it never does. */
export async function eventually<Result>(
  check: () => Promise<Result> | Result,
  withinMs = 15_000,
): Promise<Result> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await setTimeout(20);
    }
  }
}
