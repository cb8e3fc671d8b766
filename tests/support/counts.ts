import { existsSync, readFileSync, rmSync } from 'node:fs';

export type Counts = Readonly<{ passed: number; failed: number; skipped: number }>;

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
export const success: Counts = { ...nothing, passed: 1 };
export const failure: Counts = { ...nothing, failed: 1 };

export const add = (a: Counts, b: Counts): Counts => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

type VitestReport = Readonly<{
  numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number;
  testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
}>;
type PlaywrightReport = Readonly<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>;

/** A runner that fails without a failed test (a file that does not load, no test at all) counts as one failure. */
async function counted<Report>(file: string, run: () => Promise<boolean>, countsOf: (report: Report) => Counts): Promise<Counts> {
  rmSync(file, { force: true });
  const succeeded = await run();
  if (!existsSync(file)) return failure;
  const counts = countsOf(JSON.parse(readFileSync(file, 'utf8')) as Report);
  return !succeeded && counts.failed === 0 ? add(counts, failure) : counts;
}

export const vitestCounts = (file: string, run: () => Promise<boolean>): Promise<Counts> =>
  counted<VitestReport>(file, run, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => {
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
  });

export const playwrightCounts = (file: string, run: () => Promise<boolean>): Promise<Counts> =>
  counted<PlaywrightReport>(file, run, ({ stats: { expected, unexpected, flaky, skipped } }) =>
    ({ passed: expected, failed: unexpected + flaky, skipped }));
