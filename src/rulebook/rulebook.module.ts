import { Module } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { LiveRules } from './live-rules.js';
import { RuleRepository } from './rule.repository.js';

@Module({
  providers: [
    {
      provide: RuleRepository,
      inject: [Database],
      useFactory: (database: Database) => new RuleRepository(database),
    },
    {
      provide: LiveRules,
      inject: [RuleRepository, Log],
      useFactory: (rules: RuleRepository, log: Log) => new LiveRules(rules, log),
    },
  ],
  exports: [RuleRepository, LiveRules],
})
export class RulebookModule {}
