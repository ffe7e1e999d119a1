import type { ExitCode } from './cli-io.js';

/** The command cannot go on. `message` says what is wrong, `hint` what to do next; neither ever holds a secret. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly exitCode: ExitCode = 1,
  ) {
    super(message);
  }
}

/** The command line asks for something that does not exist. */
export function usageFailure(message: string, hint?: string): CommandFailure {
  return new CommandFailure(message, hint, 2);
}
