import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The peer that ingest is measured against: no framework, the same HMAC over the same raw bytes, the same rows in the same tables, one
 * statement for each request over a pool. It does nothing else: no limits, no duplicates told apart, no opt-outs, no wake-up.
 */
const { PORT = '0', DATABASE_URL = '', WEBHOOK_SECRET = '' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 32 });
const connectionId = randomUUID();

const INSERT = {
  name: 'insert',
  text: `with new_key as (
           insert into inbox_key (connection_id, key, inbox_id, body_hash) values ($1, $2, $3, $4)
           on conflict do nothing returning inbox_id)
         insert into inbox_entry (id, connection_id, provider, event_type, lane, raw_body, headers, is_stale, state, received_at)
         select inbox_id, $1, 'integify', $5, $6, $7, '{}', false, 'processed', now() from new_key`,
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const given = Buffer.from(String(request.headers['x-integify-signature'] ?? '').slice(7), 'hex');
    const expected = createHmac('sha256', WEBHOOK_SECRET).update(body).digest();
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    const event = JSON.parse(body.toString('utf8')) as { id: string; type: string; data: { from: string } };
    const hash = createHash('sha256').update(body).digest();
    pool
      .query({
        ...INSERT,
        values: [connectionId, event.id, randomUUID(), hash, event.type, event.data.from, body],
      })
      .then(
        () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
        () => response.writeHead(503).end(),
      );
  });
});
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
