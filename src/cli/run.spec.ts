import { describe, expect, it } from '@jest/globals';
import { commandLine } from '../../test/support/command-line.js';
import { openLocalState } from '../platform/config/local-state.js';

const { heed, dataDir, variables, terminal, cli, out } = commandLine();

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
        replies: [
          {
            text: 'We are open 9-17.',
            channel: 'sms',
            encoding: 'GSM-7',
            segments: 1,
            costHint: "It takes 2 segments instead of 1 because of one character: write ' for ’.",
          },
        ],
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
    expect(out()).toContain('    It takes 2 segments instead of 1 because of one character');
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

  it('say as JSON what is wrong with a command line', async () => {
    expect(await cli('simulate', '--json')).toBe(2);
    expect(await cli('rules', '--json')).toBe(2);
    expect(await cli('--json', 'simulate', 'x', '--channel', 'fax')).toBe(2);
    expect(terminal.err.map((line) => JSON.parse(line).error)).toEqual([
      "missing required argument 'text'",
      'There is no command.',
      expect.stringContaining('Allowed choices are sms'),
    ]);
  });

  it('make the decisions of a day again, and end with 1 when one comes out otherwise', async () => {
    const decision = (sentence: string) => ({ sentence });
    heed.on('GET /api/v1/messages', {
      json: { items: [{ id: 'm1' }, { id: 'm2', text: 'hi' }, { id: 'erased' }], nextCursor: null },
    });
    heed.on('GET /api/v1/messages/m1/decision/replay', { json: { identical: true } });
    heed.on('GET /api/v1/messages/m2/decision/replay', {
      json: { identical: false, stored: decision('Replied.'), replayed: decision('No reply.') },
    });
    expect(await cli('replay', '--since', '1d', '--json')).toBe(1);
    expect(JSON.parse(out())).toEqual({
      replayed: 2,
      gone: 1,
      differences: [{ messageId: 'm2', text: 'hi', was: 'Replied.', wouldBe: 'No reply.' }],
      isCut: false,
    });
    expect(heed.asked[0]?.path).toContain('since=2026-04-09T12%3A00%3A00.000Z');
    expect(heed.asked.map(({ method }) => method)).not.toContain('POST');
  });

  it('take no server that is ill for a decision that is gone', async () => {
    heed.on('GET /api/v1/messages', { json: { items: [{ id: 'm1' }], nextCursor: null } });
    heed.on('GET /api/v1/messages/m1/decision/replay', { status: 503 });
    expect(await cli('replay', '--since', '1d')).toBe(1);
    expect(terminal.err.join()).toContain('503');
  });

  it('replay either one event or a time', async () => {
    expect(await cli('replay')).toBe(2);
    expect(await cli('replay', 'e1', '--since', '1d')).toBe(2);
    expect(await cli('replay', '--since', 'yesterday')).toBe(2);
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
