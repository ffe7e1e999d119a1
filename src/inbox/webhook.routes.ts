import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DEFAULT_CONNECTION } from '../connections/connection-registry.js';
import { PROVIDER_NAMES } from '../messaging/provider.js';
import type { Log } from '../platform/logging/log.js';
import type { Metrics } from '../platform/metrics/metrics.js';
import type { WebhookAcceptor } from './accept-webhook.js';
import { StoreUnavailableError } from './inbox-writer.js';
import type { WebhookDoor } from './webhook-door.js';

/** One body for every refused signature: which part was wrong is nobody's business. */
const BAD_SIGNATURE = { error: 'The signature is missing or wrong.' };
const RETRY_AFTER_SECONDS = 5;

type Params = { readonly provider: string; readonly connection?: string };

/**
 * `POST /webhooks/:provider[/:connection]`, registered on Fastify itself in a scope of its own: the body of any content type (or of
 * none) arrives as the bytes that were signed, counted while they are read, and passes no pipe or interceptor.
 */
export async function registerWebhookRoutes(
  server: FastifyInstance,
  acceptor: WebhookAcceptor,
  door: WebhookDoor,
  metrics: Metrics,
  log: Log,
  bodyLimitBytes: number,
): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    door.watch(scope);
    // Fastify would answer 415 to a content type that is not written like one; to us the body is bytes, whatever it is called.
    scope.addHook('onRequest', async (request) => {
      if (!request.mediaType) delete request.raw.headers['content-type'];
    });
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: bodyLimitBytes },
      (_request, body, done) => {
        done(null, body);
      },
    );

    const receive = async (request: FastifyRequest<{ Params: Params }>, reply: FastifyReply) => {
      const { provider, connection = DEFAULT_CONNECTION } = request.params;
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const acceptance = await acceptor.accept({ provider, connection, rawBody, headers: request.headers });
      switch (acceptance.kind) {
        case 'stored':
          return reply
            .header('x-heed-event-id', acceptance.inboxId)
            .header('x-heed-duplicate', String(acceptance.isDuplicate))
            .send({ ok: true });
        case 'bad_signature':
          metrics.refused.inc({ provider, reason: 'signature' });
          return reply.code(401).send(BAD_SIGNATURE);
        case 'unknown_connection':
          metrics.refused.inc({ provider: 'unknown', reason: 'unknown_connection' });
          return reply.code(404).send({ error: 'There is no such connection.' });
        default: {
          const never: never = acceptance;
          return never;
        }
      }
    };
    scope.post('/webhooks/:provider', receive);
    scope.post('/webhooks/:provider/:connection', receive);

    scope.setErrorHandler((error, request: FastifyRequest<{ Params: Params }>, reply) => {
      const status = statusOf(error);
      if (status === 413) {
        metrics.refused.inc({ provider: labelOf(request.params.provider), reason: 'too_large' });
        return reply.code(413).send({ error: `The body is larger than ${bodyLimitBytes} bytes.` });
      }
      if (status !== undefined && status < 500)
        return reply.code(status).send({ error: 'The request is malformed.' });
      // Whatever happened, the webhook is not stored: the provider has to be told to come back.
      metrics.refused.inc({ provider: labelOf(request.params.provider), reason: 'unavailable' });
      log.error('A webhook could not be stored; the provider was asked to send it again.', causeOf(error));
      return reply
        .code(503)
        .header('retry-after', String(RETRY_AFTER_SECONDS))
        .send({ error: 'Not stored. Please send it again.' });
    });
  });
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

function causeOf(error: unknown): unknown {
  return error instanceof StoreUnavailableError ? (error.cause ?? error) : error;
}

/** The path is the caller's text; only a known name becomes a metric label. */
function labelOf(provider: string): string {
  return PROVIDER_NAMES.some((name) => name === provider) ? provider : 'unknown';
}
