import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandLine } from '../../../test/support/command-line.js';

const { heed, cli, out } = commandLine();

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
