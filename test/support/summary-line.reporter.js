/** Prints `N passed, N failed` alone on the last line, so that any CI can read the result. */
export default class SummaryLineReporter {
  onRunComplete(_contexts, results) {
    // A spec file that could not be loaded has run no test, so it has to count as a failure itself.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
}
