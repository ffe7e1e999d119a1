import { compileRulebook } from '../rulebook/compile-rulebook.js';
import { runTestsInOrder, type RuleTestResult } from '../rules/rule-tests.js';
import type { Bundle } from './bundle.js';
import { bundleRows } from './bundle-rows.js';

/** One test of a rule. `pointer` is where it stands in the bundle. */
export type BundleTestResult = RuleTestResult & {
  readonly key: string;
  readonly rule: string;
  readonly pointer: string;
};

/** Runs the tests beside each rule through `decide` with the whole bundle in its order. */
export function runBundleTests(bundle: Bundle): readonly BundleTestResult[] {
  const { library } = compileRulebook(
    bundleRows(bundle).filter(({ kind }) => kind !== 'rule'),
    () => undefined,
  );
  const stored = bundle.rules.map(({ key, definition }, index) => ({
    id: key,
    revisionId: key,
    number: 1,
    position: index + 1,
    definition,
  }));
  return runTestsInOrder(stored, library).flatMap((results, index) => {
    const entry = bundle.rules[index];
    if (entry === undefined) return [];
    const { key, pointer, definition } = entry;
    return results.map((result, test) => ({
      key,
      rule: definition.name,
      pointer: `${pointer}/tests/${test}`,
      ...result,
    }));
  });
}
