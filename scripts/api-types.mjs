/**
 * `npm run api-types` writes the types of the page's client from the description that a running Heed gives of its API, so that a route that
 * changes under the page stops its build. It starts the build on a free port with a database of its own, and ends it again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const TARGET = 'web/src/api/schema.d.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'heed-api-types-'));
const heed = spawn(process.execPath, ['dist/main.js'], {
  env: { PATH: process.env.PATH, PORT: '0', HEED_DATA_DIR: dataDir, HEED_DEMO: 'on' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const response = await fetch(`${await addressOf(heed)}/openapi.json`);
  const types = astToString(await openapiTypes(await response.text()));
  const header = '// Written by `npm run api-types` from /openapi.json. Do not edit.\n\n';
  await writeFile(
    TARGET,
    await format(header + types, { ...(await resolveConfig(TARGET)), parser: 'typescript' }),
  );
  console.log(`Written: ${TARGET}`);
} finally {
  heed.kill('SIGTERM');
  await once(heed, 'close');
  await rm(dataDir, { recursive: true, force: true });
}

async function addressOf(child) {
  let printed = '';
  for await (const bytes of child.stdout) {
    printed += bytes;
    const url = /"url":"(http:[^"]+)"[^\n]*"Heed is up\."/.exec(printed)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`Heed did not start:\n${printed}`);
}
