import { setTimeout as sleep } from 'node:timers/promises';
import { SystemClock } from '../platform/clock/clock.js';
import { readCliEnvironment } from './cli-environment.js';
import { run } from './run.js';

const interrupted = new AbortController();
const { signal } = interrupted;
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
// Whoever reads the output has gone, as `head` does.
process.stdout.on('error', () => interrupted.abort());

const environment = readCliEnvironment();
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  isColourful: process.stdout.isTTY && !environment.isColourRefused,
  environment,
  clock: new SystemClock(),
  nodeVersion: process.versions.node,
  signal,
  pause: (ms) => sleep(ms, undefined, { signal }).catch(() => undefined),
});
