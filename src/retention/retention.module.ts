import { Module } from '@nestjs/common';
import { ConsentSettingsModule } from '../consent/settings/consent-settings.module.js';
import { ConsentSettingsRepository } from '../consent/settings/consent-settings.repository.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { RetentionKeeper } from './retention-keeper.js';

/** What is kept no longer than an administrator wants. */
@Module({
  imports: [ConsentSettingsModule],
  providers: [
    {
      provide: RetentionKeeper,
      inject: [Database, ConsentSettingsRepository, Clock, Log, Metrics],
      useFactory: (
        database: Database,
        settings: ConsentSettingsRepository,
        clock: Clock,
        log: Log,
        metrics: Metrics,
      ) => {
        const retention = async () => (await settings.current()).settings.retention;
        return new RetentionKeeper(database, retention, { clock, log, metrics });
      },
    },
  ],
  exports: [RetentionKeeper],
})
export class RetentionModule {}
