import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** What a build of the page holds, and how it is called. A file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const ALREADY_SMALL = new Set(['.png', '.ico', '.woff2']);

export type PageFile = {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Buffer;
  /** Absent where it would not be smaller. */
  readonly gzipped: Buffer | undefined;
};

/**
 * Every file of the built page, under the path at which it is served; empty where there is no build. They are few, so they are read once: what
 * a browser asks for is looked up in this table, and never becomes the name of a file.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = await filesIn(folder);
  const served = names.filter((name) => TYPES[extname(name)] !== undefined);
  const files = await Promise.all(
    served.map(async (name): Promise<[string, PageFile]> => [pathOf(folder, name), await readPageFile(name)]),
  );
  return new Map(files);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function pathOf(folder: string, name: string): string {
  return `/${relative(folder, name).split(sep).join('/')}`;
}

async function readPageFile(name: string): Promise<PageFile> {
  const extension = extname(name);
  const bytes = await readFile(name);
  const gzipped = ALREADY_SMALL.has(extension) ? bytes : await compress(bytes);
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    bytes,
    gzipped: gzipped.length < bytes.length ? gzipped : undefined,
  };
}
