import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './platform/config/load-config.js';
import { startMessage } from './start-message.js';

function message(
  env: Record<string, string>,
  firstLinkToken: string | undefined,
  hasSandbox = false,
): string {
  const runtime = {
    config: loadConfig(env),
    databaseUrl: '',
    secret: '',
    apiToken: undefined,
    localState: undefined,
    close: async () => undefined,
  };
  return startMessage({ url: 'http://127.0.0.1:3000', runtime, hasSandbox, firstLinkToken });
}

describe('startMessage', () => {
  it('shows the link by which the first administrator signs up, under the address that people use', () => {
    expect(message({}, 'abc')).toContain('http://127.0.0.1:3000/welcome?token=abc\n');
    const env = { HEED_PUBLIC_URL: 'https://heed.acme.example/' };
    expect(message(env, 'abc')).toContain('https://heed.acme.example/welcome?token=abc\n');
  });

  it('shows where to sign in once somebody can, and never a secret', () => {
    const token = 'a token of more than thirty-two characters';
    const shown = message({ HEED_API_TOKEN: token }, undefined);
    expect(shown).toMatch(/Sign in +http:\/\/127\.0\.0\.1:3000\/\n/);
    expect(shown).not.toContain('welcome');
    expect(shown).not.toContain(token);
  });

  it('leads a newcomer to the phone in the page, and to the command that does the same', () => {
    const shown = message({}, undefined, true);
    expect(shown).toContain('http://127.0.0.1:3000/phone\n');
    expect(shown).toContain('npx heed trigger integify sms.received');
    expect(message({}, undefined)).not.toContain('/phone');
  });
});
