import type { Snapshot } from '../rulebook/stored-snapshot.js';
import type { Comparison, ReplayedSides } from './comparison.js';
import { forecastOf, type Forecast } from './forecast.js';
import { SegmentCounter } from './segment-counter.js';

/** So many examples are kept, the latest ones, no two of the same text. */
const EXAMPLES_KEPT = 20;
/** So many other rules are named that win or lose events. */
const OTHER_RULES_NAMED = 50;
const DAY_MS = 24 * 60 * 60 * 1_000;

type Sides = { readonly before: number; readonly after: number };

/** An event whose answer the change changes. Without a word of it: it is decided again when somebody looks. */
export type ExampleKey = { readonly decisionId: string; readonly replayed?: ReplayedSides };

/** What a dry run found. */
export type DryRunResult = {
  readonly since: string;
  readonly until: string;
  /** Events whose snapshot could not be read. */
  readonly unreadable: number;
  /** Events upon which the rule fires. */
  readonly fired: Sides;
  /** Of these, those upon which it fires only with the change, and only without. */
  readonly gained: number;
  readonly lost: number;
  /** Events whose verdict or reply differs. */
  readonly changedReplies: number;
  readonly replies: Sides;
  readonly segments: Sides;
  /** By UTC day, without days of no events. */
  readonly perDay: readonly ({ readonly day: string; readonly lookedAt: number } & Sides)[];
  /** Of the rule with the change. */
  readonly forecast: Forecast;
  readonly otherRules: readonly { readonly ruleId: string; readonly gained: number; readonly lost: number }[];
  readonly examples: readonly ExampleKey[];
};

type Day = { lookedAt: number; before: number; after: number };

/** Adds comparisons up, in a space that does not grow with them. */
export class Tally {
  private lookedAt = 0;
  private unreadable = 0;
  private gained = 0;
  private lost = 0;
  private changedReplies = 0;
  private readonly fired = { before: 0, after: 0 };
  private readonly replies = { before: 0, after: 0 };
  private readonly segments = { before: 0, after: 0 };
  private readonly days = new Map<string, Day>();
  /** Firings by how many periods of 24 hours lie between them and the end. */
  private readonly periods = new Map<number, number>();
  private oldestPeriod = -1;
  private readonly others = new Map<string, { gained: number; lost: number }>();
  private readonly counter = new SegmentCounter();
  private readonly examples = new Map<string, ExampleKey>();

  constructor(
    private readonly ruleId: string,
    private readonly since: Date,
    private readonly until: Date,
  ) {}

  get count(): number {
    return this.lookedAt + this.unreadable;
  }

  addUnreadable(): void {
    this.unreadable += 1;
  }

  add(decisionId: string, snapshot: Snapshot, comparison: Comparison): void {
    const { before, after, isChanged } = comparison;
    const fired = {
      before: before.firedRuleIds.includes(this.ruleId),
      after: after.firedRuleIds.includes(this.ruleId),
    };
    this.lookedAt += 1;
    for (const side of ['before', 'after'] as const) {
      this.fired[side] += Number(fired[side]);
      this.replies[side] += comparison[side].replies.length;
    }
    const segments = this.counter.count(before, snapshot.facts);
    this.segments.before += segments;
    this.segments.after += after === before ? segments : this.counter.count(after, snapshot.facts);
    if (fired.after && !fired.before) this.gained += 1;
    if (fired.before && !fired.after) this.lost += 1;
    this.addDay(snapshot.now, fired);
    this.addOthers(before.firedRuleIds, after.firedRuleIds);
    if (!isChanged) return;
    this.changedReplies += 1;
    this.keepExample(decisionId, snapshot, comparison.replayed);
  }

  result(): DryRunResult {
    const { since, until, unreadable, fired, gained, lost, changedReplies, replies, segments } = this;
    const perPeriod = Array.from(
      { length: this.oldestPeriod + 1 },
      (_, period) => this.periods.get(period) ?? 0,
    );
    return {
      since: since.toISOString(),
      until: until.toISOString(),
      unreadable,
      fired,
      gained,
      lost,
      changedReplies,
      replies,
      segments,
      perDay: [...this.days].map(([day, counts]) => ({ day, ...counts })),
      forecast: forecastOf(perPeriod),
      otherRules: [...this.others]
        .map(([ruleId, counts]) => ({ ruleId, ...counts }))
        .sort((one, other) => other.lost + other.gained - one.lost - one.gained)
        .slice(0, OTHER_RULES_NAMED),
      examples: [...this.examples.values()].toReversed(),
    };
  }

  private addDay(at: Date, fired: { readonly before: boolean; readonly after: boolean }): void {
    const day = at.toISOString().slice(0, 10);
    const counts = this.days.get(day) ?? { lookedAt: 0, before: 0, after: 0 };
    counts.lookedAt += 1;
    counts.before += Number(fired.before);
    counts.after += Number(fired.after);
    this.days.set(day, counts);
    const period = Math.max(0, Math.floor((this.until.getTime() - at.getTime()) / DAY_MS));
    this.oldestPeriod = Math.max(this.oldestPeriod, period);
    this.periods.set(period, (this.periods.get(period) ?? 0) + Number(fired.after));
  }

  private addOthers(before: readonly string[], after: readonly string[]): void {
    for (const id of before) if (!after.includes(id)) this.other(id).lost += 1;
    for (const id of after) if (!before.includes(id)) this.other(id).gained += 1;
    this.others.delete(this.ruleId);
  }

  private other(id: string): { gained: number; lost: number } {
    const counts = this.others.get(id) ?? { gained: 0, lost: 0 };
    this.others.set(id, counts);
    return counts;
  }

  private keepExample(decisionId: string, { event }: Snapshot, replayed: ReplayedSides | undefined): void {
    const text = event.name === 'message.received' ? event.payload.text.trim().toLowerCase() : decisionId;
    this.examples.delete(text);
    this.examples.set(text, { decisionId, ...(replayed !== undefined && { replayed }) });
    const [oldest] = this.examples.keys();
    if (this.examples.size > EXAMPLES_KEPT && oldest !== undefined) this.examples.delete(oldest);
  }
}
