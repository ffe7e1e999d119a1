import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DETECTOR_VERSION } from '../../src/rules/compliance/classification.js';
import type { Clock } from '../../src/platform/clock/clock.js';
import { readCliEnvironment } from '../../src/cli/cli-environment.js';
import type { CliIo } from '../../src/cli/cli-io.js';
import { run } from '../../src/cli/run.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { mailFrom, newMailbox } from '../support/mail.js';
import { newCustomer, says, settled } from '../support/outbound.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

type Reading = {
  messageId: string;
  at: string;
  channel: string;
  subject: string | null;
  text: string;
  class: string;
  ruleId: string;
  detectorVersion: string;
};
type Readings = { items: Reading[]; nextCursor: string | null };

/** Runs a command against the running Heed. */
async function cli(...argv: readonly string[]) {
  const out: string[] = [];
  const io: CliIo = {
    out: (text) => out.push(text),
    err: (text) => out.push(text),
    isColourful: false,
    environment: readCliEnvironment({ HEED_URL: heed.url, HEED_API_TOKEN: API_TOKEN }),
    clock: { now: () => new Date() } satisfies Clock,
    nodeVersion: '20.20.2',
    signal: new AbortController().signal,
    pause: async () => undefined,
  };
  return { exitCode: await run(argv, io), text: out.join('\n') };
}

describe('the readings', () => {
  beforeAll(async () => {
    for (const text of ['STOP', 'hello', 'help', 'no thanks', 'START'])
      await says(heed, 'integify', 'sms', newCustomer('integify'), text);
    await mailFrom(heed, newMailbox(), { subject: 'Unsubscribe', text: 'Thanks, Ada' });
    await mailFrom(heed, newMailbox(), { text: 'STOP', headers: { 'Auto-Submitted': 'auto-replied' } });
    await settled(heed);
  });

  it('are those of the decisions, of customers’ words only', async () => {
    const { status, body } = await heed.api<Readings>('GET', '/consent/readings');
    expect(status).toBe(200);
    const read = Object.fromEntries(body.items.map((reading) => [reading.text, reading.class]));
    expect(read).toEqual({
      STOP: 'opt_out',
      hello: 'none',
      help: 'help',
      'no thanks': 'hold',
      START: 'opt_in',
      'Thanks, Ada': 'opt_out',
    });
    expect(body.items.find(({ channel }) => channel === 'email')).toMatchObject({ subject: 'Unsubscribe' });
    expect(new Set(body.items.map(({ detectorVersion }) => detectorVersion))).toEqual(
      new Set([DETECTOR_VERSION]),
    );
  });

  it('come in pages, the newest first, each once', async () => {
    const texts: string[] = [];
    const times: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await heed.api<Readings>('GET', `/consent/readings?limit=4${after}`);
      texts.push(...body.items.map(({ text }) => text));
      times.push(...body.items.map(({ at }) => at));
      cursor = body.nextCursor;
    }
    expect(texts).toHaveLength(6);
    expect(new Set(texts).size).toBe(6);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('are read the same by the same build', async () => {
    const { exitCode, text } = await cli('consent', 'rehearse');
    expect(text).toContain(`6 messages, read by ${DETECTOR_VERSION}, read again by ${DETECTOR_VERSION}.`);
    expect(exitCode).toBe(0);
  });

  it('B20: show what another build would have read, and end with 1 when an opt-out is at stake', async () => {
    // As if the running server had an older detector, to which the word was unknown.
    await heed.database.query(
      `update decision set stages = replace(stages::text, '"opt_out"', '"none"')::jsonb
        where message_id = (select id from message where text = 'STOP' and channel = 'sms')`,
    );
    const { exitCode, text } = await cli('consent', 'rehearse', '--since', '1d');
    expect(text).toMatch(/! none → opt_out {2}STOP {2}\(.*keyword\.en\)/);
    expect(exitCode).toBe(1);
    const json = await cli('--json', 'consent', 'rehearse', '--limit', '200');
    expect(JSON.parse(json.text)).toMatchObject({
      compared: 6,
      differences: [{ was: 'none', isGrave: true }],
    });
  });

  it('need the token', async () => {
    expect((await fetch(`${heed.url}/api/v1/consent/readings`)).status).toBe(401);
    expect((await fetch(`${heed.url}/api/v1/consent/policy`)).status).toBe(401);
  });
});

describe('the policy', () => {
  it('is Markdown about this very installation, by the API and by the command', async () => {
    const answer = await fetch(`${heed.url}/api/v1/consent/policy`, {
      headers: { authorization: `Bearer ${API_TOKEN}` },
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/markdown/);
    const page = await answer.text();
    expect(page).toContain('# Opt-out policy of Acme');
    expect(page).toContain('| Connectly | default | whatsapp');
    const { exitCode, text } = await cli('consent', 'policy');
    expect([exitCode, text]).toEqual([0, page.trimEnd()]);
  });
});

describe('the entries of the ledger', () => {
  const customer = newCustomer('integify');

  beforeAll(async () => {
    for (const text of ['STOP', 'STOP', 'START']) await says(heed, 'integify', 'sms', customer, text);
    await settled(heed);
  });

  it.each([
    ['limit=200', ['grant', 'revoke', 'revoke']],
    ['limit=200&action=revoke', ['revoke', 'revoke']],
    ['limit=200&action=revoke&changed=true', ['revoke']],
    ['limit=200&action=hold', []],
    ['since=2026-01-01T00:00:00Z&action=grant', ['grant']],
    ['since=2090-01-01T00:00:00Z', []],
  ])(
    'are listed by what was done, whether it changed anything, and since when: %s',
    async (query, actions) => {
      const { body } = await heed.api<{ items: { address: string | null; action: string }[] }>(
        'GET',
        `/consent/entries?${query}`,
      );
      const own = body.items.filter(({ address }) => address === customer);
      expect(own.map(({ action }) => action)).toEqual(actions);
    },
  );
});
