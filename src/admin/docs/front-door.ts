import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readPageFiles, type PageFile } from './page-files.js';

const INDEX = '/index.html';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Below these, an unknown address is an error for programs and never a page. */
const NOT_PAGES = /^\/(?:api|webhooks|unsubscribe|docs|openapi\.json|health|metrics|assets)(?:[/?]|$)/;

/**
 * Serves the built admin page at `/`, and at every address that the page itself knows how to show. Files below `assets/` have a hash of their
 * content in their names, so browsers keep them for ever; everything else is asked for again. Without a built page, `/` leads to /docs.
 */
export async function openFrontDoor(server: FastifyInstance, pageDir: string): Promise<void> {
  const files = await readPageFiles(pageDir);
  const index = files.get(INDEX);
  if (index === undefined) {
    server.get('/', (_request, reply) => reply.redirect('/docs', 302));
    return;
  }
  for (const [path, file] of files) {
    server.get(path, (request, reply) => send(request, reply, file, cachingOf(path)));
  }
  server.get('/', (request, reply) => send(request, reply, index, cachingOf(INDEX)));
  server.get('/*', (request, reply) => {
    if (isForPage(request)) return send(request, reply, index, cachingOf(INDEX));
    reply.callNotFound();
    return reply;
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: PageFile, caching: string): FastifyReply {
  const { type, etag, bytes, gzipped } = file;
  void reply.headers({ 'cache-control': caching, etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (gzipped === undefined || !takesGzip) return reply.type(type).send(bytes);
  return reply.type(type).header('content-encoding', 'gzip').send(gzipped);
}

function cachingOf(path: string): string {
  return path.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
}

/** Somebody opened an address in a browser; scripts and programs that err are told so. */
function isForPage({ url, headers }: FastifyRequest): boolean {
  return !NOT_PAGES.test(url) && (headers.accept ?? '').includes('text/html');
}
