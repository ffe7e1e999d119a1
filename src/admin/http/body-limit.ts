import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What any route of the API takes. */
export const API_BODY_LIMIT_BYTES = 1024 * 1024;

/** Lets a route take a larger body than the others, up to so many bytes. */
export function BodyLimit(bytes: number): MethodDecorator {
  return RouteConfig({ bodyLimit: bytes });
}

/**
 * Makes `BodyLimit` count. A body is read and parsed before any guard is asked, so on these routes the caller is asked for first: a large
 * body of nobody is not read at all. To be called before the routes are made.
 *
 * @param refuseNobody - throws when nobody is signed in
 */
export function allowLargerBodies(
  server: FastifyInstance,
  refuseNobody: (request: FastifyRequest) => Promise<unknown>,
): void {
  server.addHook('onRoute', (route) => {
    const bytes: unknown =
      route.config !== undefined && 'bodyLimit' in route.config && route.config.bodyLimit;
    if (typeof bytes !== 'number') return;
    route.bodyLimit = bytes;
    route.onRequest = async (request) => {
      await refuseNobody(request);
    };
  });
}
