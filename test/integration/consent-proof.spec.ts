import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LedgerReport } from '../../src/consent/ledger-verifier.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { settled } from '../support/outbound.js';
import { messageBody } from '../support/webhook-bodies.js';

describe('the ledger through the API', () => {
  let heed: TestHeed;

  beforeAll(async () => {
    heed = await startHeed();
  });

  afterAll(async () => {
    await heed.close();
  });

  const encoded = encodeURIComponent;
  const statusOf = async (address: string) =>
    (await heed.api('GET', `/consent/${encoded(address)}`)).body['state'];
  const says = async (customer: string, text: string) => {
    await heed.webhook('integify', messageBody('integify', { from: customer, text }));
    await settled(heed);
  };
  const download = async (format: string): Promise<string> => {
    const answer = await fetch(`${heed.url}/api/v1/consent/export?format=${format}`, {
      headers: { authorization: `Bearer ${API_TOKEN}` },
    });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const verify = async () => (await heed.api<LedgerReport>('GET', '/consent/verify')).body;
  const list = (content: string, more: object = {}) =>
    heed.api('POST', '/consent/import', {
      format: 'csv',
      content,
      source: 'the CRM',
      reason: 'moving over',
      ...more,
    });

  it('D4: can be verified from its export, with nothing but its description', async () => {
    await says('+2207100001', 'STOP');
    await says('+2207100002', 'please stop texting me');
    await says('+2207100002', 'START');
    const lines = (await download('jsonl')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(verifiedByAnOutsider(lines)).toBe(lines.length - 1);
    for (const spoilt of [
      lines.toSpliced(1, 1),
      lines.toSpliced(-2, 1),
      [lines[1], lines[0], ...lines.slice(2)],
    ]) {
      expect(() => verifiedByAnOutsider(spoilt.map(String))).toThrow();
    }
    const [first = ''] = lines;
    expect(() =>
      verifiedByAnOutsider([first.replace('+2207100001', '+2207100009'), ...lines.slice(1)]),
    ).toThrow();
  });

  it('B18: goes to another system and back without a change, and without a formula', async () => {
    await heed.api('POST', `/consent/${encoded('+2207200001')}`, {
      action: 'opt_out',
      reason: '=HYPERLINK("x")',
    });
    await heed.api('POST', `/consent/${encoded('b@acme.example')}`, {
      action: 'opt_out',
      reason: 'by "phone",\nyesterday',
    });
    await heed.api('POST', '/consent/BANK', { action: 'opt_out', reason: 'A sender without a digit.' });
    const csv = await download('csv');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    const other = await startHeed();
    try {
      const body = { format: 'csv', content: csv, source: 'Heed', reason: 'moving over' };
      const { body: first } = await other.api('POST', '/consent/import', body);
      expect(first).toMatchObject({ rows: csv.match(/,opted_out,/g)?.length, already: 0, kept: 0 });
      const { body: again } = await other.api('POST', '/consent/import', body);
      expect(again).toMatchObject({
        already: first['rows'],
        recorded: { optedOut: 0, held: 0, subscribed: 0 },
      });
      for (const address of ['+2207200001', 'b@acme.example', '+2207100001', 'BANK']) {
        const [here, there] = await Promise.all(
          [heed, other].map(async (one) => (await one.api('GET', `/consent/${encoded(address)}`)).body),
        );
        expect([there?.['state'], there?.['since']]).toEqual([here?.['state'], here?.['since']]);
      }
      expect((await other.api<LedgerReport>('GET', '/consent/verify')).body.isIntact).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('takes over a list, never lifts an opt-out by it, and says in a dry run what it would do', async () => {
    await says('+2207300001', 'STOP');
    const content = [
      'address,state,at,reason',
      '+2207300001,subscribed,2026-01-01T00:00:00Z,bought',
      '+2207300002,opted_out,2026-01-01T00:00:00Z,STOP',
      '+2207300003,held,,',
      '+2207300004,subscribed,,form',
      '+220 730 0002,opted_out,,again',
    ].join('\n');
    const expected = { rows: 5, recorded: { optedOut: 1, held: 1, subscribed: 1 }, already: 1, kept: 1 };
    const before = await verify();
    expect((await list(content, { dryRun: true })).body).toMatchObject({ dryRun: true, ...expected });
    expect(await verify()).toEqual(before);
    expect((await list(content)).body).toMatchObject({ dryRun: false, ...expected });
    expect(await Promise.all([1, 2, 3, 4].map((number) => statusOf(`+220730000${number}`)))).toEqual([
      'opted_out',
      'opted_out',
      'held',
      'subscribed',
    ]);
    const { body } = await heed.api('GET', `/consent/${encoded('+2207300002')}`);
    expect(body['lastEntry']).toMatchObject({
      source: 'import',
      occurredAt: '2026-01-01T00:00:00.000Z',
      reason: expect.stringMatching(/the CRM.*moving over.*2026-01-01.*STOP/),
    });
  });

  it('names the bad row of a list, and applies nothing of it', async () => {
    const before = await verify();
    const { status, body } = await list('address,state\n+2207300008,opted_out\n+2207300009,stopped');
    expect([status, body['errors']]).toEqual([
      422,
      [{ pointer: '/content', detail: expect.stringMatching(/^Line 3: state/) }],
    ]);
    expect(await verify()).toEqual(before);
  });

  it('tells in a dossier on which entry each message rested, and what was held back', async () => {
    await says('+2207400001', 'STOP');
    const { body } = await heed.api<{
      entries: { id: string; rowHash: string }[];
      messages: { items: { kind: string; consentEventId: string }[] };
    }>('GET', `/consent/${encoded('+2207400001')}/dossier`);
    expect(body).toMatchObject({
      consent: { state: 'opted_out' },
      entries: [{ action: 'revoke', text: 'STOP', rowHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      messages: { items: [{ kind: 'confirmation', consentEventId: body.entries[0]?.id }] },
    });
    expect((await heed.api('GET', '/consent/nobody/dossier')).body).toMatchObject({ entries: [] });
  });

  it('computes consent again where somebody changed it past the ledger', async () => {
    await says('+2207500001', 'STOP');
    await heed.database.query(
      `update consent set state = 'subscribed' where contact_id = (select contact_id from contact_address where canonical = '+2207500001')`,
    );
    expect((await verify()).findings).toEqual([expect.objectContaining({ kind: 'projection' })]);
    expect((await heed.api('POST', '/consent/rebuild')).body).toMatchObject({ corrected: 1 });
    expect([await statusOf('+2207500001'), (await verify()).isIntact]).toEqual(['opted_out', true]);
  });

  describe('after an erasure', () => {
    const customer = '+2207600001';
    let contactId: string;
    let heldBefore: readonly string[];

    /** Bytes are shown in hex. */
    async function tablesThatHoldTraces(): Promise<readonly string[]> {
      const hexOf = (text: string) => Buffer.from(text).toString('hex');
      const traces = ['7600001', 'Bakau'].flatMap((trace) => [trace, hexOf(trace)]).join('|');
      const { rows: tables } = await heed.database.query(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await heed.database.query(
          `select 1 from "${name}" as row where row::text ~ '${traces}' limit 1`,
        );
        if (rows.length > 0) found.push(name);
      }
      return found;
    }

    beforeAll(async () => {
      // A status that the provider reports after the erasure would name the number once more.
      const behaviour = { kind: 'status_webhooks', mode: 'none' } as const;
      heed.sandbox.misbehave({ provider: 'integify', times: 1, behaviour });
      await says(customer, 'where do you live, Amie of Bakau?');
      await says(customer, 'STOP');
      heldBefore = await tablesThatHoldTraces();
      contactId = String((await heed.api('GET', `/consent/${encoded(customer)}`)).body['contactId']);
      const erased = await heed.api('POST', `/contacts/${contactId}/erase`, { reason: 'asked for it' });
      expect(erased).toMatchObject({ status: 200, body: { ledgerEntries: 1, messages: 3 } });
    });

    it('holds nothing of the person in any table', async () => {
      expect(heldBefore.length).toBeGreaterThan(5);
      expect(await tablesThatHoldTraces()).toEqual([]);
    });

    it('D4: still verifies, and shows the entries as erased and the erasure with its reason', async () => {
      expect(await verify()).toMatchObject({ isIntact: true, erasedEntries: 1 });
      const lines = (await download('jsonl')).trimEnd().split('\n');
      expect(verifiedByAnOutsider(lines)).toBe(lines.length - 1);
      expect(lines.filter((line) => line.includes('"payload":null'))).toHaveLength(1);
      expect(lines.some((line) => line.includes('"action":"erase"') && line.includes('asked for it'))).toBe(
        true,
      );
      expect(await download('csv')).not.toContain('7600001');
    });

    it('still shows the contact, whose messages are empty, and cannot be done twice', async () => {
      expect((await heed.api('GET', `/contacts/${contactId}`)).body).toMatchObject({
        name: null,
        addresses: [{ kind: 'erased' }],
        consent: 'opted_out',
      });
      const { body: messages } = await heed.api<{ items: { id: string; text: string }[] }>(
        'GET',
        '/messages?limit=200',
      );
      const empty = messages.items.filter(({ text }) => text === '');
      expect(empty).toHaveLength(3);
      for (const { id } of empty) expect((await heed.api('GET', `/messages/${id}/explain`)).status).toBe(200);
      expect((await heed.api('POST', `/contacts/${contactId}/erase`, { reason: 'again' })).status).toBe(409);
    });

    it('still keeps a person who had opted out from being written to, when they write again or are written to', async () => {
      const byHand = await heed.api('POST', '/messages', {
        to: customer,
        channel: 'sms',
        text: 'Hello',
        connection: 'integify/default',
      });
      expect([byHand.status, await statusOf(customer)]).toEqual([409, 'opted_out']);
      await says(customer, 'hello again');
      expect((await heed.api('GET', `/consent/${encoded(customer)}`)).body).toMatchObject({
        state: 'opted_out',
        contactId,
      });
    });
  });

  it('takes an unsettled hold for an opt-out when the contact is erased', async () => {
    const held = '+2207700001';
    await list(`address,state\n${held},held`);
    const { body } = await heed.api('GET', `/consent/${encoded(held)}`);
    expect(body['state']).toBe('held');
    const path = `/contacts/${String(body['contactId'])}/erase`;
    expect((await heed.api('POST', path, { reason: 'asked for it' })).status).toBe(200);
    expect([await statusOf(held), (await verify()).isIntact]).toEqual(['opted_out', true]);
  });

  it('knows no contact to erase under an id that names nobody', async () => {
    const nobody = '0199c8f2-1234-7890-8abc-012345678901';
    expect((await heed.api('POST', `/contacts/${nobody}/erase`, { reason: 'asked for it' })).status).toBe(
      404,
    );
  });
});

/**
 * The procedure of docs/consent-ledger.md, written from that page alone: it shares no code with Heed.
 *
 * @returns how many entries were verified. Throws at the first that is wrong.
 */
function verifiedByAnOutsider(lines: readonly string[]): number {
  const canonical = (object: Record<string, unknown>) =>
    `{${Object.keys(object)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${JSON.stringify(object[name])}`)
      .join(',')}}`;
  const sha256 = (prefix: string, text: string) =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.from(prefix, 'hex'), Buffer.from(text)]))
      .digest('hex');
  const last = lines.at(-1) ?? '';
  let previous = '0'.repeat(64);
  let position = 0;
  for (const line of lines.slice(0, -1)) {
    const { envelope, payload, payloadSalt, prevHash, rowHash } = JSON.parse(line);
    position += 1;
    if (envelope.chainPosition !== position) throw new Error(`position ${position} is missing`);
    if (prevHash !== previous) throw new Error(`entry ${position} follows another`);
    if (sha256(prevHash, canonical(envelope)) !== rowHash) throw new Error(`entry ${position} was changed`);
    if (payload !== null && sha256(payloadSalt, canonical(payload)) !== envelope.payloadHash) {
      throw new Error(`the payload of entry ${position} was changed`);
    }
    previous = rowHash;
  }
  const { head } = JSON.parse(last);
  if (head.position !== position || head.hash !== previous) throw new Error('the file was cut');
  return position;
}
