import { Module } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { CheckpointFiles } from './checkpoint-files.js';
import { CheckpointWriter } from './checkpoint-writer.js';
import { CheckpointSigner } from './checkpoint.js';
import { ConsentImport } from './consent-import.repository.js';
import { Erasure } from './erasure.repository.js';
import { LedgerVerifier } from './ledger-verifier.js';
import { VerificationWatch } from './verification-watch.js';

/** The proof of the consent ledger, and what people do with the whole of it. Words reach it through src/contacts. */
@Module({
  providers: [
    {
      provide: CheckpointFiles,
      inject: [RUNTIME],
      useFactory: ({ config }: Runtime) => new CheckpointFiles(config.dataDir),
    },
    {
      provide: CheckpointSigner,
      inject: [RUNTIME],
      useFactory: ({ secret }: Runtime) => new CheckpointSigner(secret),
    },
    {
      provide: CheckpointWriter,
      inject: [Database, CheckpointFiles, CheckpointSigner, Clock, Log],
      useFactory: (
        database: Database,
        files: CheckpointFiles,
        signer: CheckpointSigner,
        clock: Clock,
        log: Log,
      ) => new CheckpointWriter(database, files, signer, { clock, log }),
    },
    {
      provide: LedgerVerifier,
      inject: [Database, CheckpointFiles, CheckpointSigner],
      useFactory: (database: Database, files: CheckpointFiles, signer: CheckpointSigner) =>
        new LedgerVerifier(database, files, signer),
    },
    {
      provide: VerificationWatch,
      inject: [Database, LedgerVerifier, CheckpointFiles, CheckpointSigner, Clock, Log],
      useFactory: (
        database: Database,
        verifier: LedgerVerifier,
        files: CheckpointFiles,
        signer: CheckpointSigner,
        clock: Clock,
        log: Log,
      ) => new VerificationWatch(database, verifier, { files, signer }, { clock, log }),
    },
    ConsentImport,
    Erasure,
  ],
  exports: [CheckpointFiles, CheckpointWriter, VerificationWatch, LedgerVerifier, ConsentImport, Erasure],
})
export class ConsentModule {}
