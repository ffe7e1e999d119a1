import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { setUpHttp } from './admin/http-setup.js';
import { AppModule } from './app.module.js';
import { ConnectionRepository } from './connections/connection.repository.js';
import {
  environmentConnections,
  settleDefaultConnections,
  type WantedConnection,
} from './connections/environment-connections.js';
import { Database, IngestDatabase } from './platform/database/database.js';
import type { Log } from './platform/logging/log.js';
import type { Runtime } from './platform/runtime.js';
import { SealedBox } from './platform/security/sealed-box.js';

/** A client that sends its request more slowly than this is cut off; a provider's webhook takes milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
const API_BODY_LIMIT_BYTES = 1024 * 1024;

/** The longest address (320 characters), each of them percent-encoded. Fastify’s own limit of 100 would hide long ones from the API. */
const LONGEST_PATH_PARAMETER = 960;

export type HeedApp = {
  readonly nest: NestFastifyApplication;
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
  const adapter = new FastifyAdapter({
    bodyLimit: API_BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    requestTimeout: REQUEST_TIMEOUT_MS,
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
  if (runtime.config.role !== 'worker') setUpHttp(nest);
  await nest.init();
  return { nest, close: () => close(nest) };
}

async function close(nest: NestFastifyApplication): Promise<void> {
  const pools = [nest.get(Database), nest.get(IngestDatabase)];
  await nest.close();
  await Promise.all(pools.map((pool) => pool.close()));
}
