import { join } from 'node:path';
import type { Runtime } from './platform/runtime.js';

type Started = { readonly url: string; readonly runtime: Runtime; readonly hasSandbox: boolean };

/** What a person who has just started Heed wants to know: where it is, how to get in, and what to try first. */
export function startMessage({ url, runtime, hasSandbox }: Started): string {
  const { config, localState, apiToken } = runtime;
  const lines = ['', `  Heed is running at ${url}`, '', `  API documentation   ${url}/docs`];
  if (config.apiToken !== undefined) {
    lines.push('  Sign in             Authorization: Bearer <HEED_API_TOKEN>');
  } else if (localState !== undefined) {
    lines.push(`  Sign in             the token is "apiToken" in ${join(config.dataDir, 'local.json')};`);
    lines.push('                      the heed command reads it by itself');
  } else if (apiToken === undefined) {
    lines.push(
      '  Sign in             not possible yet: set HEED_API_TOKEN (32 characters or more) and start again',
    );
  }
  if (hasSandbox) {
    lines.push('', '  No provider is configured, so a sandbox plays all three, and demo rules answer.');
    lines.push('  Send a first message:', '');
    lines.push('    npx heed trigger integify sms.received --text "what are your hours?"');
  } else if (Object.keys(config.providers).length > 0) {
    lines.push('', '  Webhook addresses to enter at the providers:');
    for (const provider of Object.keys(config.providers)) {
      lines.push(`    ${config.http.publicUrl ?? url}/webhooks/${provider}`);
    }
  }
  return `${lines.join('\n')}\n\n`;
}
