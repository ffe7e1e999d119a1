import { type BeforeApplicationShutdown, Module } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { RuleRepository } from '../rulebook/rule.repository.js';
import { RulebookModule } from '../rulebook/rulebook.module.js';
import { ArmingGate } from './arming-gate.js';
import { DryRuns } from './dry-run.repository.js';
import { DryRunner } from './dry-runner.js';
import { RuleBreaker } from './rule-breaker.js';

/** Rules are tried on the past before they go live, and watched by what that foretold. */
@Module({
  imports: [RulebookModule],
  providers: [
    { provide: DryRuns, inject: [Database], useFactory: (database: Database) => new DryRuns(database) },
    {
      provide: DryRunner,
      inject: [Database, DryRuns, Clock, Log],
      useFactory: (database: Database, runs: DryRuns, clock: Clock, log: Log) =>
        new DryRunner(database, runs, clock, log),
    },
    {
      provide: ArmingGate,
      inject: [Database, DryRuns, Clock, RUNTIME],
      useFactory: (database: Database, runs: DryRuns, clock: Clock, { config }: Runtime) =>
        new ArmingGate(database, runs, clock, config.armingThreshold),
    },
    {
      provide: RuleBreaker,
      inject: [Database, RuleRepository, Clock, Metrics, Log],
      useFactory: (database: Database, rules: RuleRepository, clock: Clock, metrics: Metrics, log: Log) =>
        new RuleBreaker(database, rules, clock, metrics, log),
    },
  ],
  exports: [DryRuns, DryRunner, ArmingGate, RuleBreaker],
})
export class DryRunModule implements BeforeApplicationShutdown {
  constructor(
    private readonly runner: DryRunner,
    private readonly breaker: RuleBreaker,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
    await this.breaker.settle();
  }
}
