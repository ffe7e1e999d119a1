import { expect } from '@jest/globals';
import type { TestDatabase } from './database.js';
import { eventually } from './eventually.js';

/** Waits until everything that was stored has been handled and everything queued has been settled. */
export async function settled(database: TestDatabase, withinMs = 45_000): Promise<void> {
  await eventually(async () => {
    const { rows } = await database.query(
      `select (select count(*)::int from inbox_entry where state in ('received', 'dispatched')) as entries,
              (select count(*)::int from domain_event where state in ('pending', 'dispatched')) as events,
              (select count(*)::int from message where status in ('queued', 'sending')) as messages`,
    );
    expect(rows[0]).toEqual({ entries: 0, events: 0, messages: 0 });
  }, withinMs);
}
