import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { decisionLines } from '../decision-lines.js';
import type { Registration } from './registration.js';

export const registerExplain: Registration = (program, perform) => {
  program
    .command('explain')
    .description('say why a message was answered, or was not')
    .argument('<messageId>')
    .action((messageId: string) => perform((context) => explain(messageId, context)));
};

async function explain(messageId: string, { api, paint, print }: CliContext): Promise<ExitCode> {
  const decision = await api.get(`messages/${encodeURIComponent(messageId)}/explain`);
  print(decision, () => decisionLines(decision, paint));
  return 0;
}
