import fc from 'fast-check';

/**
 * Properties look at the same examples in every run, so that a red run is about the change that it stands for. To look for new ones:
 * `npm run test:explore`, which tries many more of them; what it finds becomes a test of its own.
 */
const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;

fc.configureGlobal({
  ...(PROPERTY_SEED === 'random' ? {} : { seed: Number(PROPERTY_SEED ?? 1) }),
  ...(PROPERTY_RUNS !== undefined && { numRuns: Number(PROPERTY_RUNS) }),
});
