import { Command, CommanderError } from 'commander';
import { openContext, type CliContext, type GlobalOptions } from './cli-context.js';
import type { CliIo, ExitCode } from './cli-io.js';
import { CommandFailure, usageFailure } from './command-failure.js';
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
  // What is wrong with the command line is found before its options are read.
  const isJson = argv.includes('--json');
  const program = commandLine(io, isJson);
  const perform = async (command: (context: CliContext) => Promise<ExitCode>): Promise<void> => {
    exitCode = await command(await openContext(io, program.opts<GlobalOptions>()));
  };
  for (const register of COMMANDS) register(program, perform);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return refusedLine(error, isJson, io);
    // Ended by the person who started it: there is nothing to tell.
    if (io.signal.aborted) return 1;
    return tell(asFailure(error), program.opts<GlobalOptions>().json === true, io);
  }
}

function commandLine(io: CliIo, isJson: boolean): Command {
  return new Command('heed')
    .description('The command beside a running Heed.')
    .option('--json', 'write JSON')
    .option('--url <url>', 'where Heed is; otherwise HEED_URL, or the Heed started in this directory')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => (isJson ? undefined : io.err(text.trimEnd())),
    })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError('(heed --help shows all commands)');
}

/** Commander has written its own message, except as JSON. Its code 0 is a help text that was asked for. */
function refusedLine({ exitCode, code, message }: CommanderError, isJson: boolean, io: CliIo): ExitCode {
  if (exitCode === 0) return 0;
  if (!isJson) return 2;
  const sentence = code === 'commander.help' ? 'There is no command.' : message.replace(/^error: /, '');
  return tell(usageFailure(sentence, 'heed --help shows all commands.'), true, io);
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
