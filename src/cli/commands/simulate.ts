import { CHANNELS } from '../../messaging/channel.js';
import { SAMPLE_ADDRESSES } from '../../sandbox/sample-addresses.js';
import { Option } from 'commander';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { usageFailure } from '../command-failure.js';
import { decisionLines } from '../decision-lines.js';
import type { Registration } from './registration.js';

type Options = {
  readonly channel: string;
  readonly from: string;
  readonly to?: string;
  readonly subject?: string;
  readonly at?: string;
};

export const registerSimulate: Registration = (program, perform) => {
  program
    .command('simulate')
    .description('say what Heed would answer; nothing is sent or stored')
    .argument('<text>', 'what the customer writes')
    .addOption(new Option('--channel <channel>').choices(CHANNELS).default('sms'))
    .option('--from <address>', 'who writes', SAMPLE_ADDRESSES.integify.customer)
    .option('--to <address>', 'to which of our addresses')
    .option('--subject <subject>', 'of an e-mail')
    .option('--at <instant>', 'when, as 2026-04-10T12:00:00Z; now when absent')
    .action((text: string, options: Options) => perform((context) => simulate(text, options, context)));
};

async function simulate(text: string, options: Options, context: CliContext): Promise<ExitCode> {
  const { api, paint, print } = context;
  if (options.at !== undefined && Number.isNaN(Date.parse(options.at))) {
    throw usageFailure('--at is no instant.', 'Write it like 2026-04-10T12:00:00Z.');
  }
  const { channel, from, to, subject, at } = options;
  const decision = await api.call('POST', 'simulate', {
    channel,
    from,
    text,
    ...(to !== undefined && { to }),
    ...(subject !== undefined && { subject }),
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  });
  print(decision, () => decisionLines(decision, paint));
  return 0;
}
