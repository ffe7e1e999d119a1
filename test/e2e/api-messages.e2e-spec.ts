import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { API_TOKEN, startHeed, type TestHeed } from '../support/heed-app.js';
import { listenToProgress } from '../support/progress-rules.js';
import { messageBody } from '../support/webhook-bodies.js';
import { acceptedFor, addRule, says, settled, storyWith } from '../support/outbound.js';
import { nextSecond } from '../support/next-second.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  await listenToProgress(heed);
  await addRule(heed, {
    name: 'Opening hours',
    trigger: { event: 'message.received' },
    when: { fact: 'message.text', op: 'word', value: 'hours' },
    then: [{ reply: { text: 'We are open 9-17.' } }, { tag: 'asked-hours' }],
  });
});

afterAll(async () => {
  await heed.close();
});

type Json = Record<string, unknown>;
type List = { readonly items: Json[]; readonly nextCursor: string | null };

async function list(path: string): Promise<List> {
  const { status, body } = await heed.api<List>('GET', path);
  expect(`${path} ${status}`).toBe(`${path} 200`);
  return body;
}

async function newest(path: string): Promise<Json> {
  const { items } = await list(path);
  const [first] = items;
  if (first === undefined) throw new Error(`${path} is empty.`);
  return first;
}

const encoded = (address: string) => encodeURIComponent(address);

describe('a message that a rule answered', () => {
  const customer = '+2207000001';
  let inbound: Json;

  beforeAll(async () => {
    await says(heed, 'integify', 'sms', customer, 'What are your HOURS?');
    await storyWith(heed, customer, 'delivered');
    await settled(heed);
    inbound = await newest(`/messages?address=${encoded('220 700 0001')}&direction=inbound`);
  });

  it('is found by its address in another spelling, with its verdict', () => {
    expect(inbound).toMatchObject({
      theirAddress: customer,
      verdict: 'replied',
      text: 'What are your HOURS?',
    });
  });

  it('is explained: sentence, reply, the whole tree and the timeline', async () => {
    const { body } = await heed.api('GET', `/messages/${String(inbound['id'])}/explain`);
    expect(body).toMatchObject({
      verdict: 'replied',
      sentence: 'Replied: rule "Opening hours" matched.',
      replies: [{ text: 'We are open 9-17.', channel: 'sms', encoding: 'GSM-7', segments: 1 }],
      message: { id: inbound['id'] },
    });
    const stages = body['stages'];
    expect(Array.isArray(stages) && stages.map(({ label }) => label)).toEqual([
      'compliance',
      'consent',
      'kill switch',
      'pause',
      'automatic sender',
      'loop guard',
      'flow',
      'rules',
      'render',
      'budget',
      'actions',
    ]);
    const timeline = body['timeline'];
    const told = Array.isArray(timeline) ? timeline.map(({ what }) => what) : [];
    expect(told.slice(0, 3)).toEqual(['received', 'verified', 'decided']);
    expect(told).toEqual(
      expect.arrayContaining(['queued', 'permit granted', 'provider accepted', 'delivered']),
    );
  });

  it('has an answer whose history, attempts and delivery reports are shown, and which is explained by its cause', async () => {
    const reply = await newest(`/messages?address=${encoded(customer)}&direction=outbound`);
    const { body } = await heed.api('GET', `/messages/${String(reply['id'])}`);
    expect(body).toMatchObject({
      status: 'delivered',
      inReplyToId: inbound['id'],
      attempts: [{ number: 1, outcome: 'accepted' }],
      deliveryReports: expect.arrayContaining([expect.objectContaining({ status: 'delivered' })]),
    });
    expect(body['statusHistory']).toEqual(
      expect.arrayContaining([expect.objectContaining({ from: 'sending', to: 'sent' })]),
    );
    const explained = await heed.api('GET', `/messages/${String(reply['id'])}/explain`);
    expect(explained.body).toMatchObject({ verdict: 'replied', message: { id: reply['id'] } });
  });

  it('has its event, with the raw body as it was sent; replayed, it adds nothing', async () => {
    const id = String(inbound['eventId']);
    const { body } = await heed.api('GET', `/events/${id}`);
    expect(body).toMatchObject({
      type: 'sms.received',
      state: 'processed',
      verdict: 'replied',
      messageId: inbound['id'],
      rawBodyEncoding: 'utf-8',
    });
    expect(JSON.parse(String(body['rawBody'])).data.body).toBe('What are your HOURS?');
    const replayed = await heed.api('POST', `/events/${id}/replay`);
    expect([replayed.status, replayed.body]).toEqual([202, { id, state: 'received' }]);
    await settled(heed);
    expect((await heed.api('GET', `/events/${id}`)).body).toMatchObject({ state: 'processed', replays: 1 });
    expect((await list(`/messages?address=${encoded(customer)}`)).items).toHaveLength(2);
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });

  it('has a contact and a conversation', async () => {
    const contactId = String(inbound['contactId']);
    const { body } = await heed.api('GET', `/contacts/${contactId}`);
    expect(body).toMatchObject({
      tags: ['asked-hours'],
      consent: 'subscribed',
      addresses: [{ kind: 'phone', value: customer }],
      conversations: [{ id: inbound['conversationId'], latestMessage: { text: 'We are open 9-17.' } }],
    });
    const thread = await heed.api('GET', `/conversations/${String(inbound['conversationId'])}?limit=1`);
    expect(thread.body).toMatchObject({
      contactId,
      messages: { items: [{ direction: 'outbound' }], nextCursor: expect.any(String) },
    });
    expect((await list(`/contacts?q=${encoded('7000001')}`)).items).toHaveLength(1);
  });
});

describe('lists', () => {
  it('give every item once, newest first, page by page, also where a search stops', async () => {
    for (let number = 0; number < 7; number += 1) {
      await heed.webhook(
        'integify',
        messageBody('integify', { from: `+22070001${10 + number}`, text: `page ${number}` }),
      );
    }
    await settled(heed);
    for (const path of [
      '/messages?',
      '/messages?q=PAGE&',
      '/messages?verdict=no_rule_matched&',
      '/events?',
      '/events?type=sms.received&',
      '/contacts?',
      '/conversations?',
    ]) {
      const all = (await list(`${path}limit=200`)).items.map(({ id }) => id);
      const paged: unknown[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: List = await list(`${path}limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(all);
      expect(all.length).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('a search for messages', () => {
  it('finds them by verdict, kind, several statuses and time, and takes signs of patterns at their word', async () => {
    const customer = '+2207000180';
    const texts = ['what are your hours?', '50% off_', 'STOP'];
    for (const text of texts) {
      await heed.webhook('integify', messageBody('integify', { from: customer, text }));
      await settled(heed);
    }
    const found = async (query: string) =>
      (await list(`/messages?address=${encoded(customer)}&${query}`)).items.map(({ text }) => text);
    expect(await found('verdict=no_rule_matched')).toEqual(['50% off_']);
    expect(await found('verdict=opt_out_recorded')).toEqual(['STOP']);
    expect(await found('kind=reply')).toEqual(['We are open 9-17.']);
    expect(await found('status=received')).toEqual(texts.toReversed());
    expect(await found('status=received&status=failed&since=2020-01-01T00:00:00Z')).toHaveLength(3);
    expect(await found(`since=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
    expect(await found(`q=${encoded('0% OFF_')}`)).toEqual(['50% off_']);
    expect(await found(`q=${encoded('%')}`)).toEqual(['50% off_']);
    expect((await heed.api('GET', '/messages?status=failed&status=nonsense')).status).toBe(422);
  });
});

describe('a webhook that comes again', () => {
  it('is shown with how often and when, in the list and by itself', async () => {
    const body = messageBody('integify', { from: '+2207000181', text: 'once' });
    const { eventId } = await heed.webhook('integify', body);
    expect((await heed.api('GET', `/events/${eventId}`)).body).toMatchObject({
      duplicates: 0,
      lastDuplicateAt: null,
      duplicatesAt: [],
    });
    await heed.webhook('integify', body);
    await heed.webhook('integify', body);
    const { body: event } = await heed.api('GET', `/events/${eventId}`);
    const times = [expect.any(String), expect.any(String)];
    expect(event).toMatchObject({ duplicates: 2, lastDuplicateAt: expect.any(String), duplicatesAt: times });
    // Statuses of earlier messages may still come in after it.
    const listed = (await list('/events?limit=50')).items.find(({ id }) => id === eventId);
    expect(listed).toMatchObject({ duplicates: 2 });
  });
});

describe('an unreadable webhook', () => {
  it('is shown with its reason, and a replay says that it still cannot be read', async () => {
    const { eventId } = await heed.webhook('contiguity', Uint8Array.of(0xff, 0x7b));
    const { body } = await heed.api('GET', `/events/${eventId}`);
    expect(body).toMatchObject({
      state: 'quarantined',
      verdict: 'quarantined',
      rawBody: '/3s=',
      rawBodyEncoding: 'base64',
      reason: expect.stringContaining('UTF-8'),
    });
    const { status, body: problem } = await heed.api('POST', `/events/${eventId}/replay`);
    expect([status, problem['detail']]).toEqual([409, expect.stringContaining('still cannot be read')]);
  });

  it('whose parser was mended is handled by a replay, and the STOP in it is honoured', async () => {
    const customer = '+2207000301';
    const body = messageBody('integify', { from: customer, text: 'STOP' });
    const { eventId } = await heed.webhook('integify', body);
    await settled(heed);
    // As an earlier version that could not read it would have stored it; the ledger would not give anything back otherwise.
    await heed.database.query('alter table consent_event disable trigger user');
    await heed.database.query(
      `with gone as (delete from consent_event where inbox_id = $1), key as (delete from inbox_key where inbox_id = $1),
            decided as (delete from decision where domain_event_id in (select id from domain_event where inbox_id = $1)),
            fresh as (update consent set state = 'subscribed', event_id = null, effective_at = null
                       where contact_id in (select contact_id from contact_address where canonical = $2))
       update inbox_entry set state = 'quarantined', lane = connection_id || ':unreadable', event_type = 'unreadable' where id = $1`,
      [eventId, customer],
    );
    await heed.database.query('alter table consent_event enable trigger user');
    await heed.database.query('delete from domain_event where inbox_id = $1', [eventId]);
    expect((await heed.api('POST', `/events/${eventId}/replay`)).status).toBe(202);
    expect((await heed.api('GET', `/consent/${encoded(customer)}`)).body).toMatchObject({
      state: 'opted_out',
    });
    await settled(heed);
    expect((await heed.api('GET', `/events/${eventId}`)).body).toMatchObject({
      state: 'processed',
      type: 'sms.received',
      verdict: 'opt_out_recorded',
    });
    const again = await heed.webhook('integify', body);
    expect(again).toMatchObject({ isDuplicate: true, eventId });
  });
});

describe('a message by hand', () => {
  const customer = '+2207000401';

  it('goes out through the outbox, once for an idempotency key, and is explained', async () => {
    const send = () =>
      fetch(`${heed.url}/api/v1/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${API_TOKEN}`,
          'content-type': 'application/json',
          'idempotency-key': 'order-77',
        },
        body: JSON.stringify({
          to: customer,
          channel: 'sms',
          connection: 'integify/default',
          text: 'Your order is ready.',
        }),
      });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([202, 202]);
    const { id } = JSON.parse(await first.text());
    expect(JSON.parse(await second.text()).id).toBe(id);
    await settled(heed);
    expect(acceptedFor(heed, customer).map(({ text }) => text)).toEqual(['Your order is ready.']);
    const { body } = await heed.api('GET', `/messages/${id}/explain`);
    expect(body).toMatchObject({
      verdict: null,
      sentence: 'Sent by hand (api token); no rule was asked.',
      message: { kind: 'manual', actor: 'api token' },
      replies: [{ messageId: id }],
    });
  });

  it('is refused for a customer who has opted out', async () => {
    await nextSecond();
    await says(heed, 'integify', 'sms', customer, 'STOP');
    const { status, body } = await heed.api('POST', '/messages', {
      to: customer,
      channel: 'sms',
      text: 'Hello?',
    });
    expect([status, body['detail']]).toEqual([409, expect.stringContaining('opted out')]);
    await settled(heed);
  });

  it('has to name its connection where several carry the channel and none is known', async () => {
    const wanted = { to: '+2207000409', channel: 'sms', text: 'Hello' };
    const { status, body } = await heed.api('POST', '/messages', wanted);
    expect([status, body['errors']]).toEqual([422, [expect.objectContaining({ pointer: '/connection' })]]);
    const fax = await heed.api('POST', '/messages', {
      ...wanted,
      connection: 'integify/default',
      channel: 'whatsapp',
    });
    expect(fax.body['errors']).toEqual([expect.objectContaining({ pointer: '/channel' })]);
  });

  it('of unknown fate can be sent again once, and no other can', async () => {
    const to = '+2207000402';
    const wanted = { to, channel: 'sms', connection: 'integify/default', text: 'Second try' };
    const { body } = await heed.api('POST', '/messages', wanted);
    const id = String(body['id']);
    await settled(heed);
    expect((await heed.api('POST', `/messages/${id}/resend`)).status).toBe(409);
    await heed.database.query(`update message set status = 'unknown' where id = $1`, [id]);
    const resent = await heed.api('POST', `/messages/${id}/resend`);
    expect([resent.status, resent.body]).toEqual([
      202,
      expect.objectContaining({ kind: 'resend', resendOfId: id }),
    ]);
    expect((await heed.api('POST', `/messages/${id}/resend`)).status).toBe(409);
    await eventually(() => expect(acceptedFor(heed, to)).toHaveLength(2));
  });
});

describe('consent', () => {
  const customer = '+2207000501';
  const path = `/consent/${encoded(customer)}`;

  it('of an address that nobody knows stands against nothing, and says so', async () => {
    expect((await heed.api('GET', path)).body).toEqual({
      address: customer,
      state: 'subscribed',
      isKnown: false,
      contactId: null,
      since: null,
      lastEntry: null,
      categories: [],
    });
    expect(await list(`${path}/ledger`)).toEqual({ items: [], nextCursor: null });
  });

  it('is changed on a person’s word, with a reason, and the ledger keeps both acts', async () => {
    expect((await heed.api('POST', path, { action: 'opt_out' })).status).toBe(422);
    const out = await heed.api('POST', path, { action: 'opt_out', reason: 'Asked on the phone.' });
    expect(out.body).toMatchObject({
      state: 'opted_out',
      isKnown: true,
      since: expect.any(String),
      lastEntry: {
        action: 'revoke',
        source: 'administrator',
        actor: 'api token',
        reason: 'Asked on the phone.',
      },
    });
    await nextSecond();
    const back = await heed.api('POST', path, { action: 'opt_in', reason: 'Asked in writing.' });
    expect(back.body).toMatchObject({ state: 'subscribed', lastEntry: { action: 'grant' } });
    const first = await list(`${path}/ledger?limit=1`);
    expect(first.items).toMatchObject([{ action: 'grant', changed: true }]);
    const rest = await list(`${path}/ledger?limit=1&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ action: 'revoke' }], nextCursor: null });
  });
});

describe('a conversation', () => {
  it('that a person takes over is answered by no rule until it is resumed', async () => {
    const customer = '+2207000601';
    await says(heed, 'integify', 'sms', customer, 'hello');
    await settled(heed);
    const { conversationId } = await newest(`/messages?address=${encoded(customer)}`);
    const path = `/conversations/${String(conversationId)}`;
    expect((await heed.api('POST', `${path}/pause`, { reason: 'Front desk' })).status).toBe(422);
    const paused = await heed.api('POST', `${path}/pause`, { minutes: 30, reason: 'Front desk' });
    expect(paused.body).toMatchObject({ pausedUntil: expect.any(String), pauseReason: 'Front desk' });
    await says(heed, 'integify', 'sms', customer, 'hours?');
    await settled(heed);
    expect(await newest(`/messages?address=${encoded(customer)}`)).toMatchObject({ verdict: 'paused' });
    const withPeople = (await list('/conversations?paused=true')).items;
    expect(withPeople).toContainEqual(expect.objectContaining({ id: conversationId }));
    expect(withPeople.filter(({ pausedUntil }) => pausedUntil === null)).toEqual([]);
    const { rows } = await heed.database.query(
      `select state from domain_event where name = 'conversation.handed_over' and conversation_id = $1`,
      [conversationId],
    );
    expect(rows).toEqual([{ state: 'processed' }]);
    expect((await heed.api('POST', `${path}/resume`)).body).toMatchObject({ pausedUntil: null });
    await says(heed, 'integify', 'sms', customer, 'hours?');
    await settled(heed);
    expect(acceptedFor(heed, customer)).toHaveLength(1);
  });
});

describe('a contact', () => {
  it('is changed field by field', async () => {
    const { id, tags } = await newest(`/contacts?q=${encoded('7000001')}`);
    const path = `/contacts/${String(id)}`;
    const changed = await heed.api('PATCH', path, { name: 'Awa', attributes: { vip: true, visits: 3 } });
    expect(changed.body).toMatchObject({ name: 'Awa', attributes: { vip: true, visits: 3 }, tags });
    expect((await heed.api('PATCH', path, { name: null })).body).toMatchObject({ name: null, tags });
    for (const wrong of [{ tags: null }, { attributes: { a: [] } }, { name: '' }, { tags: ['a', 'a'] }]) {
      expect((await heed.api('PATCH', path, wrong)).status).toBe(422);
    }
  });
});

describe('an identity session', () => {
  it('is linked to an address, and read back', async () => {
    const path = '/identity-sessions/sess_1';
    expect((await heed.api('GET', path)).status).toBe(404);
    const linked = await heed.api('PUT', path, { address: '+15550100777' });
    expect([linked.status, linked.body]).toEqual([
      200,
      expect.objectContaining({ sessionId: 'sess_1', address: '+15550100777', channel: 'sms', status: null }),
    ]);
    expect((await heed.api('GET', path)).body).toEqual(linked.body);
  });
});

describe('the numbers', () => {
  it('count what happened', async () => {
    const { body } = await heed.api('GET', '/stats');
    const { rows } = await heed.database.query(
      `select (select count(*)::int from message where direction = 'inbound') as inbound,
              (select count(*)::int from decision where verdict = 'replied') as replied,
              (select count(*)::int from consent_event where action = 'revoke' and changed) as revoked`,
    );
    const { inbound, replied, revoked } = rows[0];
    expect(body).toMatchObject({
      inbound,
      verdicts: { replied },
      optOuts: revoked,
      events: { quarantined: 1 },
    });
    expect(revoked).toBeGreaterThan(0);
    expect((await heed.api('GET', '/stats?since=2020-01-01T00:00:00Z')).status).toBe(422);
  });
});

describe('the live tail', () => {
  it('lets a process end that has listeners', async () => {
    const other = await startHeed({ beside: heed });
    const response = await fetch(`${other.url}/api/v1/stream`, {
      headers: { authorization: `Bearer ${API_TOKEN}` },
    });
    const reading = response.text();
    await other.close();
    expect(await reading).toBe(': connected\n\n');
  });

  it('tells every listener of a decision, and ends when the listener goes', async () => {
    const end = new AbortController();
    const response = await fetch(`${heed.url}/api/v1/stream`, {
      headers: { authorization: `Bearer ${API_TOKEN}` },
      signal: end.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await says(heed, 'integify', 'sms', '+2207000701', 'live hours?');
    let told = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      told += piece;
      if (/"text":"live hours\?".*\n\n/s.test(told)) break;
    }
    end.abort();
    const block = told.split('\n\n').find((each) => each.includes('live hours?')) ?? '';
    const [event, , data = ''] = block.split('\n');
    expect(event).toBe('event: decision');
    expect(JSON.parse(data.slice('data: '.length))).toMatchObject({
      event: 'message.received',
      verdict: 'replied',
      message: { direction: 'inbound', theirAddress: '+2207000701', verdict: 'replied' },
    });
  });
});
