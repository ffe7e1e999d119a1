import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const MAIN = process.env['HEED_TEST_MAIN'] ?? fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PAGE = join(dirname(MAIN), 'web');

const MOST_BYTES = 260_000;

/** What a browser fetches before it can draw anything: the page itself, its script with everything that is preloaded, and its styles. */
async function firstLoad(): Promise<ReadonlyMap<string, number>> {
  const html = await readFile(join(PAGE, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].flatMap(
    ([, name]) => name ?? [],
  );
  const files = ['index.html', ...names];
  return new Map(
    await Promise.all(
      files.map(async (name) => [name, gzipSync(await readFile(join(PAGE, name))).length] as const),
    ),
  );
}

it('the first load of the page is 260 kB at most when it is compressed', async () => {
  const sizes = await firstLoad();
  expect([...sizes.keys()]).toEqual(
    expect.arrayContaining([expect.stringMatching(/\.js$/), expect.stringMatching(/\.css$/)]),
  );
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(total).toBeLessThanOrEqual(MOST_BYTES);
});
