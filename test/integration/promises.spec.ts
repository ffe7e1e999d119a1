import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** Providers report nothing of the kind, so there is nothing to try. */
const WITHOUT_A_TEST = ['B11'];
const NUMBER = /[BDI]\d{1,2}/g;
const NUMBERED_TITLE = /['`]((?:[BDI]\d{1,2}(?:, | and )?)+): /g;

/** Which numbers the page names, with the tests that it names for each. */
function promises(): ReadonlyMap<string, readonly string[]> {
  const rows = readFileSync('docs/promises.md', 'utf8').matchAll(/^\| ([BDI]\d{1,2})\s*\|(.*)$/gm);
  return new Map(
    [...rows].map(([, number = '', row = '']) => [
      number,
      [...row.matchAll(/\]\(\.\.\/((?:src|test)\/[^)]+)\)/g)].flatMap(([, path]) => path ?? []),
    ]),
  );
}

function numbersIn(path: string): readonly string[] {
  const titles = [...readFileSync(path, 'utf8').matchAll(NUMBERED_TITLE)];
  return titles.flatMap(([, numbers = '']) => numbers.match(NUMBER) ?? []);
}

function testsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[.-]spec\.ts$/.test(path) || path.startsWith('support/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
}

it('every promise is held by a test that has its number in a title', () => {
  const listed = [...promises()];
  expect(listed.length).toBeGreaterThan(50);
  expect(listed.filter(([, paths]) => paths.length === 0).map(([number]) => number)).toEqual(WITHOUT_A_TEST);
  const broken = listed.flatMap(([number, paths]) =>
    paths.filter((path) => !numbersIn(path).includes(number)).map((path) => `${number}: ${path}`),
  );
  expect(broken).toEqual([]);
});

it('no title has a number that nobody can look up', () => {
  const listed = promises();
  const unknown = [...testsBelow('src'), ...testsBelow('test')].flatMap((path) =>
    numbersIn(path)
      .filter((number) => !listed.has(number))
      .map((number) => `${number}: ${path}`),
  );
  expect(unknown).toEqual([]);
});
