import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { asObject } from '../../src/messaging/untrusted.js';
import { startHeed } from '../support/heed-app.js';

/** What stands in a schema file for a path, as `npm run api-types` writes it. */
const PATH_LINE = /^ {2}'?(\/[^':]*)'?: \{$/gm;

const compare = (one = '', other = ''): number => (one < other ? -1 : 1);

it('knows in the page’s client exactly the routes that the API has; `npm run api-types` writes it anew', async () => {
  const heed = await startHeed();
  try {
    const description = asObject(await (await fetch(`${heed.url}/openapi.json`)).json());
    const paths = asObject(description?.['paths']) ?? {};
    const types = await readFile('web/src/api/schema.d.ts', 'utf8');
    const known = [...types.matchAll(PATH_LINE)].map(([, path]) => path);
    expect(known.toSorted(compare)).toEqual(Object.keys(paths).toSorted(compare));
  } finally {
    await heed.close();
  }
});
