import { type BeforeApplicationShutdown, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ConnectionRegistry } from '../connections/connection-registry.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ConsentSettingsModule } from '../consent/settings/consent-settings.module.js';
import { LiveConsentSettings } from '../consent/settings/live-consent-settings.js';
import { Clock } from '../platform/clock/clock.js';
import { IngestDatabase } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { WebhookAcceptor } from './accept-webhook.js';
import { DispatchModule } from './dispatch.module.js';
import { Dispatcher } from './dispatcher.js';
import { InboxWriter } from './inbox-writer.js';
import { WebhookDoor } from './webhook-door.js';
import { registerWebhookRoutes } from './webhook.routes.js';

/** The way in: webhooks are verified, stored, and announced to the queue. */
@Module({
  imports: [ConnectionsModule, ConsentSettingsModule, DispatchModule],
  providers: [
    {
      provide: InboxWriter,
      inject: [IngestDatabase, Dispatcher],
      useFactory: (database: IngestDatabase, dispatcher: Dispatcher) =>
        new InboxWriter(database, () => dispatcher.wake()),
    },
    {
      provide: WebhookAcceptor,
      inject: [ConnectionRegistry, InboxWriter, Clock, Metrics, LiveConsentSettings, IngestDatabase],
      useFactory: (
        connections: ConnectionRegistry,
        writer: InboxWriter,
        clock: Clock,
        metrics: Metrics,
        settings: LiveConsentSettings,
        database: IngestDatabase,
      ) =>
        new WebhookAcceptor(
          connections,
          writer,
          clock,
          metrics,
          async () => (await settings.recent(database)).vocabulary,
        ),
    },
  ],
})
export class IngestModule implements OnModuleInit, BeforeApplicationShutdown {
  private readonly door = new WebhookDoor();

  constructor(
    private readonly http: HttpAdapterHost<FastifyAdapter>,
    private readonly acceptor: WebhookAcceptor,
    private readonly metrics: Metrics,
    private readonly log: Log,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    const server = this.http.httpAdapter.getInstance();
    const { webhookBodyLimitBytes } = this.runtime.config;
    void registerWebhookRoutes(
      server,
      this.acceptor,
      this.door,
      this.metrics,
      this.log,
      webhookBodyLimitBytes,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.door.close(this.http.httpAdapter.getInstance());
  }
}
