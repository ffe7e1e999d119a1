import { asFilledText, type JsonObject } from '../../messaging/untrusted.js';
import { objectsIn } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { inColumns, onOneLine, plainFields } from '../terminal-text.js';
import { addLedger } from './consent-ledger.js';
import { addPolicy } from './consent-policy.js';
import { addRehearse } from './consent-rehearse.js';
import { addSettings } from './consent-settings.js';
import type { Registration } from './registration.js';

export const registerConsent: Registration = (program, perform) => {
  const consent = program.command('consent').description('read the consent ledger, and check how it is kept');
  consent
    .command('status')
    .description('say whether Heed may write to an address')
    .argument('<address>', 'a number as +2207654321, or an e-mail address')
    .action((address: string) => perform((context) => status(address, context)));
  addLedger(consent, perform);
  addRehearse(consent, perform);
  addPolicy(consent, perform);
  addSettings(consent, perform);
};

async function status(address: string, { api, print }: CliContext): Promise<ExitCode> {
  const consent = await api.get(`consent/${encodeURIComponent(address)}`);
  print(consent, () => [
    ...inColumns(plainFields(consent)),
    ...objectsIn(consent.categories).flatMap(leftLine),
  ]);
  return 0;
}

/** A category says something only where it was left. */
function leftLine({ name, state, since }: JsonObject): readonly string[] {
  if (state !== 'opted_out') return [];
  return [onOneLine(`has left ${asFilledText(name) ?? '?'} messages since ${asFilledText(since) ?? '?'}`)];
}
