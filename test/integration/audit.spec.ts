import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHeed, type TestHeed } from '../support/heed-app.js';

type Entry = {
  readonly id: string;
  readonly actor: string;
  readonly role: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string | null;
};
type Page = { readonly items: readonly Entry[]; readonly nextCursor: string | null };

const CONTACT = '+2207000801';

const RULE = {
  name: 'Opening hours',
  trigger: { event: 'message.received' },
  when: { fact: 'message.text', op: 'word', value: 'hours' },
  then: [{ reply: { text: 'A text that no audit entry holds.' } }],
};

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

async function trail(query = ''): Promise<Page> {
  const { status, body } = await heed.api<Page>('GET', `/audit${query}`);
  expect(status).toBe(200);
  return body;
}

async function latest(): Promise<Entry | undefined> {
  return (await trail('?limit=1')).items[0];
}

describe('the audit trail', () => {
  it('has an entry for a change that no route describes itself, without the texts of it', async () => {
    const { body } = await heed.api('POST', '/rules', { ...RULE, reason: 'Asked for by the shop.' });
    expect(await latest()).toMatchObject({
      actor: 'api token',
      role: 'administrator',
      action: 'rules.create',
      subjectKind: 'rules',
      subjectId: body['id'],
      reason: 'Asked for by the shop.',
      before: null,
      after: { name: 'given', then: '1 given', revision: 1 },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await heed.api('PUT', `/rules/${String(body['id'])}`, { ...RULE, enabled: false });
    expect(await latest()).toMatchObject({ action: 'rules.update', after: { enabled: false, revision: 2 } });
    await heed.api('DELETE', `/rules/${String(body['id'])}`);
    expect(await latest()).toMatchObject({ action: 'rules.delete', subjectId: body['id'] });
  });

  it('has none for what was refused, failed, or changed nothing', async () => {
    const before = await latest();
    expect((await heed.api('POST', '/rules', { name: 'no rule' })).status).toBe(422);
    expect((await heed.api('DELETE', `/rules/${before?.id ?? ''}`)).status).toBe(404);
    const simulated = { channel: 'sms', from: CONTACT, to: '+2203001234', text: 'hours?' };
    expect((await heed.api('POST', '/simulate', simulated)).status).toBe(200);
    expect((await heed.api('GET', '/rules')).status).toBe(200);
    expect(await latest()).toEqual(before);
  });

  it('names a contact by its id, and leaves what was said about it to the ledger, where it can be erased', async () => {
    const address = encodeURIComponent(CONTACT);
    const { body } = await heed.api('POST', `/consent/${address}`, {
      action: 'opt_out',
      reason: `${CONTACT} rang.`,
    });
    const entry = await latest();
    expect(entry).toMatchObject({
      action: 'consent.record',
      subjectKind: 'contacts',
      subjectId: body['contactId'],
      reason: null,
      after: { action: 'opt_out' },
    });
    expect(JSON.stringify(entry)).not.toContain(CONTACT);
  });

  it('holds no secret that a request or an answer held', async () => {
    const wanted = {
      provider: 'contiguity',
      name: 'second-shop',
      apiKey: 'a-key-of-the-second-shop',
      webhookSecrets: ['whsec_the_first_secret'],
    };
    expect((await heed.api('POST', '/connections', wanted)).status).toBe(201);
    const { body } = await heed.api('POST', '/tokens', { name: 'crm', role: 'viewer' });
    const link = (await heed.api('POST', '/users', { email: 'ada@acme.example', role: 'editor' })).body[
      'link'
    ];
    const linkToken = new URL(String(link)).searchParams.get('token') ?? '';
    const { rows } = await heed.database.query('select * from audit_entry');
    const text = JSON.stringify(rows);
    const secrets = [
      wanted.apiKey,
      ...wanted.webhookSecrets,
      String(body['token']),
      linkToken,
      RULE.then[0]?.reply.text ?? '-',
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('says how it was and how it is, where the change is made with its entry', async () => {
    const { body } = await heed.api<{ user: { id: string } }>('POST', '/users', {
      email: 'bob@acme.example',
      role: 'viewer',
    });
    await heed.api('PATCH', `/users/${body.user.id}`, { role: 'editor' });
    const { items } = await trail(`?subjectKind=users&subjectId=${body.user.id}`);
    expect(items.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      {
        action: 'users.update',
        before: { role: 'viewer', isActive: true },
        after: { role: 'editor', isActive: true },
      },
      { action: 'users.create', before: null, after: { email: 'bob@acme.example', role: 'viewer' } },
    ]);
  });

  it('takes the change back when its entry cannot be written', async () => {
    await heed.database.query('alter table audit_entry rename to audit_entry_away');
    expect((await heed.api('POST', '/users', { email: 'carol@acme.example', role: 'viewer' })).status).toBe(
      500,
    );
    expect((await heed.api('POST', '/tokens', { name: 'lost', role: 'viewer' })).status).toBe(500);
    await heed.database.query('alter table audit_entry_away rename to audit_entry');
    const { rows } = await heed.database.query(
      `select 1 from app_user where email like 'carol%' union all select 1 from api_token where name = 'lost'`,
    );
    expect(rows).toEqual([]);
  });

  it('tells the operator of a change whose entry could not be written after it', async () => {
    await heed.database.query('alter table audit_entry rename to audit_entry_away');
    const { status } = await heed.api('POST', '/rules', RULE);
    await heed.database.query('alter table audit_entry_away rename to audit_entry');
    expect(status).toBe(201);
    expect(
      heed.logged.some(
        (line) => line.includes('missing on the audit trail') && line.includes('rules.create'),
      ),
    ).toBe(true);
  });

  it('is found by actor, action, subject and time, page by page, the newest first', async () => {
    const all = (await trail('?limit=200')).items;
    expect(all.length).toBeGreaterThan(6);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await trail(`?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).toEqual(all.map(({ id }) => id));
    const rules = await trail('?action=rules.');
    expect(rules.items.length).toBe(all.filter(({ action }) => action.startsWith('rules.')).length);
    expect((await trail('?action=rules.delete')).items.length).toBe(1);
    expect((await trail('?actor=nobody')).items).toEqual([]);
    expect((await trail('?actor=api%20token&limit=200')).items).toEqual(all);
    expect((await trail('?until=2020-01-01T00:00:00Z')).items).toEqual([]);
    expect((await trail('?since=2020-01-01T00:00:00Z&limit=200')).items).toEqual(all);
  });

  it.each(['update audit_entry set actor = $$nobody$$', 'delete from audit_entry', 'truncate audit_entry'])(
    'cannot be changed: %s',
    async (statement) => {
      await expect(heed.database.query(statement)).rejects.toThrow('append-only');
      await expect(
        heed.database.query(
          `set session_replication_role = replica; ${statement}; reset session_replication_role`,
        ),
      ).rejects.toThrow('append-only');
      await heed.database.query('reset session_replication_role');
    },
  );
});
