import { expect, it } from '@jest/globals';
import { withDemoRules } from '../support/demo-rules.js';
import { eventually } from '../support/eventually.js';
import { startHeed } from '../support/heed-app.js';
import { settled } from '../support/settled.js';
import { startTcpProxy } from '../support/tcp-proxy.js';
import { messageBody } from '../support/webhook-bodies.js';

/** An event may wait 120 s after a fault. A connection is given up after 16 s, and one event may meet several of them. */
const RECOVERED_WITHIN_MS = 110_000;

it(
  'connections to the database that are cut off silently are replaced, and nothing is lost',
  async () => {
    const proxy = await startTcpProxy(process.env['HEED_TEST_DATABASE_URL'] ?? '');
    const heed = await startHeed({ through: (url) => proxy.through(url) });
    try {
      await withDemoRules(heed);
      const body = messageBody('integify', { from: '+2207654321', text: 'what are your hours?' });
      proxy.forget();
      await eventually(async () => {
        expect((await heed.webhook('integify', body)).status).toBe(200);
      });
      await settled(heed.database, RECOVERED_WITHIN_MS);
      expect(heed.sandbox.ledger('integify')).toHaveLength(1);
    } finally {
      // Nobody would ever tell a forgotten connection that it has been closed.
      proxy.refuse();
      proxy.pass();
      await heed.close();
      await proxy.close();
    }
  },
  RECOVERED_WITHIN_MS + 30_000,
);
