import { Module } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { WakeUpQueue } from '../platform/queue/wake-up-queue.js';
import { Dispatcher } from './dispatcher.js';

/** From the tables to the queue; every role dispatches, because every role may find work that nobody announced. */
@Module({
  providers: [
    {
      provide: Dispatcher,
      inject: [Database, WakeUpQueue, Log],
      useFactory: (database: Database, queue: WakeUpQueue, log: Log) => new Dispatcher(database, queue, log),
    },
  ],
  exports: [Dispatcher],
})
export class DispatchModule {}
