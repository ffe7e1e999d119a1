import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import type { Registration } from './registration.js';

export const registerReplay: Registration = (program, perform) => {
  program
    .command('replay')
    .description('handle a stored event once more; what it already caused is not done twice')
    .argument('<eventId>')
    .action((eventId: string) => perform((context) => replay(eventId, context)));
};

async function replay(eventId: string, { api, print }: CliContext): Promise<ExitCode> {
  const answer = await api.call('POST', `events/${encodeURIComponent(eventId)}/replay`);
  print(answer, () => ['The event is being handled again.', 'Watch it: npx heed tail']);
  return 0;
}
