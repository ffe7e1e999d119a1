import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { UnsubscribeLinksModule } from './unsubscribe-links.module.js';
import { Unsubscriptions } from './unsubscribe.repository.js';
import { registerUnsubscribeRoutes } from './unsubscribe.routes.js';

/** One-click unsubscribe: the pages behind the links in our e-mails. */
@Module({
  imports: [UnsubscribeLinksModule],
  providers: [
    {
      provide: Unsubscriptions,
      inject: [Database, Clock, Metrics],
      useFactory: (database: Database, clock: Clock, metrics: Metrics) =>
        new Unsubscriptions(database, clock, metrics),
    },
  ],
})
export class UnsubscribeModule implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost<FastifyAdapter>,
    private readonly links: UnsubscribeLinks,
    private readonly unsubscriptions: Unsubscriptions,
    private readonly log: Log,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    const { brand } = this.runtime.config;
    const server = this.http.httpAdapter.getInstance();
    void registerUnsubscribeRoutes(server, this.links, this.unsubscriptions, { brand, log: this.log });
  }
}
