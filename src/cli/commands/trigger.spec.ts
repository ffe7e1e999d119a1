import { describe, expect, it } from '@jest/globals';
import { commandLine, NOW, SECRET } from '../../../test/support/command-line.js';
import { PROVIDER_NAMES } from '../../messaging/provider.js';
import { providerNamed } from '../../providers/registry.js';
import { EVENT_CATALOGUE } from '../../sandbox/payloads/event-catalogue.js';

const { heed, terminal, cli, out } = commandLine();

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
