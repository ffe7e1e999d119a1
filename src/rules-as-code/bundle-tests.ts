import { compileRulebook } from '../rulebook/compile-rulebook.js';
import { NO_TENANT_WORDS, type ConsentVocabulary } from '../rules/compliance/classification.js';
import { runTestsInOrder, type RuleTestResult } from '../rules/rule-tests.js';
import type { Bundle } from './bundle.js';
import { bundleRows } from './bundle-rows.js';

/** One test of a rule. `pointer` is where it stands in the bundle. */
export type BundleTestResult = RuleTestResult & {
  readonly key: string;
  readonly rule: string;
  readonly pointer: string;
};

/**
 * Runs the tests beside each rule through `decide` with the whole bundle in its order.
 *
 * @param vocabulary - the words of consent that the settings of the server add to the built-in ones
 */
export function runBundleTests(
  bundle: Bundle,
  vocabulary: ConsentVocabulary = NO_TENANT_WORDS,
): readonly BundleTestResult[] {
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
  return runTestsInOrder(stored, { library, vocabulary }).flatMap((results, index) => {
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
