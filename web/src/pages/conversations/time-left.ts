const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long is left, in the two largest units: `1 d 4 h`, `12 min 5 s`. `undefined` when nothing is. */
export function timeLeft(ms: number): string | undefined {
  if (!(ms > 0)) return undefined;
  if (ms >= DAY_MS) return two(ms, DAY_MS, 'd', HOUR_MS, 'h');
  if (ms >= HOUR_MS) return two(ms, HOUR_MS, 'h', MINUTE_MS, 'min');
  if (ms >= MINUTE_MS) return two(ms, MINUTE_MS, 'min', SECOND_MS, 's');
  return `${Math.ceil(ms / SECOND_MS)} s`;
}

function two(ms: number, largeMs: number, large: string, smallMs: number, small: string): string {
  const rest = Math.floor((ms % largeMs) / smallMs);
  return `${Math.floor(ms / largeMs)} ${large}${rest === 0 ? '' : ` ${rest} ${small}`}`;
}
