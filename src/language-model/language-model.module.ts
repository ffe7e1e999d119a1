import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DecisionMaker } from '../outbox/decision-maker.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { DueModelCalls } from './due-model-calls.js';
import { ModelAnswering } from './model-answering.js';
import { ModelClient } from './model-client.js';

/** The client of the configured model, if there is one, as long as the process runs. */
@Injectable()
class ConfiguredModel implements OnApplicationShutdown {
  constructor(readonly client: ModelClient | undefined) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client?.close();
  }
}

/** Questions to a language model that rules ask for. Without a model in the configuration, every one comes to its fallback. */
@Module({
  imports: [OutboxModule],
  providers: [
    {
      provide: ConfiguredModel,
      inject: [RUNTIME],
      useFactory: ({ config: { languageModel } }: Runtime) =>
        new ConfiguredModel(languageModel === undefined ? undefined : new ModelClient(languageModel)),
    },
    {
      provide: ModelAnswering,
      inject: [Database, DecisionMaker, Clock, ConfiguredModel, Metrics],
      useFactory: (
        database: Database,
        decisions: DecisionMaker,
        clock: Clock,
        { client }: ConfiguredModel,
        metrics: Metrics,
      ) => new ModelAnswering(database, decisions, clock, client, metrics),
    },
    {
      provide: DueModelCalls,
      inject: [Database, ModelAnswering, RUNTIME, Clock, Log],
      useFactory: (
        database: Database,
        answering: ModelAnswering,
        { config }: Runtime,
        clock: Clock,
        log: Log,
      ) => new DueModelCalls(database, answering, config.languageModel?.budget, { clock, log }),
    },
  ],
  exports: [DueModelCalls],
})
export class LanguageModelModule {}
