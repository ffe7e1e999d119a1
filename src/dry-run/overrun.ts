/** How often a rule fired lately, beside what its dry run foretold. */
export type Firings = {
  readonly hour: number;
  readonly day: number;
  /** The most that were expected in 24 hours. */
  readonly high: number;
};

/** So many firings in an hour harm nobody, whatever was foretold. */
const HARMLESS_IN_AN_HOUR = 20;
const TOLERATED_TIMES = 5;

/** Why a rule has to be held back, in words for people; `undefined` while it may go on. */
export function overrunSentence(firings: Firings | undefined): string | undefined {
  if (firings === undefined) return undefined;
  const { hour, day, high } = firings;
  if (hour < HARMLESS_IN_AN_HOUR || !(day > TOLERATED_TIMES * high)) return undefined;
  const most = high === 1 ? 'once' : `${high} times`;
  return `It fired ${day} times in 24 hours, ${hour} of them in one hour; its dry run foretold ${most} a day at most. Look at what it answers, then let it go on: POST /api/v1/rules/:id/resume.`;
}
