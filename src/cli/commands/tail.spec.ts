import { describe, expect, it } from '@jest/globals';
import { commandLine } from '../../../test/support/command-line.js';

const { heed, terminal, cli } = commandLine();

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
