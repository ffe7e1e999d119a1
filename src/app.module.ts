import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AdminModule } from './admin/admin.module.js';
import { ConnectionsModule } from './connections/connections.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { SendsModule } from './delivery/sends.module.js';
import { EventsModule } from './events/events.module.js';
import { FlowsModule } from './flows/flows.module.js';
import { HealthModule } from './health/health.module.js';
import { DispatchModule } from './inbox/dispatch.module.js';
import { IngestModule } from './inbox/ingest.module.js';
import { LanesModule } from './inbox/lanes.module.js';
import { LanguageModelModule } from './language-model/language-model.module.js';
import { ConsentKeepers, IngestLifecycle, QueueWorkers, WorkerLifecycle } from './lifecycle.js';
import { OutboxModule } from './outbox/outbox.module.js';
import type { Log } from './platform/logging/log.js';
import { PlatformModule } from './platform/platform.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import type { Runtime } from './platform/runtime.js';
import { RetentionModule } from './retention/retention.module.js';
import { UnsubscribeModule } from './unsubscribe/unsubscribe.module.js';
import { WebhooksOutModule } from './webhooks-out/webhooks-out.module.js';

/** The table of contents. A web process takes in and shows; a worker decides and sends; `all` does both in one. */
@Module({})
export class AppModule {
  static forRuntime(runtime: Runtime, log: Log): DynamicModule {
    const { role } = runtime.config;
    const ground = [
      PlatformModule.forRoot(runtime, log),
      QueueModule.forRoot(runtime),
      EventsModule,
      ConnectionsModule,
      DispatchModule,
    ];
    const web = [AccessModule, IngestModule, UnsubscribeModule, AdminModule];
    const work = [
      WebhooksOutModule,
      ConsentModule,
      RetentionModule,
      ContactsModule,
      LanesModule,
      FlowsModule,
      OutboxModule,
      LanguageModelModule,
      DeliveryModule,
      SendsModule,
    ];
    return {
      module: AppModule,
      imports: [
        ...ground,
        HealthModule,
        ...(role === 'worker' ? work : role === 'web' ? web : [...web, ...work]),
      ],
      providers: [
        IngestLifecycle,
        ...(role === 'web' ? [] : [ConsentKeepers, QueueWorkers, WorkerLifecycle]),
      ],
    };
  }
}
