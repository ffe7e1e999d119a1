import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Log } from '../../platform/logging/log.js';
import { ConsentSettingsRepository } from './consent-settings.repository.js';
import { LiveConsentSettings } from './live-consent-settings.js';

@Module({
  providers: [
    {
      provide: ConsentSettingsRepository,
      inject: [Database, Log],
      useFactory: (database: Database, log: Log) => new ConsentSettingsRepository(database, log),
    },
    {
      provide: LiveConsentSettings,
      inject: [ConsentSettingsRepository],
      useFactory: (settings: ConsentSettingsRepository) => new LiveConsentSettings(settings),
    },
  ],
  exports: [ConsentSettingsRepository, LiveConsentSettings],
})
export class ConsentSettingsModule {}
