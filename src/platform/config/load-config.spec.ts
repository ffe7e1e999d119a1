import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConfigurationError, loadConfig } from './load-config.js';

const SECRET = 'a secret of thirty-two characters';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

describe('loadConfig', () => {
  it('starts with nothing: one process, its own database, the demo', () => {
    expect(loadConfig({})).toMatchObject({
      http: { host: '127.0.0.1', port: 3000, publicUrl: undefined, trustedProxies: ['127.0.0.1', '::1'] },
      role: 'all',
      databaseUrl: undefined,
      redisUrl: undefined,
      isDemo: true,
      webhookBodyLimitBytes: 256 * 1024,
      providers: {},
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', HEED_ROLE: '' })).toEqual(loadConfig({}));
  });

  it('makes connections of the providers that have a key or a secret, and leaves the demo away', () => {
    const config = loadConfig({
      INTEGIFY_API_KEY: 'integify-key',
      INTEGIFY_SENDER_ID: 'ACME',
      CONTIGUITY_WEBHOOK_SECRET: ' whsec_new_one , whsec_old_one,',
      CONNECTLY_BASE_URL: 'https://connectly.example/',
    });
    expect(config.isDemo).toBe(false);
    expect(config.providers).toEqual({
      integify: { apiKey: 'integify-key', webhookSecrets: [], baseUrl: undefined, senderId: 'ACME' },
      contiguity: {
        apiKey: undefined,
        webhookSecrets: ['whsec_new_one', 'whsec_old_one'],
        baseUrl: undefined,
      },
    });
  });

  it('reads a secret from the file that NAME_FILE names, and says when it cannot', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heed-config-'));
    const file = join(folder, 'key');
    writeFileSync(file, 'key-from-a-file\n');
    expect(loadConfig({ INTEGIFY_API_KEY_FILE: file }).providers.integify?.apiKey).toBe('key-from-a-file');
    expect(problemsOf({ INTEGIFY_API_KEY_FILE: file, INTEGIFY_API_KEY: 'key-in-clear' })).toEqual([
      'INTEGIFY_API_KEY and INTEGIFY_API_KEY_FILE are both set; keep one of them',
    ]);
    rmSync(folder, { recursive: true });
    expect(problemsOf({ INTEGIFY_API_KEY_FILE: file })).toEqual([
      'INTEGIFY_API_KEY_FILE names a file that cannot be read',
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '80.5' }],
    ['PORT', { PORT: 'http' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/heed', HEED_SECRET: SECRET }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['HEED_ROLE', { HEED_ROLE: 'boss' }],
    ['HEED_ROLE', { HEED_ROLE: 'worker' }],
    ['HEED_PUBLIC_URL', { HEED_PUBLIC_URL: 'heed.example' }],
    ['HEED_PUBLIC_URL', { HEED_PUBLIC_URL: 'javascript://alert' }],
    ['HEED_TRUSTED_PROXIES', { HEED_TRUSTED_PROXIES: '10.0.0.0/8,proxy.acme.example' }],
    ['HEED_SECRET', { HEED_SECRET: 'short' }],
    ['HEED_SECRET', { DATABASE_URL: 'postgresql://localhost/heed' }],
    ['HEED_API_TOKEN', { HEED_API_TOKEN: 'short' }],
    ['HEED_ADMIN_EMAIL', { HEED_ADMIN_EMAIL: 'admin@acme.example' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['HEED_WEBHOOK_BODY_LIMIT_BYTES', { HEED_WEBHOOK_BODY_LIMIT_BYTES: '10' }],
    ['CONTIGUITY_WEBHOOK_SECRET', { CONTIGUITY_WEBHOOK_SECRET: 'long enough,short' }],
    ['CONNECTLY_BUSINESS_ID', { CONNECTLY_API_KEY: 'connectly-key' }],
    ['INTEGIFY_BASE_URL', { INTEGIFY_BASE_URL: 'smsapi' }],
    ['HEED_MODEL_BASE_URL', { HEED_MODEL_BASE_URL: 'https://models.example/v1' }],
    ['HEED_MODEL_BASE_URL', { HEED_MODEL_NAME: 'small' }],
    ['HEED_MODEL_TIMEOUT_SECONDS', { HEED_MODEL_TIMEOUT_SECONDS: '0' }],
  ])('refuses %s in %j', (name, environment) => {
    const problems = problemsOf(environment);
    expect(problems).not.toEqual([]);
    expect(problems.filter((problem) => !problem.startsWith(name))).toEqual([]);
  });

  it('tells every problem at once', () => {
    const problems = problemsOf({ PORT: 'x', HEED_ROLE: 'x', HEED_SECRET: 'x', CONNECTLY_API_KEY: 'x' });
    const names = problems.map((problem) => /^[A-Z_]+/.exec(problem)?.[0]);
    expect(new Set(names)).toEqual(
      new Set(['PORT', 'HEED_ROLE', 'HEED_SECRET', 'CONNECTLY_API_KEY', 'CONNECTLY_BUSINESS_ID']),
    );
  });

  it('never tells a value', () => {
    const variable = fc.constantFrom(
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'HEED_ROLE',
      'HEED_PUBLIC_URL',
      'HEED_SECRET',
      'HEED_ADMIN_EMAIL',
      'HEED_ADMIN_PASSWORD',
      'HEED_API_TOKEN',
      'HEED_DEMO',
      'LOG_LEVEL',
      'CONTIGUITY_API_KEY',
      'CONTIGUITY_WEBHOOK_SECRET',
      'CONNECTLY_BASE_URL',
      'INTEGIFY_API_KEY_FILE',
    );
    const value = fc.stringMatching(/^[a-z0-9]{1,8}$/).map((text) => `~${text}~`);
    fc.assert(
      fc.property(fc.dictionary(variable, value, { minKeys: 1 }), (environment) => {
        const told = problemsOf(environment).join('\n');
        for (const given of Object.values(environment)) expect(told).not.toContain(given);
      }),
    );
  });
});
