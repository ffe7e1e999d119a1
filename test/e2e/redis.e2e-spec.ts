import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { withDemoRules } from '../support/demo-rules.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { settled } from '../support/settled.js';
import { messageBody } from '../support/webhook-bodies.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis && process.env['CI'] !== undefined) {
  throw new Error(
    'redis-server is not installed. In CI the Redis topology has to be tested: apt-get install redis-server.',
  );
}
if (!hasRedis) {
  process.stderr.write(
    'The Redis topology is not tested: there is no redis-server here (apt-get install redis-server).\n',
  );
}

(hasRedis ? describe : describe.skip)('with the queue in Redis', () => {
  let server: ChildProcess;
  let redis: Redis;
  let web: TestHeed;
  let worker: TestHeed;

  beforeAll(async () => {
    const port = await freePort();
    server = startRedis(port);
    redis = new Redis({ port, maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    await redis.ping();
    const REDIS_URL = `redis://127.0.0.1:${port}`;
    web = await startHeed({ env: { REDIS_URL, HEED_ROLE: 'web' } });
    worker = await startHeed({ beside: web, env: { REDIS_URL, HEED_ROLE: 'worker' } });
    await withDemoRules(worker);
  });

  afterAll(async () => {
    await worker.close();
    await web.close();
    redis.disconnect();
    server.kill();
    await once(server, 'exit');
  });

  async function ask(from: string): Promise<void> {
    const body = messageBody('connectly', { from, text: 'what are your hours?' });
    expect((await web.webhook('connectly', body)).status).toBe(200);
  }

  function repliesTo(customers: readonly string[]): number[] {
    const ledger = web.sandbox.ledger('connectly');
    return customers.map((from) => ledger.filter(({ to }) => to.endsWith(from.slice(1))).length);
  }

  it('a web process stores, a worker process answers, and PostgreSQL holds no job', async () => {
    await ask('+15552000001');
    await settled(web.database);
    expect(repliesTo(['+15552000001'])).toEqual([1]);
    expect(await redis.keys('bull:*')).not.toEqual([]);
    const { rows } = await web.database.query('select count(*)::int as jobs from bullmq.job');
    expect(rows).toEqual([{ jobs: 0 }]);
    expect((await fetch(`${web.url}/health/ready`)).status).toBe(200);
  });

  it('nothing is lost when Redis forgets everything while work is waiting in it', async () => {
    const customers = Array.from({ length: 60 }, (_, index) => `+155520001${String(index).padStart(2, '0')}`);
    await Promise.all(customers.map(ask));
    await redis.flushall();
    // As if half a minute had passed, after which the sweep looks for what was lost.
    await web.database.query(`update inbox_entry set dispatched_at = dispatched_at - interval '1 minute'`);
    await web.database.query(`update domain_event set dispatched_at = dispatched_at - interval '1 minute'`);
    await web.database.query(`update message set woken_at = woken_at - interval '1 minute'`);
    await settled(web.database);
    expect(repliesTo(customers)).toEqual(customers.map(() => 1));
  });

  it('webhooks are accepted while Redis is gone, and handled when it is back', async () => {
    const { port } = redis.options;
    server.kill('SIGKILL');
    await once(server, 'exit');
    await ask('+15552000002');
    await eventually(async () => {
      expect((await fetch(`${web.url}/health/ready`)).status).toBe(503);
    }, 5_000);
    server = startRedis(port ?? 0);
    await settled(web.database);
    expect(repliesTo(['+15552000002'])).toEqual([1]);
    await eventually(async () => {
      expect((await fetch(`${web.url}/health/ready`)).status).toBe(200);
    });
  });
});

function startRedis(port: number): ChildProcess {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return spawn('redis-server', options, { stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
