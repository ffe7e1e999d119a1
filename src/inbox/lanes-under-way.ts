import type { LaneStep } from './lane-worker.js';

/**
 * Sees to it that this process works on a lane once at a time. Whoever wakes a lane that is under way leaves it to the worker that has it,
 * which looks once more before it ends: so no worker waits for another, and nothing that was stored before the wake-up is left behind.
 */
export class LanesUnderWay {
  private readonly lanes = new Map<string, 'woken' | 'woken again'>();

  constructor(private readonly step: (lane: string) => Promise<LaneStep>) {}

  /**
   * Works on a lane until nothing waits in it. Where another process has it (`busy`), or a step throws, the caller has to come back: for
   * those as well who left the lane to it.
   */
  async drain(lane: string): Promise<'empty' | 'busy'> {
    if (this.lanes.has(lane)) {
      this.lanes.set(lane, 'woken again');
      return 'empty';
    }
    try {
      do {
        this.lanes.set(lane, 'woken');
        let step = await this.step(lane);
        while (step === 'worked') step = await this.step(lane);
        if (step === 'busy') return 'busy';
      } while (this.lanes.get(lane) === 'woken again');
      return 'empty';
    } finally {
      this.lanes.delete(lane);
    }
  }
}
