import { Module } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { LibraryRepository } from './library.repository.js';
import { LiveRules } from './live-rules.js';
import { RuleRepository } from './rule.repository.js';

@Module({
  providers: [
    {
      provide: RuleRepository,
      inject: [Database, RUNTIME],
      useFactory: (database: Database, { config }: Runtime) =>
        new RuleRepository(database, config.languageModel !== undefined, config.allowsLocalWebhooks),
    },
    {
      provide: LibraryRepository,
      inject: [Database, RUNTIME],
      useFactory: (database: Database, { config }: Runtime) =>
        new LibraryRepository(database, config.allowsLocalWebhooks),
    },
    {
      provide: LiveRules,
      inject: [Database, Log],
      useFactory: (database: Database, log: Log) => new LiveRules(database, log),
    },
  ],
  exports: [RuleRepository, LibraryRepository, LiveRules],
})
export class RulebookModule {}
