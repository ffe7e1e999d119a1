import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readCliEnvironment } from './cli-environment.js';

const dir = mkdtempSync(join(tmpdir(), 'heed-environment-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('readCliEnvironment', () => {
  it('reads lists of secrets, and secrets in files', () => {
    const file = join(dir, 'secret');
    writeFileSync(file, 'from-a-file\n');
    const { webhookSecrets, apiToken } = readCliEnvironment({
      INTEGIFY_WEBHOOK_SECRET: 'new, old',
      CONTIGUITY_WEBHOOK_SECRET_FILE: file,
      HEED_API_TOKEN_FILE: join(dir, 'missing'),
    });
    expect(webhookSecrets).toEqual({ integify: ['new', 'old'], contiguity: ['from-a-file'] });
    expect(apiToken).toBeUndefined();
  });

  it('takes an empty variable for an absent one', () => {
    expect(readCliEnvironment({ HEED_URL: '', HEED_DATA_DIR: ' ', NO_COLOR: '' })).toMatchObject({
      url: undefined,
      dataDir: '.heed',
      isColourRefused: false,
    });
  });
});
