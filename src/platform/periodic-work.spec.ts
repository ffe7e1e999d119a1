import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Writable } from 'node:stream';
import { Log } from './logging/log.js';
import { PeriodicWork } from './periodic-work.js';

const EVERY_MS = 1_000;

/** Work whose rounds begin by the clock and end when the test says so. */
function newWork() {
  const logged: string[] = [];
  const open: { readonly succeed: () => void; readonly fail: (why: Error) => void }[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) });
  const work = new PeriodicWork(
    () => new Promise<void>((succeed, fail) => void open.push({ succeed, fail })),
    { everyMs: EVERY_MS, log: new Log('info', sink), failure: 'It failed; it is tried again.' },
  );
  const end = async (index: number, error?: Error): Promise<void> => {
    if (error === undefined) open[index]?.succeed();
    else open[index]?.fail(error);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { work, logged, begun: () => open.length, end };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('work that is done again and again', () => {
  it('begins at its interval, and at once when it is asked for', () => {
    const { work, begun } = newWork();
    work.start();
    expect(begun()).toBe(0);
    jest.advanceTimersByTime(EVERY_MS);
    expect(begun()).toBe(1);
  });

  it('never runs twice at the same time', async () => {
    const { work, begun, end } = newWork();
    work.start();
    work.wake();
    work.wake();
    jest.advanceTimersByTime(5 * EVERY_MS);
    expect(begun()).toBe(1);
    await end(0);
    jest.advanceTimersByTime(EVERY_MS);
    expect(begun()).toBe(2);
  });

  it('goes on after a round that failed, and logs why', async () => {
    const { work, begun, logged, end } = newWork();
    work.wake();
    await end(0, new Error('The database is away.'));
    expect(logged.join('')).toMatch(/The database is away\..*It failed; it is tried again\./);
    work.wake();
    expect(begun()).toBe(2);
  });

  it('goes on after a round that threw before it began', async () => {
    let rounds = 0;
    const broken = (): Promise<void> => {
      rounds += 1;
      throw new Error('Not even begun.');
    };
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    const work = new PeriodicWork(broken, {
      everyMs: EVERY_MS,
      log: new Log('info', sink),
      failure: 'It failed.',
    });
    work.wake();
    await jest.advanceTimersByTimeAsync(0);
    work.wake();
    expect(rounds).toBe(2);
  });

  it('is stopped when the round that is under way has ended, and none begins after it', async () => {
    const { work, begun, end } = newWork();
    work.start();
    work.wake();
    let isStopped = false;
    const stopped = work.stop().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(isStopped).toBe(false);
    await end(0);
    await stopped;
    work.wake();
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(begun()).toBe(1);
  });
});
