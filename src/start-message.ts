import { join } from 'node:path';
import { welcomeUrl } from './access/welcome-url.js';
import type { Runtime } from './platform/runtime.js';

type Started = {
  readonly url: string;
  readonly runtime: Runtime;
  readonly hasSandbox: boolean;
  readonly firstLinkToken: string | undefined;
};

/** What a person who has just started Heed wants to know: where it is, how to get in, and what to try first. */
export function startMessage({ url, runtime, hasSandbox, firstLinkToken }: Started): string {
  const { config, localState, apiToken } = runtime;
  const lines = ['', `  Heed is running at ${url}`, '', `  API documentation   ${url}/docs`];
  lines.push(...howToSignIn(config.http.publicUrl ?? url, firstLinkToken));
  if (config.apiToken !== undefined) {
    lines.push('  API token           HEED_API_TOKEN, as Authorization: Bearer <token>');
  } else if (localState !== undefined) {
    lines.push(`  API token           "apiToken" in ${join(config.dataDir, 'local.json')};`);
    lines.push('                      the heed command reads it by itself');
  } else if (apiToken === undefined) {
    lines.push('  API token           none yet; sign in, and make one');
  }
  if (hasSandbox) {
    lines.push('', '  No provider is configured, so a sandbox plays all three, and demo rules answer.');
    lines.push('  Write a first message on the simulated phone, see the answer, and ask why:', '');
    lines.push(`    ${config.http.publicUrl ?? url}/phone`, '');
    lines.push('  or send it from here:', '');
    lines.push('    npx heed trigger integify sms.received --text "what are your hours?"');
  } else if (Object.keys(config.providers).length > 0) {
    lines.push('', '  Webhook addresses to enter at the providers:');
    for (const provider of Object.keys(config.providers)) {
      lines.push(`    ${config.http.publicUrl ?? url}/webhooks/${provider}`);
    }
  }
  return `${lines.join('\n')}\n\n`;
}

function howToSignIn(base: string, firstLinkToken: string | undefined): readonly string[] {
  if (firstLinkToken === undefined) return [`  Sign in             ${base}/`];
  return [
    `  Sign up             ${welcomeUrl(base, firstLinkToken)}`,
    '                      makes you the administrator; good for 24 hours, and once',
  ];
}
