import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PROVIDER_NAMES } from '../messaging/provider.js';
import { openLocalState } from '../platform/config/local-state.js';
import { providerNamed } from '../providers/registry.js';
import { EVENT_CATALOGUE } from '../sandbox/payloads/event-catalogue.js';
import { readCliEnvironment } from './cli-environment.js';
import type { CliIo, ExitCode } from './cli-io.js';
import { run } from './run.js';

const TOKEN = 'token-0123456789-0123456789-0123456789';
const SECRET = 'whsec_0123456789abcdef';
const NOW = new Date('2026-04-10T12:00:00Z');

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

type Answer = {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
};

/** A server that answers what a test tells it to; anything else is 404. */
class FakeHeed {
  readonly asked: Asked[] = [];
  readonly answers = new Map<string, (asked: Asked) => Answer>();
  url = '';
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const bound = this.#server.address();
    if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
    this.url = `http://127.0.0.1:${bound.port}`;
  }

  on(route: string, answer: Answer | ((asked: Asked) => Answer)): void {
    this.answers.set(route, typeof answer === 'function' ? answer : () => answer);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const { method = '', url = '', headers } = request;
    const asked = { method, path: url, headers, body: Buffer.concat(pieces) };
    this.asked.push(asked);
    const [path = ''] = url.split('?');
    const answer = this.answers.get(`${method} ${path}`)?.(asked) ?? { status: 404 };
    response.setHeader('date', NOW.toUTCString());
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.json === 'string' ? answer.json : JSON.stringify(answer.json ?? {}));
  }
}

type Terminal = { readonly out: string[]; readonly err: string[]; readonly stop: AbortController };

let heed: FakeHeed;
let dataDir: string;
let variables: Record<string, string>;
let terminal: Terminal;

beforeEach(async () => {
  heed = new FakeHeed();
  await heed.start();
  dataDir = await mkdtemp(join(tmpdir(), 'heed-cli-'));
  variables = {
    HEED_URL: heed.url,
    HEED_API_TOKEN: TOKEN,
    HEED_DATA_DIR: dataDir,
    ...Object.fromEntries(PROVIDER_NAMES.map((name) => [`${name.toUpperCase()}_WEBHOOK_SECRET`, SECRET])),
  };
  terminal = { out: [], err: [], stop: new AbortController() };
});

afterEach(async () => {
  heed.stop();
  await rm(dataDir, { recursive: true });
});

async function cli(...argv: readonly string[]): Promise<ExitCode> {
  const io: CliIo = {
    out: (text) => terminal.out.push(text),
    err: (text) => terminal.err.push(text),
    isColourful: false,
    environment: readCliEnvironment(variables),
    clock: { now: () => NOW },
    nodeVersion: '20.20.2',
    signal: terminal.stop.signal,
    pause: async () => undefined,
  };
  return run(argv, io);
}

function out(): string {
  return terminal.out.join('\n');
}

describe('the command line', () => {
  it('explains itself', async () => {
    expect(await cli('--help')).toBe(0);
    expect(out()).toContain('trigger');
  });

  it.each([['nonsense'], ['trigger'], ['simulate', 'hi', '--channel', 'pigeon'], ['tail', '--nonsense']])(
    'ends with 2 for %s',
    async (...argv) => {
      expect(await cli(...argv)).toBe(2);
      expect(terminal.err.join('\n')).toContain('error:');
    },
  );

  it('says what to do when nobody answers', async () => {
    heed.stop();
    expect(await cli('explain', 'm1')).toBe(1);
    expect(terminal.err.join('\n')).toContain('npm start');
  });

  it('says what to do when there is no token', async () => {
    delete variables.HEED_API_TOKEN;
    expect(await cli('explain', 'm1')).toBe(1);
    expect(terminal.err.join('\n')).toContain('HEED_API_TOKEN');
  });

  it('finds a local Heed and its token by itself', async () => {
    const { apiToken } = await openLocalState(dataDir);
    delete variables.HEED_API_TOKEN;
    heed.on('GET /api/v1/messages/m1/explain', { json: { sentence: 'Replied.' } });
    expect(await cli('explain', 'm1')).toBe(0);
    expect(heed.asked[0]?.headers.authorization).toBe(`Bearer ${apiToken}`);
  });

  it('prints what the problem is, and each error in it', async () => {
    heed.on('POST /api/v1/simulate', {
      status: 400,
      json: {
        title: 'Bad',
        detail: 'The event is wrong.',
        errors: [{ pointer: '/from', detail: 'no address' }],
      },
    });
    expect(await cli('simulate', 'hi')).toBe(1);
    expect(terminal.err.join('\n')).toContain('The event is wrong.\n- /from: no address');
  });

  it('writes errors as JSON when asked to', async () => {
    expect(await cli('explain', 'm1', '--json')).toBe(1);
    expect(JSON.parse(terminal.err.join(''))).toMatchObject({ error: 'Heed answered 404.' });
  });
});

describe('trigger', () => {
  const EVENTS = PROVIDER_NAMES.flatMap((provider) =>
    [...EVENT_CATALOGUE[provider].keys()].map((event) => [provider, event] as const),
  );

  it.each(EVENTS)('posts %s %s with a right signature', async (provider, event) => {
    heed.on(`POST /webhooks/${provider}`, { headers: { 'x-heed-event-id': 'e1' } });
    expect(await cli('trigger', provider, event)).toBe(0);
    const [post] = heed.asked;
    const verdict = providerNamed(provider)?.verify(
      post?.body ?? Buffer.of(),
      post?.headers ?? {},
      [SECRET],
      NOW,
    );
    expect(verdict).toBe('valid');
    expect(out()).toContain('200  event e1');
  });

  it('carries what was asked for, and names the next command', async () => {
    heed.on('POST /webhooks/integify/shop', { headers: { 'x-heed-event-id': 'e1' } });
    heed.on('GET /api/v1/events/e1', { json: { id: 'e1', messageId: 'm7' } });
    const argv = ['integify', 'message', '--from', '+2209999999', '--text', 'STOP', '--connection', 'shop'];
    expect(await cli('trigger', ...argv)).toBe(0);
    expect(JSON.parse(String(heed.asked[0]?.body))).toMatchObject({
      type: 'sms.received',
      data: { from: '+2209999999', body: 'STOP' },
    });
    expect(out()).toContain('npx heed explain m7');
  });

  it('takes --to of a status for the customer', async () => {
    heed.on('POST /webhooks/connectly', {});
    await cli('trigger', 'connectly', 'delivery_status', '--to', '+2207654321', '--status', 'read');
    expect(JSON.parse(String(heed.asked[0]?.body))).toMatchObject({
      recipient: { id: '+2207654321' },
      statusUpdate: { status: 'read' },
    });
  });

  it.each(['text.incoming.sms', 'v1'])('with --count posts different %s events', async (event) => {
    heed.on('POST /webhooks/contiguity', {});
    await cli('trigger', 'contiguity', event, '--count', '3', '--json');
    const keys = heed.asked.map(({ body }) => {
      const parsed = providerNamed('contiguity')?.parse(body, {});
      return parsed?.readable === true ? parsed.idempotencyKey : 'unreadable';
    });
    expect(new Set(keys).size).toBe(3);
  });

  it('with --duplicate posts the same bytes again', async () => {
    heed.on('POST /webhooks/contiguity', {});
    await cli('trigger', 'contiguity', 'email.incoming', '--duplicate', '2', '--json');
    expect(heed.asked).toHaveLength(3);
    expect(new Set(heed.asked.map(({ body }) => String(body))).size).toBe(1);
  });

  it('with --bad-signature is content when it is refused, and only then', async () => {
    heed.on('POST /webhooks/integify', (asked) => {
      const verdict = providerNamed('integify')?.verify(asked.body, asked.headers, [SECRET], NOW);
      return { status: verdict === 'valid' ? 200 : 401 };
    });
    expect(await cli('trigger', 'integify', 'sms.received', '--bad-signature')).toBe(0);
    heed.on('POST /webhooks/integify', { status: 200 });
    expect(await cli('trigger', 'integify', 'sms.received', '--bad-signature')).toBe(1);
  });

  it('lists the events of the provider when there is none of this name', async () => {
    expect(await cli('trigger', 'integify', 'sms.exploded')).toBe(2);
    expect(terminal.err.join('\n')).toContain('  sms.received\n  sms.delivered\n  sms.failed');
  });

  it('explains a refusal, and shows no secret', async () => {
    heed.on('POST /webhooks/integify', { status: 401 });
    expect(await cli('trigger', 'integify', 'sms.received')).toBe(1);
    expect(out()).toContain('npx heed doctor');
    expect(out() + terminal.err.join('')).not.toContain(SECRET);
  });
});

describe('explain', () => {
  const DECISION = {
    verdict: 'cooldown',
    sentence: 'No reply: rule Hours matched, but its cooldown ends 21:04.',
    replies: [],
    stages: [
      { label: 'compliance', outcome: 'passed', detail: 'No opt-out word.' },
      {
        label: 'rule "Hours"',
        outcome: 'matched',
        children: [
          { label: 'message.text word', outcome: 'matched', actual: 'hours', expected: ['hours'] },
          { label: 'cooldown', outcome: 'stopped' },
          { label: 'action', outcome: 'skipped' },
          { label: 'message.text matches', outcome: 'skipped', expected: 'open' },
          { label: 'message.subject exists', outcome: 'not_matched', expected: true },
        ],
      },
    ],
    timeline: [{ at: '2026-04-10T12:00:00Z', what: 'received', detail: 'from Integify' }],
  };

  it('prints the sentence, the tree and the timeline', async () => {
    heed.on('GET /api/v1/messages/m1/explain', { json: DECISION });
    expect(await cli('explain', 'm1')).toBe(0);
    expect(out().split('\n')).toEqual([
      'No reply: rule Hours matched, but its cooldown ends 21:04. (cooldown)',
      '',
      'Decision',
      '  ✓ compliance – No opt-out word.',
      '  ✓ rule "Hours"',
      '    ✓ message.text word – found "hours", wanted ["hours"]',
      '    ✗ cooldown',
      '    – action',
      '    – message.text matches – not looked at, wanted "open"',
      '    ✗ message.subject exists – found nothing, wanted true',
      '',
      'Timeline',
      '  2026-04-10T12:00:00Z  received – from Integify',
    ]);
  });

  it('gives the answer as it is with --json', async () => {
    heed.on('GET /api/v1/messages/m1/explain', { json: DECISION });
    expect(await cli('--json', 'explain', 'm1')).toBe(0);
    expect(JSON.parse(out())).toEqual(DECISION);
  });

  it('does not let a customer write to the terminal', async () => {
    heed.on('GET /api/v1/messages/m1/explain', { json: { sentence: 'Said \u001b[2J\u0007 that.' } });
    await cli('explain', 'm1');
    // oxlint-disable-next-line no-control-regex -- it is what must not be there
    expect(out()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('simulate', () => {
  it('asks for a decision and prints the reply with its cost', async () => {
    heed.on('POST /api/v1/simulate', {
      json: {
        verdict: 'replied',
        sentence: 'Replied by rule Hours.',
        replies: [{ text: 'We are open 9-17.', channel: 'sms', encoding: 'GSM-7', segments: 1 }],
        stages: [],
        note: 'Conditions look at the first 2,000 characters of a text only; this one has 2,450.',
      },
    });
    expect(await cli('simulate', 'hours?', '--at', '2026-04-10T12:00:00+01:00')).toBe(0);
    expect(JSON.parse(String(heed.asked[0]?.body))).toMatchObject({
      channel: 'sms',
      text: 'hours?',
      at: '2026-04-10T11:00:00.000Z',
    });
    expect(out()).toContain('→ We are open 9-17. (sms, GSM-7, 1 segment(s))');
    expect(out()).toContain('first 2,000 characters of a text only; this one has 2,450.');
  });

  it('says how words of consent were understood, and how surely', async () => {
    const actual = {
      class: 'opt_out',
      confidence: 'likely',
      scope: 'all',
      ruleId: 'phrase.quit',
      normalised: 'x',
    };
    const stages = [{ label: 'compliance', outcome: 'stopped', detail: 'They asked to stop.', actual }];
    heed.on('POST /api/v1/simulate', {
      json: { verdict: 'opt_out_recorded', sentence: 'Out.', replies: [], stages },
    });
    expect(await cli('simulate', 'please quit')).toBe(0);
    expect(out()).toContain('compliance – They asked to stop. (opt_out, likely, all, phrase.quit)');
  });
});

describe('tail', () => {
  const MESSAGE = {
    id: 'm1',
    direction: 'inbound',
    channel: 'sms',
    theirAddress: '+2207654321',
    status: 'received',
    text: 'hello',
    occurredAt: '2026-04-10T12:00:00Z',
  };

  it('follows the server’s stream, one line for each message and status', async () => {
    let lists = 0;
    heed.on('GET /api/v1/messages', () => {
      lists += 1;
      if (lists > 1) terminal.stop.abort(); // The stream has ended.
      return { json: { items: [MESSAGE], nextCursor: null } };
    });
    const second = { message: { ...MESSAGE, id: 'm2', text: 'bye' } };
    heed.on('GET /api/v1/stream', {
      headers: { 'content-type': 'text/event-stream' },
      json: `: hello\n\nevent: message\ndata: ${JSON.stringify(second)}\n\ndata: ${JSON.stringify(MESSAGE)}\n\n`,
    });
    expect(await cli('tail')).toBe(0);
    expect(terminal.out).toEqual([
      '12:00:00  ←  sms       +220•••••21       received          hello  m1',
      '12:00:00  ←  sms       +220•••••21       received          bye  m2',
    ]);
  });

  it('shows a message again when its reply turned out to be withheld', async () => {
    let calls = 0;
    heed.on('GET /api/v1/messages', () => {
      calls += 1;
      if (calls === 4) terminal.stop.abort();
      const withheld = calls > 2 ? 'the reply was withheld: The contact has opted out.' : null;
      return { json: { items: [{ ...MESSAGE, verdict: 'replied', withheld }], nextCursor: null } };
    });
    expect(await cli('tail')).toBe(0);
    expect(terminal.out).toEqual([
      '12:00:00  ←  sms       +220•••••21       replied           hello  m1',
      '12:00:00  ←  sms       +220•••••21       withheld          hello  m1',
    ]);
  });

  it('asks again and again where there is no stream, and shows nothing twice', async () => {
    let calls = 0;
    heed.on('GET /api/v1/messages', () => {
      calls += 1;
      if (calls === 4) terminal.stop.abort();
      const reply = { ...MESSAGE, id: 'm2', direction: 'outbound', status: calls > 2 ? 'sent' : 'queued' };
      return { json: { items: calls > 1 ? [reply, MESSAGE] : [MESSAGE], nextCursor: null } };
    });
    expect(await cli('tail', '--json')).toBe(0);
    const shown = terminal.out.map((line) => JSON.parse(line) as unknown);
    expect(shown).toMatchObject([{ id: 'm1' }, { id: 'm2', status: 'queued' }, { id: 'm2', status: 'sent' }]);
  });
});

describe('doctor', () => {
  function inOrder(): void {
    heed.on('GET /health/live', {});
    heed.on('GET /health/ready', { json: { checks: { database: { ok: true }, queue: { ok: true } } } });
    heed.on('GET /api/v1/stats', {});
    heed.on('GET /api/v1/connections', {
      json: { items: [{ provider: 'integify', name: 'default', hasApiKey: true, hasWebhookSecret: true }] },
    });
  }

  it('finds nothing where all is in order', async () => {
    inOrder();
    expect(await cli('doctor')).toBe(0);
    expect(out()).not.toMatch(/^(warn|fail)/m);
  });

  it.each([
    ['GET /health/ready', { status: 503, json: { checks: { database: { ok: false } } } }, 'DATABASE_URL'],
    ['GET /health/ready', { status: 503, json: { status: 'draining', checks: {} } }, 'draining'],
    ['GET /api/v1/stats', { status: 401 }, 'HEED_API_TOKEN'],
    [
      'GET /api/v1/connections',
      { json: { items: [{ provider: 'integify', name: 'default', attention: 'The key was refused.' }] } },
      'The key was refused.',
    ],
    [
      'GET /api/v1/connections',
      { json: { items: [{ provider: 'integify', name: 'default', hasWebhookSecret: false }] } },
      'no webhook secret',
    ],
  ])('ends with 1 when %s is not well, and says what to do', async (route, answer, words) => {
    inOrder();
    heed.on(route, answer);
    expect(await cli('doctor')).toBe(1);
    expect(out()).toMatch(/^fail/m);
    expect(out()).toContain(words);
  });

  it.each([
    [
      'the database',
      'GET /health/ready',
      { status: 503, json: { checks: { database: { ok: false }, queue: { ok: false } } } },
    ],
    ['the token', 'GET /api/v1/stats', { status: 401 }],
  ])(
    'makes one finding where %s is not well, and not one of each thing behind it',
    async (_what, route, answer) => {
      inOrder();
      heed.on(route, answer);
      heed.on('GET /api/v1/connections', { status: 401 });
      expect(await cli('doctor', '--json')).toBe(1);
      expect(out().match(/"fail"/g)).toHaveLength(1);
    },
  );

  it('has the server try each provider, and says which one it does not reach', async () => {
    inOrder();
    const connection = { provider: 'integify', name: 'default', hasApiKey: true, hasWebhookSecret: true };
    heed.on('GET /api/v1/connections', { json: { items: [{ id: 'c1', ...connection }] } });
    const checks = ['base URL', 'API key accepted'].map((name) => ({
      name,
      outcome: 'failed',
      detail: 'connect ECONNREFUSED',
    }));
    heed.on('POST /api/v1/connections/c1/test', { json: { ok: false, checks } });
    expect(await cli('doctor')).toBe(1);
    expect(out().match(/^fail/gm)).toHaveLength(1);
    expect(out()).toMatch(/^fail +integify\/default +base URL: connect ECONNREFUSED\n.*network/m);
  });

  it('only warns of a connection that it may not test', async () => {
    inOrder();
    const connection = { provider: 'integify', name: 'default', hasApiKey: true, hasWebhookSecret: true };
    heed.on('GET /api/v1/connections', { json: { items: [{ id: 'c1', ...connection }] } });
    heed.on('POST /api/v1/connections/c1/test', { status: 403, json: { detail: 'For administrators.' } });
    expect(await cli('doctor')).toBe(0);
    expect(out()).toMatch(/^warn +integify\/default +could not be tested: For administrators\./m);
  });

  it('tells of webhooks with a wrong signature: the secret may be another one', async () => {
    inOrder();
    heed.on('GET /metrics', {
      json: 'heed_webhook_refused_total{provider="integify",reason="signature"} 7\nheed_webhook_refused_total{provider="integify",reason="too_large"} 1\n',
    });
    expect(await cli('doctor')).toBe(0);
    expect(out()).toMatch(/^warn +integify signatures +webhooks refused since the server started: 7$/m);
    expect(out().match(/signatures/g)).toHaveLength(1);
  });

  it('notices that the clocks differ', async () => {
    inOrder();
    heed.on('GET /health/live', { headers: { date: 'Fri, 10 Apr 2026 12:10:00 GMT' } });
    expect(await cli('doctor', '--json')).toBe(1);
    expect(JSON.parse(out())).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ subject: 'clocks', level: 'fail' })]),
    });
  });

  it('says of a short webhook secret how long it is, never what it is', async () => {
    inOrder();
    variables.INTEGIFY_WEBHOOK_SECRET = 'tiny';
    expect(await cli('doctor')).toBe(1);
    expect(out()).toContain('only 4 characters');
    expect(out()).not.toContain('tiny');
  });

  it('makes one finding of a server that does not answer', async () => {
    heed.stop();
    expect(await cli('doctor', '--json')).toBe(1);
    expect(JSON.parse(out())).toMatchObject({ findings: expect.any(Array) });
    expect(out().match(/"fail"/g)).toHaveLength(1);
  });
});

describe('consent rehearse', () => {
  beforeEach(() => heed.on('GET /api/v1/consent/settings', { json: { version: 0 } }));

  const reading = (text: string, was: string, at = '2026-04-10T11:00:00.000Z') => {
    return {
      messageId: 'm1',
      at,
      channel: 'sms',
      subject: null,
      text,
      class: was,
      ruleId: 'r',
      detectorVersion: '0.9.0',
    };
  };

  it('reads every page, and ends with 0 where nothing of weight changes', async () => {
    heed.on('GET /api/v1/consent/readings', ({ path }) =>
      path.includes('cursor=next')
        ? { json: { items: [reading('no thanks', 'none')], nextCursor: null } }
        : { json: { items: [reading('STOP', 'opt_out')], nextCursor: 'next' } },
    );
    expect(await cli('consent', 'rehearse')).toBe(0);
    expect(out()).toContain('2 messages, read by 0.9.0');
    expect(out()).toContain('  none → hold  no thanks');
  });

  it('ends with 1 where an opt-out would be lost', async () => {
    heed.on('GET /api/v1/consent/readings', {
      json: { items: [reading('hello', 'opt_out')], nextCursor: null },
    });
    expect(await cli('consent', 'rehearse')).toBe(1);
    expect(out()).toContain('! opt_out → none  hello  (r → none)  m1');
  });

  it('goes no further back than it is told, and takes no more than it is told', async () => {
    const old = reading('hello', 'opt_out', '2026-04-08T11:00:00.000Z');
    heed.on('GET /api/v1/consent/readings', {
      json: { items: [reading('STOP', 'opt_out'), old], nextCursor: 'x' },
    });
    expect(await cli('consent', 'rehearse', '--since', '1d')).toBe(0);
    expect(heed.asked.filter(({ path }) => path.includes('/readings'))).toHaveLength(1);
    heed.on('GET /api/v1/consent/readings', {
      json: { items: [reading('STOP', 'opt_out')], nextCursor: 'x' },
    });
    expect(await cli('consent', 'rehearse', '--limit', '1')).toBe(0);
    expect(heed.asked.at(-1)?.path).toContain('limit=1');
    expect(out()).toContain('--limit was reached');
    expect(await cli('consent', 'rehearse', '--since', 'yesterday')).toBe(2);
  });
});

describe('the small commands', () => {
  it('write the opt-out policy as it is', async () => {
    heed.on('GET /api/v1/consent/policy', { json: '# Opt-out policy\n\n- one\n' });
    expect(await cli('consent', 'policy')).toBe(0);
    expect(out()).toBe('# Opt-out policy\n\n- one');
  });

  it('show the settings about consent', async () => {
    heed.on('GET /api/v1/consent/settings', {
      json: {
        version: 3,
        keywords: { optOut: ['genoeg zo'], optIn: [], help: [] },
        categories: [{ key: 'marketing', name: 'Marketing', keywords: ['promo', 'offers'] }],
        retention: { webhookBodyDays: 30 },
      },
    });
    expect(await cli('consent', 'settings')).toBe(0);
    const shown = terminal.out.join('\n');
    expect(shown).toMatch(/opt-out +genoeg zo/);
    expect(shown).toMatch(/marketing +Marketing +STOP promo, offers/);
    expect(shown).toMatch(/webhookBodyDays +30 days/);
  });

  it('name the categories that a contact has left', async () => {
    const categories = [
      { key: 'marketing', name: 'Marketing', state: 'opted_out', since: '2026-04-10T12:00:00.000Z' },
      { key: 'orders', name: 'Order', state: 'subscribed', since: null },
    ];
    heed.on('GET /api/v1/consent/%2B2207654321', { json: { address: '+2207654321', categories } });
    expect(await cli('consent', 'status', '+2207654321')).toBe(0);
    expect(terminal.out.join('\n')).toContain('has left Marketing messages since 2026-04-10');
    expect(terminal.out.join('\n')).not.toContain('Order');
  });

  it('read the consent of an address', async () => {
    heed.on('GET /api/v1/consent/%2B2207654321', { json: { address: '+2207654321', status: 'opted_out' } });
    expect(await cli('consent', 'status', '+2207654321')).toBe(0);
    expect(out()).toContain('status   opted_out');
  });

  it('replay an event', async () => {
    heed.on('POST /api/v1/events/e1/replay', { status: 202 });
    expect(await cli('replay', 'e1')).toBe(0);
  });

  it('list, register, update and remove Connectly’s webhooks', async () => {
    heed.on('GET /api/v1/connections', {
      json: {
        items: [
          { id: 'i1', provider: 'integify' },
          { id: 'c1', provider: 'connectly', name: 'default' },
        ],
      },
    });
    const webhook = { id: 'wh_1', topic: 'messages', address: 'https://heed.example.com/webhooks/connectly' };
    heed.on('GET /api/v1/connections/c1/webhooks', { json: { items: [webhook] } });
    heed.on('POST /api/v1/connections/c1/register-webhooks', { json: { items: [webhook] } });
    heed.on('PUT /api/v1/connections/c1/webhooks/wh_1', {});
    heed.on('DELETE /api/v1/connections/c1/webhooks/wh_1', { status: 204, json: '' });
    expect(await cli('webhooks', 'list')).toBe(0);
    expect(out()).toContain('wh_1  messages  https://heed.example.com/webhooks/connectly');
    expect(await cli('webhooks', 'register', '--connection', 'default')).toBe(0);
    expect(await cli('webhooks', 'update', 'wh_1', 'https://other.example.com')).toBe(0);
    expect(await cli('webhooks', 'remove', 'wh_1')).toBe(0);
    expect(await cli('webhooks', 'list', '--connection', 'none')).toBe(1);
    expect(terminal.err.join('\n')).toContain('There is: default.');
  });

  it('run the sandbox until it is interrupted', async () => {
    const started = cli('sandbox', '--port', '0');
    while (terminal.out.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const [url] = /http:\/\/[\d.]+:\d+/.exec(out()) ?? [];
    const ledger = await fetch(`${url}/ledger`);
    expect(await ledger.json()).toEqual({ items: [], acceptedTotal: 0 });
    terminal.stop.abort();
    expect(await started).toBe(0);
  });
});

describe('rules', () => {
  const rule = (key: string, text = 'Hello.') => ({
    key,
    name: key,
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ reply: { text } }],
    tests: [{ text: 'genoeg zo', expect: 'none' }],
  });

  async function file(name: string, json: unknown): Promise<void> {
    await writeFile(join(dataDir, name), JSON.stringify(json));
  }

  it('apply tells in which file the server found what is wrong', async () => {
    await file('1.yaml', { rules: [rule('one')] });
    await file('2.yaml', { rules: [rule('two')] });
    heed.on('POST /api/v1/rules/plan', { json: { version: '1-a', problems: [], drift: [] } });
    heed.on('POST /api/v1/rules/apply', {
      status: 409,
      json: {
        detail: 'Some rules have to be tried.',
        errors: [{ pointer: '/bundle/rules/1', detail: 'Try it.' }],
      },
    });
    expect(await cli('rules', 'apply', dataDir, '--yes')).toBe(1);
    expect(terminal.err.join('\n')).toMatch(
      /^Some rules have to be tried\.\n.*2\.yaml:1:\d+: fail Try it\.$/m,
    );
  });

  it('plan sends nothing that is larger than Heed takes', async () => {
    await file('1.yaml', { version: 'x'.repeat(17 * 1024 * 1024), rules: [rule('one')] });
    expect(await cli('rules', 'plan', dataDir)).toBe(1);
    expect(terminal.err.join('\n')).toContain('larger than 16 MiB');
    expect(heed.asked).toEqual([]);
  });

  it('test knows the tenant’s own words of consent from a file', async () => {
    await file('1.yaml', { rules: [rule('one')] });
    const keywords = { optOut: ['genoeg zo'], optIn: [], help: [] };
    await file('settings.json', { version: 3, keywords, categories: [], retention: {} });
    await file('wrong.json', { keywords: { optOut: [7] } });
    expect(await cli('rules', 'test', dataDir)).toBe(1);
    expect(await cli('rules', 'test', dataDir, '--settings', join(dataDir, 'settings.json'))).toBe(0);
    expect(await cli('rules', 'test', dataDir, '--settings', join(dataDir, 'wrong.json'))).toBe(2);
    expect(await cli('rules', 'test', dataDir, '--settings', join(dataDir, 'none.json'))).toBe(2);
  });
});
