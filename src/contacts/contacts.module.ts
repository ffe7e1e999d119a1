import { Module } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { HoldSettler } from './hold-settler.js';

@Module({
  providers: [
    {
      provide: HoldSettler,
      inject: [Database, Clock, Log, RUNTIME],
      useFactory: (database: Database, clock: Clock, log: Log, runtime: Runtime) =>
        new HoldSettler(database, clock, log, runtime.config.holdTimeoutMs),
    },
  ],
  exports: [HoldSettler],
})
export class ContactsModule {}
