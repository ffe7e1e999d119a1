/**
 * Which decisions were shown. A transaction may commit after one that decided later, so each look goes a little back, and what was shown
 * before is passed over.
 */
export class SeenDecisions {
  private readonly times = new Map<string, number>();
  private newest: number;

  constructor(
    start: Date,
    private readonly overlapMs: number,
  ) {
    this.newest = start.getTime();
  }

  /** From where to look again. */
  get lookFrom(): Date {
    return new Date(this.newest - this.overlapMs);
  }

  get ids(): readonly string[] {
    return [...this.times.keys()];
  }

  add(decisions: readonly { readonly id: string; readonly decidedAt: Date }[]): void {
    for (const { id, decidedAt } of decisions) {
      this.times.set(id, decidedAt.getTime());
      this.newest = Math.max(this.newest, decidedAt.getTime());
    }
    for (const [id, time] of this.times) {
      if (time < this.newest - this.overlapMs) this.times.delete(id);
    }
  }
}
