import { Command, CommanderError } from 'commander';
import { openContext, type CliContext, type GlobalOptions } from './cli-context.js';
import type { CliIo, ExitCode } from './cli-io.js';
import { CommandFailure } from './command-failure.js';
import { registerConsent } from './commands/consent.js';
import { registerDoctor } from './commands/doctor.js';
import { registerExplain } from './commands/explain.js';
import { registerKill } from './commands/kill.js';
import type { Registration } from './commands/registration.js';
import { registerReplay } from './commands/replay.js';
import { registerRules } from './commands/rules.js';
import { registerSandbox } from './commands/sandbox.js';
import { registerSimulate } from './commands/simulate.js';
import { registerTail } from './commands/tail.js';
import { registerTrigger } from './commands/trigger.js';
import { registerUsers } from './commands/users.js';
import { registerWebhooks } from './commands/webhooks.js';

const COMMANDS: readonly Registration[] = [
  registerDoctor,
  registerTrigger,
  registerTail,
  registerExplain,
  registerSimulate,
  registerRules,
  registerConsent,
  registerReplay,
  registerKill,
  registerWebhooks,
  registerUsers,
  registerSandbox,
];

/** Runs one command line (without the name of the program). Never throws: what goes wrong is told in words. */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = commandLine(io);
  const perform = async (command: (context: CliContext) => Promise<ExitCode>): Promise<void> => {
    exitCode = await command(await openContext(io, program.opts<GlobalOptions>()));
  };
  for (const register of COMMANDS) register(program, perform);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has written its own message. Its code 0 is a help text that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Ended by the person who started it: there is nothing to tell.
    if (io.signal.aborted) return 1;
    return tell(asFailure(error), program.opts<GlobalOptions>().json === true, io);
  }
}

function commandLine(io: CliIo): Command {
  return new Command('heed')
    .description('The command beside a running Heed.')
    .option('--json', 'write JSON')
    .option('--url <url>', 'where Heed is; otherwise HEED_URL, or the Heed started in this directory')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError('(heed --help shows all commands)');
}

function asFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return new CommandFailure(`The command failed: ${reason}`, 'Run: npx heed doctor');
}

function tell({ message, hint, exitCode }: CommandFailure, isJson: boolean, io: CliIo): ExitCode {
  if (isJson) io.err(JSON.stringify({ error: message, ...(hint !== undefined && { hint }) }));
  else io.err(hint === undefined ? message : `${message}\n${hint}`);
  return exitCode;
}
