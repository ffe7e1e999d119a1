import type { Command } from 'commander';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';

/** Runs a command with its context, and keeps its exit code. */
export type Perform = (command: (context: CliContext) => Promise<ExitCode>) => Promise<void>;

/** Puts one command, with its options, on the command line. */
export type Registration = (program: Command, perform: Perform) => void;
