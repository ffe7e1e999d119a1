import pg from 'pg';

const PAGE_SIZE = 250;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Reads the snapshot of every decision in their order and parses it: the least that any replay has to do. It decides nothing. */
export async function bareReplay(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let count = 0;
    for (let [at, id] = [new Date(0), NIL]; ;) {
      const { rows } = await client.query<{ id: string; decided_at: Date; snapshot: string }>(
        `select id, decided_at, snapshot::text from decision where (decided_at, id) > ($1, $2)
          order by decided_at, id limit $3`,
        [at, id, PAGE_SIZE],
      );
      for (const { snapshot } of rows) JSON.parse(snapshot);
      count += rows.length;
      const last = rows.at(-1);
      if (last === undefined) return count;
      [at, id] = [last.decided_at, last.id];
    }
  } finally {
    await client.end();
  }
}
