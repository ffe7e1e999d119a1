import type { Command } from 'commander';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import type { Perform } from './registration.js';

/** `heed consent policy`, below the command `consent`. */
export function addPolicy(consent: Command, perform: Perform): void {
  consent
    .command('policy')
    .description('write the opt-out policy in Markdown, as carriers ask for it')
    .action(() => perform(policy));
}

async function policy({ api, print }: CliContext): Promise<ExitCode> {
  const markdown = await api.text('consent/policy');
  print({ policy: markdown }, () => [markdown.trimEnd()]);
  return 0;
}
