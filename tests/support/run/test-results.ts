import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * `named` says which tests failed, or passed at a second try only: one entry each, with the
 * beginning of its message.
 */
export type Counts = Readonly<{
  passed: number;
  failed: number;
  skipped: number;
  named: readonly string[];
}>;

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0, named: [] };
export const success: Counts = { ...nothing, passed: 1 };
export const failure: Counts = { ...nothing, failed: 1 };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  named: [...a.named, ...b.named],
});

type VitestFile = Readonly<{
  name: string;
  status: string;
  message: string;
  assertionResults: readonly Readonly<{
    status: string;
    fullName: string;
    failureMessages: readonly string[];
  }>[];
}>;
type VitestReport = Readonly<{
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly VitestFile[];
}>;
type PlaywrightSpec = Readonly<{
  title: string;
  file: string;
  tests: readonly Readonly<{
    status: string;
    results: readonly Readonly<{ error?: { message?: string } }>[];
  }>[];
}>;
type PlaywrightSuite = Readonly<{
  suites?: readonly PlaywrightSuite[];
  specs?: readonly PlaywrightSpec[];
}>;
type PlaywrightReport = PlaywrightSuite &
  Readonly<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>;

const beginning = (message = '') => message.split('\n').slice(0, 6).join('\n    ').slice(0, 600);
const named = (what: string, file: string, title: string, message?: string) =>
  `${what}: ${file.split(/[\\/]/).at(-1)}: ${title}\n    ${beginning(message)}`;

/**
 * A runner that fails without a failed test (a file that does not load, no test at all) counts as
 * one failure.
 */
async function counted<Report>(
  file: string,
  run: () => Promise<boolean>,
  countsOf: (report: Report) => Counts,
): Promise<Counts> {
  rmSync(file, { force: true });
  const succeeded = await run();
  if (!existsSync(file)) return failure;
  const counts = countsOf(JSON.parse(readFileSync(file, 'utf8')) as Report);
  return !succeeded && counts.failed === 0 ? add(counts, failure) : counts;
}

export const vitestCounts = (file: string, run: () => Promise<boolean>): Promise<Counts> =>
  counted<VitestReport>(
    file,
    run,
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => {
      const broken = testResults.filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
      );
      return {
        passed: numPassedTests,
        failed: numFailedTests + broken.length,
        skipped: numPendingTests + numTodoTests,
        named: [
          ...broken.map(({ name, message }) => named('failed', name, 'could not be run', message)),
          ...testResults.flatMap(({ name, assertionResults }) =>
            assertionResults
              .filter(({ status }) => status === 'failed')
              .map(({ fullName, failureMessages }) =>
                named('failed', name, fullName, failureMessages[0]),
              ),
          ),
        ],
      };
    },
  );

const specsOf = ({ suites = [], specs = [] }: PlaywrightSuite): readonly PlaywrightSpec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/**
 * What passes at a second try has passed, as a browser on a busy machine may be late; it is named
 * all the same.
 */
export const playwrightCounts = (file: string, run: () => Promise<boolean>): Promise<Counts> =>
  counted<PlaywrightReport>(
    file,
    run,
    ({ stats: { expected, unexpected, flaky, skipped }, ...whole }) => ({
      passed: expected + flaky,
      failed: unexpected,
      skipped,
      named: specsOf(whole).flatMap((spec) =>
        spec.tests
          .filter(({ status }) => status === 'unexpected' || status === 'flaky')
          .map(({ status, results }) =>
            named(
              status === 'flaky' ? 'passed at a second try' : 'failed',
              spec.file,
              spec.title,
              results.find(({ error }) => error)?.error?.message,
            ),
          ),
      ),
    }),
  );
