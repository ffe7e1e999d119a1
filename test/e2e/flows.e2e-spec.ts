import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pointSandboxAt } from '../../src/demo/demo.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { eventually } from '../support/eventually.js';
import { acceptedFor, fillBuckets, says, settled, storiesOf } from '../support/outbound.js';

type Json = Record<string, unknown>;
type Run = { readonly id: string; readonly status: string; readonly step: string } & Json;

const BOOKING = {
  name: 'Booking',
  start: 'welcome',
  steps: {
    welcome: { say: { text: 'Welcome to Acme.' }, next: 'menu' },
    menu: {
      menu: {
        text: 'What can we do for you?',
        options: [
          { label: 'Opening hours', id: 'hours', next: 'hours' },
          { label: 'Book a table', keywords: ['table'], id: 'book', next: 'ask_name' },
        ],
      },
    },
    hours: { say: { text: 'We are open 9-17.' }, next: 'menu' },
    ask_name: {
      ask: { text: 'What is your name?' },
      saveAs: 'name',
      expect: { kind: 'text', max: 40 },
      timeout: 'PT10M',
      onTimeout: 'too_late',
      next: 'ask_guests',
    },
    ask_guests: {
      ask: { text: 'For how many, {{ flow.name }}?' },
      saveAs: 'guests',
      expect: { kind: 'number', min: 1, max: 20, integer: true },
      retries: 1,
      retryText: { text: 'Please write a number from 1 to 20.' },
      onInvalid: 'person',
      next: 'size',
    },
    size: {
      branch: [{ when: { fact: 'flow.guests', op: 'gt', value: 8 }, next: 'person' }],
      otherwise: 'mark',
    },
    mark: { set: { tag: 'booked', attribute: { name: 'guests', value: '{{ flow.guests }}' } }, next: 'done' },
    person: { handOver: { reason: 'Large table', text: 'A colleague will write to you.' } },
    too_late: { end: { text: 'Write BOOK when you have time.' } },
    done: { end: { text: 'Booked for {{ flow.guests }}, {{ flow.name }}.' } },
  },
  hotWords: { menu: 'menu', back: 'end' },
};

const MENU = 'What can we do for you?\n1. Opening hours\n2. Book a table';

let heed: TestHeed;
let flowId: string;

async function make(path: string, body: object): Promise<string> {
  const answer = await heed.api<Json>('POST', path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return String(answer.body['id']);
}

beforeAll(async () => {
  heed = await startHeed();
  flowId = await make('/flows', BOOKING);
  const word = (value: string) => ({ fact: 'message.text', op: 'equals', value });
  const trigger = { event: 'message.received' };
  await make('/rules', { name: 'Book', trigger, when: word('book'), then: [{ startFlow: 'Booking' }] });
  await make('/rules', {
    name: 'Price',
    hot: true,
    trigger,
    when: word('price'),
    then: [{ reply: { text: '10.' } }],
  });
  await make('/rules', {
    name: 'Anew',
    hot: true,
    trigger,
    when: word('anew'),
    then: [{ startFlow: 'Booking' }],
  });
  await make('/rules', { name: 'Else', trigger, when: { all: [] }, then: [{ reply: { text: 'Hello.' } }] });
});

beforeEach(async () => {
  await fillBuckets(heed);
});

afterAll(async () => {
  await heed.close();
});

async function told(customer: string, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await says(heed, 'contiguity', 'sms', customer, text);
    await settled(heed);
  }
}

function answersTo(customer: string): string[] {
  return acceptedFor(heed, customer).map(({ text }) => text);
}

async function runsOf(customer: string): Promise<Run[]> {
  const { rows } = await heed.database.query(
    `select run.id, run.status, run.step, run.variables, run.reason, run.steps
       from flow_run run join conversation on conversation.id = run.conversation_id
      where conversation.their_address = $1 order by run.started_at, run.id`,
    [customer],
  );
  return rows;
}

async function lastSentence(customer: string): Promise<{ verdict: string; sentence: string }> {
  const { rows } = await heed.database.query(
    `select decision.verdict, decision.sentence from decision
       join domain_event event on event.id = decision.domain_event_id
       join conversation on conversation.id = event.conversation_id
      where conversation.their_address = $1 order by event.seq desc limit 1`,
    [customer],
  );
  return rows[0];
}

/** The time of a step runs out, as if the clock had moved on. */
async function timeRunsOut(customer: string): Promise<void> {
  await heed.database.query(
    `update flow_run set wait_until = now() - interval '1 second'
      where status = 'active' and conversation_id in (select id from conversation where their_address = $1)`,
    [customer],
  );
  await eventually(async () => {
    if ((await runsOf(customer)).some(({ status }) => status === 'active'))
      throw new Error('It still waits.');
  });
  await settled(heed);
}

async function triedOnThePast(definition: Json): Promise<Json> {
  const { body: begun } = await heed.api<Json>('POST', '/rules/dry-run', { definition, position: 1 });
  return eventually(async () => {
    const { body } = await heed.api<Json>('GET', `/dry-runs/${String(begun['id'])}`);
    expect(body['state']).toBe('finished');
    return body;
  });
}

describe('a flow', () => {
  it('asks, understands, asks again, branches, keeps the answers, and ends', async () => {
    const customer = '+15553010001';
    await told(customer, 'book');
    expect(await lastSentence(customer)).toEqual({
      verdict: 'replied',
      sentence: 'Replied: rule "Book" started flow "Booking", step "menu".',
    });
    await told(customer, '1', '2', 'Ann', 'many');
    expect(await lastSentence(customer)).toEqual({
      verdict: 'replied',
      sentence: 'Replied: flow "Booking", step "ask_guests".',
    });
    await told(customer, 'we are 4', 'and now?');
    expect(answersTo(customer)).toEqual([
      `Welcome to Acme.\n\n${MENU}`,
      `We are open 9-17.\n\n${MENU}`,
      'What is your name?',
      'For how many, Ann?',
      'Please write a number from 1 to 20.',
      'Booked for 4, Ann.',
      'Hello.',
    ]);
    expect(await runsOf(customer)).toMatchObject([
      { status: 'completed', step: 'done', variables: { name: 'Ann', guests: 4 } },
    ]);
    const { body } = await heed.api<{ items: Json[] }>('GET', `/contacts?q=${encodeURIComponent(customer)}`);
    expect(body.items).toMatchObject([{ tags: ['booked'], attributes: { guests: '4' } }]);
  });

  it('shows in the explanation what was expected of an answer and what came', async () => {
    const customer = '+15553010002';
    await told(customer, 'book', 'table', 'Ann', 'a few');
    const { rows } = await heed.database.query(
      `select id from message where their_address = $1 and direction = 'inbound' and text = 'a few'`,
      [customer],
    );
    const { body } = await heed.api<{ stages: Json[] }>('GET', `/messages/${rows[0].id}/explain`);
    expect(body.stages.find(({ label }) => label === 'flow')).toMatchObject({
      outcome: 'matched',
      children: [{ outcome: 'not_matched', actual: 'a few', expected: 'one whole number from 1 to 20' }],
    });
    const replay = await heed.api('GET', `/messages/${rows[0].id}/decision/replay`);
    expect(replay.body).toMatchObject({ identical: true });
  });

  it('hands over after one wrong answer too many, and then nothing automatic is said', async () => {
    const customer = '+15553010003';
    await told(customer, 'book', '2', 'Ann', 'lots', 'lots of us', 'hello?');
    expect(answersTo(customer).slice(3)).toEqual([
      'Please write a number from 1 to 20.',
      'A colleague will write to you.',
    ]);
    expect(await runsOf(customer)).toMatchObject([{ status: 'handed_over', reason: 'Large table' }]);
    expect((await lastSentence(customer)).verdict).toBe('paused');
  });

  it('is answered by a button', async () => {
    const from = '+15553010004';
    const provider = 'connectly';
    await heed.sandbox.customerSays({ provider, channel: 'whatsapp', from, text: 'book' });
    await settled(heed);
    await heed.sandbox.customerSays({
      provider,
      channel: 'whatsapp',
      from,
      text: 'Our hours',
      buttonId: 'hours',
    });
    await settled(heed);
    expect(answersTo(from)).toEqual([`Welcome to Acme.\n\n${MENU}`, `We are open 9-17.\n\n${MENU}`]);
  });

  it('is shown by the simulator at the step where it waits', async () => {
    const customer = '+15553010014';
    await told(customer, 'book', '2');
    const { body } = await heed.api<Json>('POST', '/simulate', {
      channel: 'sms',
      from: customer,
      text: 'Ann',
    });
    expect(body).toMatchObject({
      sentence: 'Replied: flow "Booking", step "ask_guests".',
      replies: [{ text: 'For how many, Ann?' }],
    });
    expect(await runsOf(customer)).toMatchObject([{ step: 'ask_name', variables: {} }]);
  });

  it('is cancelled by STOP in the transaction that stores it, and gets no further', async () => {
    const customer = '+15553010005';
    await told(customer, 'book', '2');
    const runs = await runsOf(customer);
    expect(runs).toMatchObject([{ status: 'active', step: 'ask_name' }]);
    await says(heed, 'contiguity', 'sms', customer, 'STOP');
    expect(await runsOf(customer)).toMatchObject([{ id: runs[0]?.id, status: 'cancelled' }]);
    await settled(heed);
    await told(customer, 'Ann');
    const answers = answersTo(customer);
    expect(answers).toHaveLength(3);
    expect(answers.at(-1)).not.toContain('Ann');
  });

  it('says nothing that was permitted after a STOP, though the word that starts it came at the same time', async () => {
    const customers = Array.from({ length: 24 }, (_, n) => `+155530300${String(n).padStart(2, '0')}`);
    const stopped = await Promise.all(
      customers.map(async (customer, n) => {
        const say = (text: string) => says(heed, 'contiguity', 'sms', customer, text);
        const starting = n % 3 === 0 ? undefined : say('book');
        await (n % 3 === 2 ? starting : undefined);
        const stopping = say('STOP').then(() => new Date());
        await Promise.all([starting ?? say('book'), stopping]);
        return stopping;
      }),
    );
    await settled(heed);
    for (const [n, customer] of customers.entries()) {
      const sent = (await storiesOf(heed, customer)).filter(({ kind }) => kind !== 'confirmation');
      const late = sent.filter(({ permittedAt }) => permittedAt !== null && permittedAt > (stopped[n] ?? 0));
      expect(late).toEqual([]);
      expect(await runsOf(customer)).not.toContainEqual(expect.objectContaining({ status: 'active' }));
    }
  });

  it('waits on while HELP is answered, and while a hot rule is', async () => {
    const customer = '+15553010006';
    await told(customer, 'book', '2', 'HELP', 'price', 'Ann');
    const answers = answersTo(customer);
    expect(answers[2]).toContain('help@acme.example');
    expect(answers.slice(3)).toEqual(['10.', 'For how many, Ann?']);
  });

  it('goes where its hot words lead, and is left by one', async () => {
    const customer = '+15553010007';
    await told(customer, 'book', '2', 'Menu!', 'back', 'hi');
    expect(answersTo(customer).slice(2)).toEqual([MENU, 'Hello.']);
    expect(await runsOf(customer)).toMatchObject([{ status: 'cancelled', reason: 'The customer left it.' }]);
  });

  it('I8: says what it says when nobody answers in time, and is over', async () => {
    const customer = '+15553010008';
    await told(customer, 'book', '2');
    await timeRunsOut(customer);
    expect(answersTo(customer).at(-1)).toBe('Write BOOK when you have time.');
    expect(await runsOf(customer)).toMatchObject([{ status: 'completed', step: 'too_late' }]);
    expect((await lastSentence(customer)).sentence).toBe('Replied: flow "Booking", step "too_late".');
  });

  it('stands once in a conversation: only a hot rule begins it anew', async () => {
    const customer = '+15553010009';
    await told(customer, 'book', 'book', 'anew');
    expect(answersTo(customer).slice(1)).toEqual([MENU, `Welcome to Acme.\n\n${MENU}`]);
    expect(await runsOf(customer)).toMatchObject([
      { status: 'cancelled' },
      { status: 'active', step: 'menu' },
    ]);
  });

  it('goes on by the revision with which it began', async () => {
    const customer = '+15553010010';
    await told(customer, 'book', '2');
    const changed = { ...BOOKING.steps.ask_guests, ask: { text: 'How many?' } };
    const { status } = await heed.api('PUT', `/flows/${flowId}`, {
      ...BOOKING,
      steps: { ...BOOKING.steps, ask_guests: changed },
    });
    expect(status).toBe(200);
    await told(customer, 'Ann');
    expect(answersTo(customer).at(-1)).toBe('For how many, Ann?');
    const dryRun = await triedOnThePast({
      name: 'Ann',
      trigger: { event: 'message.received' },
      when: { fact: 'message.text', op: 'equals', value: 'Ann' },
      then: [{ reply: { text: 'Hello Ann.' } }],
    });
    expect(dryRun['result']).toMatchObject({ fired: { before: 0, after: 0 }, changedReplies: 0 });
    const { body } = await heed.api<Json>('POST', `/flows/${flowId}/try`, { texts: ['2', 'Ann', 'x', null] });
    expect(body).toMatchObject({
      turns: [
        { step: 'menu' },
        { text: '2', step: 'ask_name' },
        { step: 'ask_guests', variables: { name: 'Ann' }, decision: { replies: [{ text: 'How many?' }] } },
        { step: 'ask_guests', decision: { verdict: 'replied' } },
        { text: null, step: null },
      ],
      warnings: [],
    });
  });

  it('plays a flow that nobody has saved, and tells by its place what is wrong with it', async () => {
    const before = await heed.api<{ items: unknown[] }>('GET', '/flows');
    const definition = { ...BOOKING, name: 'A draft' };
    const { status, body } = await heed.api('POST', '/flows/try', { definition, texts: ['2', 'Ann'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      turns: [{ step: 'menu' }, { step: 'ask_name' }, { variables: { name: 'Ann' } }],
    });
    const lost = { ...definition, start: 'nowhere' };
    expect(await heed.api('POST', '/flows/try', { definition: lost, texts: [] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/definition/start' }] },
    });
    expect((await heed.api('POST', '/flows/try', { definition: 'none', texts: [] })).status).toBe(422);
    expect((await heed.api('GET', '/flows')).body).toEqual(before.body);
  });

  it('stands still while automatic replies are switched off, and goes on afterwards', async () => {
    const customer = '+15553010011';
    await told(customer, 'book', '2');
    await heed.api('PUT', '/kill-switches/all', { reason: 'A test' });
    await told(customer, 'Ann');
    expect(await lastSentence(customer)).toMatchObject({ verdict: 'paused' });
    expect(await runsOf(customer)).toMatchObject([{ status: 'active', step: 'ask_name' }]);
    await heed.api('DELETE', '/kill-switches/all');
    await told(customer, 'Ann');
    expect(answersTo(customer).at(-1)).toMatch(/How many|For how many/);
  });

  it('is ended by a person who takes the conversation over, and by an administrator', async () => {
    const customer = '+15553010012';
    await told(customer, 'book');
    const { body } = await heed.api<{ items: Run[] }>('GET', '/flow-runs?status=active&limit=1');
    const [run] = body.items;
    expect(run).toMatchObject({ flowName: 'Booking', step: 'menu' });
    expect((await heed.api('POST', `/flow-runs/${run?.id}/cancel`)).body).toMatchObject({
      status: 'cancelled',
    });
    expect((await heed.api('POST', `/flow-runs/${run?.id}/cancel`)).status).toBe(409);
    await told(customer, 'book');
    const conversationId = String(run?.['conversationId']);
    await heed.api('POST', `/conversations/${conversationId}/pause`, { minutes: 5, reason: 'Ann takes it' });
    expect((await runsOf(customer)).at(-1)).toMatchObject({ status: 'handed_over' });
    const { body: list } = await heed.api<{ items: Run[] }>(
      'GET',
      `/flow-runs?conversationId=${conversationId}`,
    );
    expect(list.items.map(({ status }) => status)).toEqual(['handed_over', 'cancelled']);
  });

  it('is forgotten with its contact', async () => {
    const customer = '+15553010015';
    await told(customer, 'book', '2', 'Ann');
    const { body } = await heed.api<{ items: Json[] }>('GET', `/contacts?q=${encodeURIComponent(customer)}`);
    const contactId = String(body.items[0]?.['id']);
    // What is still being handled of a contact is not erased.
    await eventually(async () => {
      const { status } = await heed.api('POST', `/contacts/${contactId}/erase`, {
        reason: 'They asked for it',
      });
      if (status !== 200) throw new Error(`Not erased: ${status}.`);
    });
    const { rows } = await heed.database.query(
      'select status, variables from flow_run where contact_id = $1',
      [contactId],
    );
    expect(rows).toEqual([{ status: 'cancelled', variables: {} }]);
  });

  it('goes on in another process after the one that began it has ended', async () => {
    const customer = '+15553010013';
    const first = await startHeed();
    const setUp = [
      await first.api('POST', '/flows', BOOKING),
      await first.api('POST', '/rules', {
        name: 'Book',
        trigger: { event: 'message.received' },
        when: { all: [] },
        then: [{ startFlow: 'Booking' }],
      }),
    ];
    expect(setUp.map(({ status }) => status)).toEqual([201, 201]);
    await says(first, 'contiguity', 'sms', customer, 'book');
    await settled(first);
    const second = await startHeed({ beside: first });
    try {
      await first.app.close();
      pointSandboxAt(first.sandbox, second.url);
      await says(second, 'contiguity', 'sms', customer, '2');
      await settled(second);
      expect(acceptedFor(second, customer).map(({ text }) => text)).toEqual([
        `Welcome to Acme.\n\n${MENU}`,
        'What is your name?',
      ]);
    } finally {
      await second.close();
      await first.sandbox.stop();
      await first.database.drop();
    }
  });
});
