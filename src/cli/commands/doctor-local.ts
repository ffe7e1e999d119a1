import { PROVIDER_NAMES } from '../../messaging/provider.js';
import type { CliContext } from '../cli-context.js';
import type { Finding } from './finding.js';

const OLDEST_NODE = [20, 19] as const;
const SHORT_SECRET = 8;
const LONG_ENOUGH_SECRET = 16;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = OLDEST_NODE;
  const isNewEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return {
    level: isNewEnough ? 'ok' : 'fail',
    subject: 'Node',
    detail: version,
    ...(!isNewEnough && { todo: `Install Node ${leastMajor}.${leastMinor} or newer.` }),
  };
}

/** Looks at the lengths of the webhook secrets in the environment, never at the secrets. */
export function checkSecrets({ io }: CliContext): readonly Finding[] {
  return PROVIDER_NAMES.flatMap((provider): Finding[] => {
    const secrets = io.environment.webhookSecrets[provider];
    if (secrets === undefined) return [];
    const shortest = Math.min(...secrets.map((secret) => secret.length));
    const subject = `${provider.toUpperCase()}_WEBHOOK_SECRET`;
    if (shortest >= LONG_ENOUGH_SECRET) return [{ level: 'ok', subject, detail: `${secrets.length} set` }];
    return [
      {
        level: shortest < SHORT_SECRET ? 'fail' : 'warn',
        subject,
        detail: `one is only ${shortest} characters long`,
        todo: 'Copy it from the provider’s page again, or have the provider make a longer one.',
      },
    ];
  });
}
