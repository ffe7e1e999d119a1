import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDirectory, type Directory, type FileFinding } from '../rules-as-code/bundle-files.js';
import { usageFailure } from './command-failure.js';
import { onOneLine, type Paint } from './terminal-text.js';

const YAML = /\.ya?ml$/i;

/** Reads the YAML files of a directory, not those of directories in it. */
export async function openDirectory(path: string): Promise<Directory> {
  const names = await yamlFilesIn(path);
  if (names.length === 0) {
    throw usageFailure(
      `There is no YAML file in ${onOneLine(path)}.`,
      'Name a directory with rules, or make one: npx heed rules export <dir>.',
    );
  }
  const sources = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(path, name), 'utf8') })),
  );
  return readDirectory(sources);
}

/** The names of its YAML files. */
export async function yamlFilesIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() && YAML.test(entry.name) ? [entry.name] : [])).sort();
  } catch {
    throw usageFailure(
      `${onOneLine(path)} is no directory that can be read.`,
      'Name the directory of the rules.',
    );
  }
}

/** As compilers write it, so that editors and CI find the place: `rules.yaml:12:5: …`. */
export function findingLine({ file, line, column, level, message }: FileFinding, paint: Paint): string {
  const mark = level === 'fail' ? paint('red', 'fail') : paint('yellow', 'warn');
  return `${onOneLine(file)}:${line}:${column}: ${mark} ${onOneLine(message)}`;
}

export function hasFailed(findings: readonly FileFinding[]): boolean {
  return findings.some(({ level }) => level === 'fail');
}
