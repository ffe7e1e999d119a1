import { durationMs, spokenInstant } from '../definition/duration.js';
import { ending, passed, stopped } from '../stage.js';
import type { Situation, StageResult } from '../stage.js';
import { talkBefore, type Exchange, type Talk } from './exchanges.js';
import { guardFacts } from './guard-facts.js';
import { isAlike, quotes } from './likeness.js';
import { DEFAULT_REPLY_SETTINGS, type Sensitivity } from './reply-settings.js';

/** What to think of the other side. */
export type LoopJudgement = {
  readonly score: number;
  readonly outcome: 'pass' | 'slow' | 'stop';
  /** Why, in words; empty when there is nothing to say. */
  readonly because: string;
};

/** From so many points on it is answered slowly, and not at all. */
const THRESHOLDS: Readonly<
  Record<Exclude<Sensitivity, 'off'>, { readonly slow: number; readonly stop: number }>
> = {
  low: { slow: 5, stop: 7 },
  normal: { slow: 4, stop: 5 },
  high: { slow: 2, stop: 4 },
};

/** How long the answer waits to somebody who may be a machine: what is one will be given away by its next word. */
export const SLOW_REPLY_MS = 20_000;

/** "ok", "1", "yes": people say these again and again. */
const LEAST_WEIGHT = 4;
/** From here on, saying the same again is worth a thought whatever its pace. */
const FULL_WEIGHT = 10;
const PACE_POINTS = 3;
const REGULAR_SPREAD = 0.2;
const FEWEST_REGULAR = 3;
const NOTHING: LoopJudgement = { score: 0, outcome: 'pass', because: '' };

/**
 * Is this another automatic system, answering ours? Points are for what a machine does and a person does not: the same words again after
 * a reply of ours (two; none if they were said without one, because then somebody wants something and says so again), our own words thrown back (two), all of it sooner than anybody types (three), at the same interval each time (one).
 * Pace and rhythm alone say nothing: people are fast, and a customer who was off the network sends everything at once.
 */
export function judgeLoop({ event, facts, now }: Situation): LoopJudgement {
  const { settings, receivedAt, recentMessages } = guardFacts(facts);
  const { sensitivity } = settings.loopGuard;
  if (event.name !== 'message.received' || sensitivity === 'off') return NOTHING;
  // A pressed button says the same each time, and comes at once.
  if (event.payload.buttonId !== undefined) return NOTHING;
  const at = receivedAt === undefined ? now.getTime() : Date.parse(receivedAt);
  const talk = talkBefore({ text: event.payload.text, at }, recentMessages);
  // A mail quotes what it answers, whoever wrote it.
  const evidence = gather(talk, event.payload.channel !== 'email');
  if (evidence.score === 0) return NOTHING;
  const { slow, stop } = THRESHOLDS[sensitivity];
  const outcome = evidence.score >= stop ? 'stop' : evidence.score >= slow ? 'slow' : 'pass';
  return { ...evidence, outcome };
}

function gather(
  { exchanges, unprompted }: Talk,
  canQuote: boolean,
): { readonly score: number; readonly because: string } {
  const [present, ...earlier] = exchanges;
  if (present === undefined) return { score: 0, because: '' };
  const isOwnWish = unprompted.some((each) => isAlike(each, present.theirs));
  const repeated = isOwnWish ? [] : untilOtherwise(earlier, present);
  const echoes = canQuote ? exchanges.filter(isEcho) : [];
  const points =
    repeated.reduce((sum, each) => sum + weigh(each, present), 0) +
    echoes.reduce((sum, each) => sum + weigh(each, each), 0);
  if (points === 0) return { score: 0, because: '' };
  const telling = [...new Set([present, ...repeated, ...echoes])];
  const isFast = telling.every((each) => each.isMachinePaced);
  const isRegular = hasRhythm(telling);
  return {
    score: points + (isFast ? PACE_POINTS : 0) + (isRegular ? 1 : 0),
    because: [
      ...(repeated.length > 0 ? [`it answered ${repeated.length + 1} replies with the same words`] : []),
      ...(echoes.length > 0 ? ['it sends our own words back'] : []),
      ...(isFast ? ['it is faster than anybody types'] : []),
      ...(isRegular ? ['it answers at the same interval each time'] : []),
    ].join(', '),
  };
}

/** Those right before the present one in which the same was said. */
function untilOtherwise(earlier: readonly Exchange[], present: Exchange): readonly Exchange[] {
  const end = earlier.findIndex((each) => !isAlike(each.theirs, present.theirs));
  return end === -1 ? earlier : earlier.slice(0, end);
}

/** Two points for words that nobody says twice by chance, one for a short text that a person may well repeat, none for "ok". */
function weigh(one: Exchange, other: Exchange): number {
  const weight = Math.min(one.theirs.weight, other.theirs.weight);
  if (weight < LEAST_WEIGHT) return 0;
  return weight >= FULL_WEIGHT || (one.isMachinePaced && other.isMachinePaced) ? 2 : 1;
}

/** A "hello" that answers "hello" is none. */
function isEcho({ ours, theirs }: Exchange): boolean {
  return ours.weight >= FULL_WEIGHT && (isAlike(theirs, ours) || quotes(theirs, ours));
}

function hasRhythm(exchanges: readonly Exchange[]): boolean {
  if (exchanges.length < FEWEST_REGULAR) return false;
  const delays = exchanges.map(({ delayMs }) => delayMs);
  const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
  return delays.every((delay) => Math.abs(delay - mean) <= mean * REGULAR_SPREAD);
}

/** Stops the talk of two machines, and gives the conversation to a person for as long as the settings say. */
export function loopStage(situation: Situation): StageResult {
  const label = 'loop guard';
  const { event, facts, now } = situation;
  if (event.name !== 'message.received') return passed(label, 'Not a message from outside.');
  const { outcome, score, because } = judgeLoop(situation);
  switch (outcome) {
    case 'pass':
      return passed(label, 'Nothing looks like another automatic system.');
    case 'slow':
      return passed(label, `This may be another automatic system (${because}): it is answered slowly.`);
    case 'stop': {
      const { pause } = guardFacts(facts).settings.loopGuard;
      const length = durationMs(pause) ?? durationMs(DEFAULT_REPLY_SETTINGS.loopGuard.pause) ?? 0;
      const until = new Date(now.getTime() + length);
      const sentence = `No reply: this looks like another automatic system (${because}). The conversation is given to a person, and paused until ${spokenInstant(until, now)}.`;
      const result = stopped(label, {
        ...ending('loop_suspected', sentence),
        effects: [{ kind: 'handOver', reason: 'Looks like another automatic system', forMs: length }],
      });
      return { ...result, trace: { ...result.trace, actual: score } };
    }
    default: {
      const never: never = outcome;
      return never;
    }
  }
}
