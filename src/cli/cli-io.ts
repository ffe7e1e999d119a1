import type { Clock } from '../platform/clock/clock.js';
import type { CliEnvironment } from './cli-environment.js';

/** 0: done and in order. 1: done, with findings, or it could not be done. 2: the command line was wrong. */
export type ExitCode = 0 | 1 | 2;

/** Everything through which the command touches the world, so that a test can stand in for a terminal. */
export type CliIo = {
  /** Writes one line, or several, to the standard output. */
  out(text: string): void;
  err(text: string): void;
  readonly isColourful: boolean;
  readonly environment: CliEnvironment;
  readonly clock: Clock;
  readonly nodeVersion: string;
  /** Aborted when the person presses Ctrl+C. */
  readonly signal: AbortSignal;
  /** Returns early, and does not throw, when `signal` is aborted. */
  pause(ms: number): Promise<void>;
};
