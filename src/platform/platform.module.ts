import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock/clock.js';
import { Database, IngestDatabase } from './database/database.js';
import { Log } from './logging/log.js';
import { Metrics } from './metrics/metrics.js';
import type { Runtime } from './runtime.js';
import { SealedBox } from './security/sealed-box.js';

/** The injection token of the runtime: the configuration and what was resolved from it. */
export const RUNTIME = Symbol('runtime');

/** The technical things, each of which a test can replace. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(runtime: Runtime, log: Log): DynamicModule {
    const onDatabaseError = (error: Error) =>
      log.error('A database connection broke; a new one is made.', error);
    return {
      module: PlatformModule,
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: Log, useValue: log },
        { provide: Clock, useClass: SystemClock },
        { provide: Metrics, useValue: new Metrics() },
        { provide: SealedBox, useValue: new SealedBox(runtime.secret) },
        { provide: Database, useFactory: () => new Database(runtime.databaseUrl, onDatabaseError) },
        {
          provide: IngestDatabase,
          useFactory: () => new IngestDatabase(runtime.databaseUrl, onDatabaseError),
        },
      ],
      exports: [RUNTIME, Log, Clock, Metrics, SealedBox, Database, IngestDatabase],
    };
  }
}
