import { describe, expect, it } from '@jest/globals';
import type { LaneStep } from './lane-worker.js';
import { LanesUnderWay } from './lanes-under-way.js';

const LANE = 'acme/+2207654321';

/** Steps that are under way until the test says how they end. */
function newLanes() {
  const steps: {
    readonly lane: string;
    readonly end: (step: LaneStep) => void;
    readonly fail: () => void;
  }[] = [];
  const lanes = new LanesUnderWay(
    (lane) =>
      new Promise((end, reject) => {
        steps.push({ lane, end, fail: () => reject(new Error('It failed.')) });
      }),
  );
  /** Ends the step that began last, and lets what follows from it happen. */
  const end = async (step: LaneStep) => {
    steps.at(-1)?.end(step);
    await settled();
  };
  return { lanes, steps, end };
}

/** By then everything has happened that waits for nothing but promises. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

describe('the lanes that are under way', () => {
  it('are worked on until nothing waits', async () => {
    const { lanes, steps, end } = newLanes();
    const drained = lanes.drain(LANE);
    await end('worked');
    await end('finished');
    expect(await drained).toBe('empty');
    expect(steps).toHaveLength(2);
  });

  it('are looked at once more when they were woken meanwhile, by the one that has them', async () => {
    const { lanes, steps, end } = newLanes();
    const first = lanes.drain(LANE);
    expect(await lanes.drain(LANE)).toBe('empty');
    expect(await lanes.drain(LANE)).toBe('empty');
    expect(steps).toHaveLength(1);
    await end('finished');
    expect(steps).toHaveLength(2);
    await end('empty');
    expect(await first).toBe('empty');
    expect(steps).toHaveLength(2);
  });

  it('are looked at again for a wake-up that came during that last look', async () => {
    const { lanes, steps, end } = newLanes();
    const first = lanes.drain(LANE);
    await lanes.drain(LANE);
    await end('finished');
    await lanes.drain(LANE);
    await end('empty');
    expect(steps).toHaveLength(3);
    await end('empty');
    expect(await first).toBe('empty');
  });

  it('do not wait for one another', async () => {
    const { lanes, steps, end } = newLanes();
    const one = lanes.drain(LANE);
    const other = lanes.drain('acme/+2207654322');
    expect(steps.map(({ lane }) => lane)).toEqual([LANE, 'acme/+2207654322']);
    await end('finished');
    expect(await other).toBe('empty');
    steps[0]?.end('finished');
    expect(await one).toBe('empty');
  });

  it('are somebody else’s when another process has them, and free here for whoever comes back', async () => {
    const { lanes, steps, end } = newLanes();
    const first = lanes.drain(LANE);
    await lanes.drain(LANE);
    await end('busy');
    expect(await first).toBe('busy');
    const back = lanes.drain(LANE);
    expect(steps).toHaveLength(2);
    await end('finished');
    expect(await back).toBe('empty');
  });

  it('are free again after a step that failed', async () => {
    const { lanes, steps, end } = newLanes();
    const first = lanes.drain(LANE);
    const failed = expect(first).rejects.toThrow('It failed.');
    steps[0]?.fail();
    await failed;
    const back = lanes.drain(LANE);
    await end('finished');
    expect(await back).toBe('empty');
    expect(steps).toHaveLength(2);
  });
});
