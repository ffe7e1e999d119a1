import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimModelCall } from '../../src/language-model/model-call.repository.js';
import { Database } from '../../src/platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const MORNING = new Date('2026-04-10T08:00:00Z');
const NEXT_DAY = new Date('2026-04-11T00:00:00Z');
const PLENTY = { callsPerContact: 1_000, callsPerDay: 1_000, tokensPerDay: 1_000_000 };
/** A third of its characters, and as many tokens as the answer may have. */
const PROMPT = 'x'.repeat(300);
const TOKENS_OF_ONE = 100 + 50;

let store: TestDatabase;
let database: Database;

beforeAll(async () => {
  store = await cloneDatabase();
  database = new Database(store.url, () => undefined);
});

afterAll(async () => {
  await database.close();
  await store.drop();
});

beforeEach(async () => {
  await database.modelCall.deleteMany();
});

async function queue(count: number, contactId: string = randomUUID()): Promise<void> {
  const question = () => ({
    id: randomUUID(),
    domainEventId: randomUUID(),
    slot: 'slot',
    ruleRevisionId: randomUUID(),
    contactId,
    conversationId: randomUUID(),
    inboundMessageId: randomUUID(),
    mode: 'live',
    terms: { maxTokens: 50 },
    prompt: PROMPT,
    promptHash: '',
    state: 'queued',
    nextAttemptAt: MORNING,
    createdAt: MORNING,
  });
  await database.modelCall.createMany({ data: Array.from({ length: count }, question) });
}

/** What the next question is told: why it may not be asked, or that it may. */
async function next(budget: Partial<typeof PLENTY>, at = MORNING): Promise<string | undefined> {
  const call = await claimModelCall(database, at, { ...PLENTY, ...budget });
  if (call === undefined) throw new Error('There is no question.');
  return call.overBudget ?? 'asked';
}

describe('the budget of a day', () => {
  it('is so many questions of everybody together, until midnight UTC', async () => {
    await queue(2);
    await queue(2);
    const told = [
      await next({ callsPerDay: 2 }),
      await next({ callsPerDay: 2 }),
      await next({ callsPerDay: 2 }),
    ];
    expect(told).toEqual([
      'asked',
      'asked',
      'The budget of 2 questions to the language model a day is used up.',
    ]);
    expect(await next({ callsPerDay: 2 }, NEXT_DAY)).toBe('asked');
  });

  it('is so many questions of one contact, and leaves the others theirs', async () => {
    const contact = randomUUID();
    await queue(1, contact);
    expect(await next({ callsPerContact: 1 })).toBe('asked');
    await queue(1, contact);
    expect(await next({ callsPerContact: 1 })).toContain('This contact’s budget of 1 questions');
    await queue(1);
    expect(await next({ callsPerContact: 1 })).toBe('asked');
  });

  it('is so many tokens, counted beforehand as an answer may cost, and afterwards as it did', async () => {
    const budget = { tokensPerDay: 2 * TOKENS_OF_ONE };
    await queue(3);
    expect(await next(budget)).toBe('asked');
    expect(await next(budget)).toBe('asked');
    expect(await next(budget)).toContain(`The budget of ${2 * TOKENS_OF_ONE} tokens`);
    await database.modelCall.updateMany({ where: { calledAt: { not: null } }, data: { tokens: 10 } });
    await queue(1);
    expect(await next(budget)).toBe('asked');
  });

  it('is kept by many processes that ask at the same moment', async () => {
    await queue(12);
    const told = await Promise.all(Array.from({ length: 12 }, () => next({ callsPerDay: 5 })));
    expect(told.filter((each) => each === 'asked')).toHaveLength(5);
  });
});
