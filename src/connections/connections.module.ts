import { Module } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/logging/log.js';
import { SealedBox } from '../platform/security/sealed-box.js';
import { ConnectionRegistry } from './connection-registry.js';
import { ConnectionRepository } from './connection.repository.js';

@Module({
  providers: [
    {
      provide: ConnectionRepository,
      inject: [Database],
      useFactory: (database: Database) => new ConnectionRepository(database),
    },
    {
      provide: ConnectionRegistry,
      inject: [ConnectionRepository, SealedBox, Log],
      useFactory: (connections: ConnectionRepository, box: SealedBox, log: Log) =>
        new ConnectionRegistry(connections, box, log),
    },
  ],
  exports: [ConnectionRepository, ConnectionRegistry],
})
export class ConnectionsModule {}
