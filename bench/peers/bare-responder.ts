import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { request } from 'undici';

/**
 * The peer that replies are measured against: no framework, one process. A webhook is verified and committed before it is answered;
 * a message is then answered in its own turn: the reply is committed, sent, and what became of it is committed. A status is committed
 * with what it changes. It does nothing else: no consent, no guards, no order, no rate, no explanation, no recovery.
 */
const { PORT = '0', DATABASE_URL = '', WEBHOOK_SECRET = '', SEND_URL = '', API_KEY = '' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 24 });

await pool.query(`
  create schema if not exists bare;
  create table bare.webhook (key text primary key, id uuid not null, body bytea not null, received_at timestamptz not null default now());
  create table bare.reply (id uuid primary key, webhook_id uuid not null, recipient text not null, text text not null, status text not null,
                           provider_id text);
  create index on bare.reply (provider_id)`);

type Webhook = {
  readonly id?: string;
  readonly sender?: { readonly id: string };
  readonly statusUpdate?: { readonly status?: string };
  readonly callbackData?: { readonly heedMessageId?: string };
  readonly message?: { readonly text?: string };
};

const server = createServer((incoming, response) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const body = Buffer.concat(chunks);
    const given = Buffer.from(String(incoming.headers['x-connectly-hmac-sha256'] ?? ''), 'base64');
    const expected = createHmac('sha256', WEBHOOK_SECRET).update(body).digest();
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    const id = randomUUID();
    answer(id, body, response).catch(console.error);
  });
});

async function answer(id: string, body: Buffer, response: ServerResponse): Promise<void> {
  const isNew = await store(id, body).catch(() => undefined);
  response.writeHead(isNew === undefined ? 503 : 200, { 'content-type': 'application/json' });
  response.end(isNew === undefined ? '' : '{"ok":true}');
  if (isNew === true) await react(id, JSON.parse(body.toString('utf8')));
}

async function store(id: string, body: Buffer): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'store',
    text: 'insert into bare.webhook (key, id, body) values ($1, $2, $3) on conflict do nothing',
    values: [createHash('sha256').update(body).digest('hex'), id, body],
  });
  return rowCount === 1;
}

async function react(webhookId: string, webhook: Webhook): Promise<void> {
  if (webhook.statusUpdate !== undefined) {
    await pool.query({
      name: 'status',
      text: 'update bare.reply set status = $2 where id = $1',
      values: [webhook.callbackData?.heedMessageId ?? '', webhook.statusUpdate.status ?? ''],
    });
    return;
  }
  if (webhook.sender === undefined) return;
  await reply(webhookId, webhook.sender.id);
}

async function reply(webhookId: string, recipient: string): Promise<void> {
  const id = randomUUID();
  const text = 'We are open 9-17.';
  await pool.query({
    name: 'queue',
    text: `insert into bare.reply (id, webhook_id, recipient, text, status) values ($1, $2, $3, $4, 'sending')`,
    values: [id, webhookId, recipient, text],
  });
  const answer = await request(SEND_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
    body: JSON.stringify({
      recipient: { id: recipient, channelType: 'whatsapp' },
      message: { text },
      callbackData: { heedMessageId: id },
    }),
  });
  const json = (await answer.body.json()) as { readonly id?: string };
  await pool.query({
    name: 'sent',
    text: 'update bare.reply set status = $2, provider_id = $3 where id = $1',
    values: [id, answer.statusCode < 300 ? 'sent' : 'failed', json.id ?? null],
  });
}

server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
