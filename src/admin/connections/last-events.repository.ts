import { Injectable } from '@nestjs/common';
import { PROVIDER_NAMES } from '../../messaging/provider.js';
import { Database } from '../../platform/database/database.js';

/** The newest events of each provider that are looked through. */
const LOOKED_AT = 5_000;

/** When each connection last received something. */
@Injectable()
export class LastEvents {
  constructor(private readonly database: Database) {}

  /** By connection id. A connection with nothing among its provider's newest events is missing. */
  async all(): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.$queryRaw<{ connection_id: string; last_event_at: Date }[]>`
      select recent.connection_id::text, max(recent.received_at) as last_event_at
        from unnest(${[...PROVIDER_NAMES]}::text[]) as known(provider)
       cross join lateral (
             select connection_id, received_at from inbox_entry
              where inbox_entry.provider = known.provider
              order by received_at desc, id desc
              limit ${LOOKED_AT}) as recent
       group by recent.connection_id`;
    return new Map(rows.map((row) => [row.connection_id, row.last_event_at]));
  }
}
