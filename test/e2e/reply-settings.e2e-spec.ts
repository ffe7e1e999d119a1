import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { fillBuckets } from '../support/outbound.js';
import { forgetRules } from '../support/replies.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
  await forgetRules(heed);
});

describe('the settings of automatic replies', () => {
  it('are not overwritten by somebody who read an older version', async () => {
    const read = await heed.api<{ version: number }>('GET', '/reply-settings');
    expect(read.body).toMatchObject({ version: 0, replyBudget: { perHour: 10, perDay: 30 }, actor: null });
    const change = { version: 0, replyBudget: { perHour: 5 } };
    expect(await heed.api('PUT', '/reply-settings', change)).toMatchObject({
      status: 200,
      body: { version: 1, replyBudget: { perHour: 5, perDay: 30 }, actor: expect.any(String) },
    });
    expect((await heed.api('PUT', '/reply-settings', change)).status).toBe(409);
    const wrong = await heed.api('PUT', '/reply-settings', { version: 1, replyBudget: { perHour: 0 } });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/replyBudget/perHour' }] } });
  });

  it('leave on the audit trail how they were, how they are and why', async () => {
    const { body: read } = await heed.api<{ version: number }>('GET', '/reply-settings');
    const change = { ...read, replyBudget: { perHour: 6, perDay: 60 }, reason: 'A busy week' };
    expect((await heed.api('PUT', '/reply-settings', change)).status).toBe(200);
    const { body } = await heed.api('GET', '/audit?action=reply-settings.update&limit=1');
    expect(body).toMatchObject({
      items: [
        {
          reason: 'A busy week',
          before: { version: read.version, humanPause: { length: 'PT12H' } },
          after: { version: read.version + 1, replyBudget: { perHour: 6, perDay: 60 } },
        },
      ],
    });
    const tooLong = await heed.api('PUT', '/reply-settings', { ...change, reason: 'x'.repeat(501) });
    expect(tooLong).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/reason' })]) },
    });
  });
});
