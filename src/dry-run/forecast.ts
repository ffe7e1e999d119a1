/** How often a rule is expected to fire in 24 hours. */
export type Forecast = { readonly mean: number; readonly low: number; readonly high: number };

/** Seeing nothing at all in a time still leaves up to three in it at 95 per cent. Source: https://doi.org/10.1001/jama.1983.03330370053031 */
const RULE_OF_THREE = 3;
const DEVIATIONS = 3;

/**
 * Foretells from what was counted in periods of 24 hours each. Firings come one by one, so a mean of n spreads by about √n; where the past
 * was more restless than that, its extremes count instead.
 */
export function forecastOf(firings: readonly number[]): Forecast {
  if (firings.length === 0) return { mean: 0, low: 0, high: RULE_OF_THREE };
  const mean = firings.reduce((sum, count) => sum + count, 0) / firings.length;
  const spread = DEVIATIONS * Math.sqrt(mean);
  return {
    mean: Math.round(mean * 10) / 10,
    low: Math.max(0, Math.floor(Math.min(mean - spread, ...firings))),
    high: Math.max(RULE_OF_THREE, Math.ceil(Math.max(mean + spread, ...firings))),
  };
}
