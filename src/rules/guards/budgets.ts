import { spokenInstant } from '../definition/duration.js';
import { measureText } from '../replies/segments.js';
import { ending, passed, stopped } from '../stage.js';
import type { Situation, StageResult } from '../stage.js';
import { guardFacts } from './guard-facts.js';
import type { CostBudget } from './reply-settings.js';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Whether a reply may still be afforded: the contact's number of replies, and what the connection may spend in a day. Only the replies of
 * rules are counted and stopped; the confirmation of a STOP is always affordable, and so is what a person writes.
 *
 * @param what wants to be sent, as a sentence begins: `rule "Hours" matched`.
 */
export function budgetStage(what: string, text: string, situation: Situation): StageResult {
  const reason = repliesReason(situation) ?? costReason(text, situation);
  if (reason === undefined) return passed('budget', 'The contact’s and the connection’s budgets allow it.');
  const sentence = `No reply: ${what}, but ${reason}`;
  return stopped('budget', ending('budget_exhausted', sentence));
}

/** Why the contact is sent nothing automatic more for a while, in words; `undefined` when they may be. */
export function repliesReason({ facts, now }: Situation): string | undefined {
  const { settings, budgetFilledAt } = guardFacts(facts);
  const { perHour, perDay } = settings.replyBudget;
  const windows = [
    { cap: perHour, filledAt: budgetFilledAt.hour, lengthMs: HOUR_MS, name: 'an hour' },
    { cap: perDay, filledAt: budgetFilledAt.day, lengthMs: DAY_MS, name: 'a day' },
  ] as const;
  const spent = windows
    .flatMap(({ cap, filledAt, lengthMs, name }) =>
      cap === null || filledAt === undefined ? [] : [{ cap, name, end: Date.parse(filledAt) + lengthMs }],
    )
    .filter(({ end }) => end > now.getTime())
    .sort((one, other) => other.end - one.end)[0];
  if (spent === undefined) return undefined;
  const until = spokenInstant(new Date(spent.end), now);
  const replies = spent.cap === 1 ? '1 automatic reply' : `${spent.cap} automatic replies`;
  return `this contact’s budget of ${replies} ${spent.name} is used up until ${until}.`;
}

function costReason(text: string, { event, facts, now }: Situation): string | undefined {
  const { settings, segmentsSpent } = guardFacts(facts);
  const budget = settings.costBudgets.find(({ connectionId }) => connectionId === event.connectionId);
  if (budget === undefined || facts.conversation?.channel !== 'sms') return undefined;
  const isToday = segmentsSpent?.day === dayOf(now);
  const { segments } = measureText(text);
  return costSentence(budget, isToday ? segmentsSpent.segments : 0, segments, now);
}

/** A sentence when `segments` more are too many; `undefined` when they can be afforded. */
export function costSentence(
  budget: CostBudget,
  spent: number,
  segments: number,
  now: Date,
): string | undefined {
  const { segmentsPerDay, pricePerSegment, currency } = budget;
  if (spent + segments <= segmentsPerDay) return undefined;
  const price =
    pricePerSegment === undefined
      ? ''
      : ` (${(segmentsPerDay * pricePerSegment).toFixed(2)}${currency === undefined ? '' : ` ${currency}`})`;
  const midnight = new Date(Date.parse(`${dayOf(now)}T00:00:00Z`) + DAY_MS);
  return `the connection’s daily budget of ${segmentsPerDay} SMS segments${price} is used up until ${spokenInstant(midnight, now)}: ${spent} are spent, and this needs ${segments}.`;
}

/** The UTC day, by which spending is counted. */
function dayOf(now: Date): string {
  return Number.isNaN(now.getTime()) ? '' : now.toISOString().slice(0, 10);
}
