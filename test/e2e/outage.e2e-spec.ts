import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { withDemoRules } from '../support/demo-rules.js';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { settled } from '../support/settled.js';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { messageBody } from '../support/webhook-bodies.js';

let proxy: TcpProxy;
let heed: TestHeed;
let customers = 0;

beforeAll(async () => {
  proxy = await startTcpProxy(process.env['HEED_TEST_DATABASE_URL'] ?? '');
  heed = await startHeed({ through: (url) => proxy.through(url) });
  await withDemoRules(heed);
});

afterEach(() => {
  proxy.pass();
});

afterAll(async () => {
  await heed.close();
  await proxy.close();
});

type Asked = { readonly from: string; readonly status: number; readonly retryAfter: string | null };

async function ask(): Promise<Asked> {
  customers += 1;
  const from = `+2207300${String(customers).padStart(3, '0')}`;
  const { status, retryAfter } = await heed.webhook(
    'integify',
    messageBody('integify', { from, text: 'what are your hours?' }),
  );
  return { from, status, retryAfter };
}

async function get(path: string): Promise<number> {
  const answer = await fetch(`${heed.url}${path}`);
  await answer.text();
  return answer.status;
}

/** Fewer than this many milliseconds pass until `check` holds; readiness has five seconds for it. */
const TRUTH_WITHIN_MS = 5_000;

async function expectReadiness(status: 200 | 503, withinMs = TRUTH_WITHIN_MS): Promise<void> {
  await eventually(async () => {
    expect(await get('/health/ready')).toBe(status);
  }, withinMs);
}

/** Whoever was told 200 is answered, once; whoever was told 503 has left nothing behind. */
async function expectNothingLost(asked: readonly Asked[]): Promise<void> {
  await settled(heed.database);
  for (const { from, status } of asked) {
    const replies = heed.sandbox.ledger('integify').filter(({ to }) => to.endsWith(from.slice(1)));
    expect({ from, status, replies: replies.length }).toEqual({
      from,
      status,
      replies: status === 200 ? 1 : 0,
    });
    const { rows } = await heed.database.query(
      'select 1 from message where their_address = $1 and direction = $2',
      [from, 'inbound'],
    );
    expect(rows).toHaveLength(status === 200 ? 1 : 0);
  }
}

describe('a database that is down', () => {
  it('B19: makes Heed send webhooks back with a time to return, and say that it is not ready', async () => {
    const before = await ask();
    proxy.refuse();
    const during = await Promise.all([ask(), ask(), ask()]);
    expect(during).toEqual(during.map(({ from }) => ({ from, status: 503, retryAfter: '5' })));
    await expectReadiness(503);
    expect(await get('/health/live')).toBe(200);
    expect(await get('/metrics')).toBe(200);

    proxy.pass();
    const after = await eventually(async () => {
      const asked = await ask();
      expect(asked.status).toBe(200);
      return asked;
    });
    await expectReadiness(200);
    await expectNothingLost([before, ...during, after]);
  });
});

describe('a database that has frozen', () => {
  it('B19: makes Heed send webhooks back instead of holding them, and go on when it thaws', async () => {
    proxy.freeze();
    const during = await Promise.race([
      Promise.all(Array.from({ length: 20 }, ask)),
      new Promise<'hangs'>((resolve) => setTimeout(resolve, 12_000, 'hangs').unref()),
    ]);
    expect(during).not.toBe('hangs');
    if (during === 'hangs') return;
    expect(during.map(({ status }) => status)).toEqual(during.map(() => 503));
    await expectReadiness(503);
    expect(await get('/health/live')).toBe(200);

    proxy.pass();
    const after = await eventually(async () => {
      const asked = await ask();
      expect(asked.status).toBe(200);
      return asked;
    });
    await expectReadiness(200);
    await settled(heed.database);
    expect(heed.sandbox.ledger('integify').filter(({ to }) => to.endsWith(after.from.slice(1)))).toHaveLength(
      1,
    );
  });
});
