import type { StatsPointView } from './stats.views.js';

const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

/** How often something happened in the step that began at `at`. */
export type SeriesCount = {
  readonly at: Date;
  readonly name: Exclude<keyof StatsPointView, 'at'>;
  readonly count: number;
};

/** Hours for a day or two, days beyond: between 1 and 48 points in any case. */
export function seriesStepSeconds(since: Date, until: Date): number {
  return until.getTime() - since.getTime() <= 2 * DAY_S * 1_000 ? HOUR_S : DAY_S;
}

/** One point for each step between the two instants, also where nothing happened: a chart with gaps would lie. */
export function denseSeries(
  counts: readonly SeriesCount[],
  since: Date,
  until: Date,
  stepSeconds: number,
): StatsPointView[] {
  const points: StatsPointView[] = [];
  for (let at = since.getTime(); at < until.getTime(); at += stepSeconds * 1_000) {
    const here = counts.filter((count) => count.at.getTime() === at);
    const count = (name: SeriesCount['name']) => here.find((each) => each.name === name)?.count ?? 0;
    points.push({
      at: new Date(at),
      inbound: count('inbound'),
      replies: count('replies'),
      failed: count('failed'),
      suppressed: count('suppressed'),
      optOuts: count('optOuts'),
    });
  }
  return points;
}
