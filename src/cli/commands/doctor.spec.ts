import { describe, expect, it } from '@jest/globals';
import { commandLine } from '../../../test/support/command-line.js';

const { heed, variables, cli, out } = commandLine();

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
