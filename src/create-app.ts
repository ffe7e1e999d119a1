import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { FirstAdministrator } from './access/first-administrator.repository.js';
import { openFrontDoor } from './admin/docs/front-door.js';
import { AccessGuard } from './admin/http/access.guard.js';
import { refuseDeepBodies } from './admin/http/body-depth.js';
import { allowLargerBodies, API_BODY_LIMIT_BYTES } from './admin/http/body-limit.js';
import { ProblemFilter } from './admin/http/problem.filter.js';
import { setSecurityHeaders } from './admin/http/security-headers.js';
import { setUpHttp } from './admin/http-setup.js';
import { AppModule } from './app.module.js';
import { ConnectionRepository } from './connections/connection.repository.js';
import {
  environmentConnections,
  settleDefaultConnections,
  type WantedConnection,
} from './connections/environment-connections.js';
import { Database, IngestDatabase } from './platform/database/database.js';
import { newId } from './platform/ids/new-id.js';
import type { Log } from './platform/logging/log.js';
import type { Runtime } from './platform/runtime.js';
import { SealedBox } from './platform/security/sealed-box.js';

/** A client that sends its request more slowly than this is cut off; a provider's webhook takes milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;

/** The longest address (320 characters), each of them percent-encoded. Fastify’s own limit of 100 would hide long ones from the API. */
const LONGEST_PATH_PARAMETER = 960;

/** Where the build puts the admin page. */
const PAGE_DIR = fileURLToPath(new URL('./web', import.meta.url));

export type HeedApp = {
  readonly nest: NestFastifyApplication;
  /** The token of the link by which the first administrator signs up; absent once somebody has. */
  readonly firstLinkToken: string | undefined;
  /** Ends in order: nothing new, finish what runs, close. Answers that are under way are given. */
  close(): Promise<void>;
};

/**
 * Builds the application on a runtime and brings it up, short of listening: connections are settled before the first webhook can come.
 * `extraConnections` are those that no variable describes (the demo's).
 */
export async function createApp(
  runtime: Runtime,
  log: Log,
  extraConnections: readonly WantedConnection[] = [],
): Promise<HeedApp> {
  const problems = new ProblemFilter(log);
  const adapter = new FastifyAdapter({
    // What is refused before it has a route, such as a path that is no URL, never comes to the filters.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, reply),
    bodyLimit: API_BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: newId,
    trustProxy: [...runtime.config.http.trustedProxies],
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.forRuntime(runtime, log), adapter, {
    logger: log,
    abortOnError: false,
    forceCloseConnections: true,
  });
  const wanted = [...environmentConnections(runtime.config.providers), ...extraConnections];
  await settleDefaultConnections(nest.get(ConnectionRepository), nest.get(SealedBox), wanted);
  const isWeb = runtime.config.role !== 'worker';
  const firstLinkToken = isWeb ? await nest.get(FirstAdministrator).settle() : undefined;
  if (isWeb) {
    const server = adapter.getInstance();
    setSecurityHeaders(server, runtime.config.http.publicUrl);
    allowLargerBodies(server, (request) => nest.get(AccessGuard).identify(request));
    refuseDeepBodies(server);
    await openFrontDoor(server, PAGE_DIR);
    setUpHttp(nest, problems);
  }
  await nest.init();
  return { nest, firstLinkToken, close: () => close(nest) };
}

async function close(nest: NestFastifyApplication): Promise<void> {
  const pools = [nest.get(Database), nest.get(IngestDatabase)];
  await nest.close();
  await Promise.all(pools.map((pool) => pool.close()));
}
