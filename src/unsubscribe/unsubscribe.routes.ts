import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../platform/logging/log.js';
import { UNSUBSCRIBE_PATH, type UnsubscribeLinks } from './unsubscribe-links.js';
import { askPage, donePage, failedPage, PAGE_HEADERS, unknownPage } from './unsubscribe-pages.js';
import type { UnsubscribeMethod, Unsubscriptions } from './unsubscribe.repository.js';

/** One form field, in either encoding that a form can have. */
const BODY_LIMIT_BYTES = 16 * 1024;
const RETRY_AFTER_SECONDS = 60;

/** The body of RFC 8058 (3.2), URL-encoded or as a part of a multipart form. */
const ONE_CLICK = /List-Unsubscribe(?:=|"\s+)One-Click/i;

type Parameters = { readonly '*': string };

/**
 * `/unsubscribe/:token`, registered on Fastify itself in a scope of its own, because a POST may carry any content type. There is no cookie, no
 * login and no redirect. A POST acts; a GET only asks, because mail scanners open every link. Source: https://www.rfc-editor.org/rfc/rfc8058
 *
 * The token is matched as the rest of the path: a path parameter is limited to 100 characters.
 */
export async function registerUnsubscribeRoutes(
  server: FastifyInstance,
  links: UnsubscribeLinks,
  unsubscriptions: Unsubscriptions,
  context: { readonly brand: string; readonly log: Log },
): Promise<void> {
  const { brand, log } = context;
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Fastify would answer 415 to a content type that is not written like one; a revocation is one, whatever it is called.
    scope.addHook('onRequest', async (request) => {
      if (!request.mediaType) delete request.raw.headers['content-type'];
    });
    scope.addContentTypeParser(
      '*',
      { parseAs: 'string', bodyLimit: BODY_LIMIT_BYTES },
      (_request, body, done) => {
        done(null, body);
      },
    );

    scope.get(`${UNSUBSCRIBE_PATH}/*`, async (request: FastifyRequest<{ Params: Parameters }>, reply) => {
      const subject = links.read(request.params['*']);
      if (subject === undefined) return answer(reply, 404, unknownPage());
      return answer(reply, 200, askPage(brand, subject.address.value));
    });

    scope.post(`${UNSUBSCRIBE_PATH}/*`, async (request: FastifyRequest<{ Params: Parameters }>, reply) => {
      const subject = links.read(request.params['*']);
      if (subject === undefined) return answer(reply, 404, unknownPage());
      await unsubscriptions.record(subject, methodOf(request.body));
      return answer(reply, 200, donePage(brand, subject.address.value));
    });

    scope.setErrorHandler((error, _request, reply) => {
      const refused = refusalOf(error);
      if (refused !== undefined) return answer(reply, refused, failedPage());
      log.error('An opt-out by a link could not be recorded; the other side was asked to try again.', error);
      void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
      return answer(reply, 503, failedPage());
    });
  });
}

/** A POST with a valid link is a revocation whatever its body says: the link is the proof, and to act on too much is the safe side. */
function methodOf(body: unknown): UnsubscribeMethod {
  return typeof body === 'string' && ONE_CLICK.test(body) ? 'one_click' : 'page';
}

/** The status with which Fastify refuses a request that is malformed or too large; `undefined` when the fault is ours. */
function refusalOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  return error.statusCode < 500 ? error.statusCode : undefined;
}

function answer(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).send(html);
}
