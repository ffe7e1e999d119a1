import { Module } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { SealedBox } from '../platform/security/sealed-box.js';
import { DueCalls } from './due-calls.js';
import { SigningSecrets } from './signing-secrets.repository.js';
import { WebhookCaller } from './webhook-caller.js';

/** Calls of other people's systems that rules ask for. */
@Module({
  providers: [
    {
      provide: WebhookCaller,
      inject: [RUNTIME],
      useFactory: ({ config }: Runtime) => new WebhookCaller({ allowsLocal: config.allowsLocalWebhooks }),
    },
    {
      provide: SigningSecrets,
      inject: [Database, SealedBox, Clock],
      useFactory: (database: Database, box: SealedBox, clock: Clock) =>
        new SigningSecrets(database, box, clock),
    },
    {
      provide: DueCalls,
      inject: [Database, WebhookCaller, SigningSecrets, Clock, Log],
      useFactory: (
        database: Database,
        caller: WebhookCaller,
        secrets: SigningSecrets,
        clock: Clock,
        log: Log,
      ) => new DueCalls(database, caller, secrets, { clock, log }),
    },
  ],
  exports: [SigningSecrets, DueCalls],
})
export class WebhooksOutModule {}
