/**
 * npm test [-- part … [file …]]: every check of the register, or the parts named, or of them the
 * test files named. A part that
 * fails does not keep the next ones from running; the last line sums up.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  add,
  failure,
  nothing,
  playwrightCounts,
  success,
  vitestCounts,
  type Counts,
} from '#tests/support/counts';
import { ensureChromium, ensureStrace } from '#tests/support/machine';
import withPostgresql from '#tests/support/with-postgresql';

const vitestProjects = ['unit', 'system', 'sqlite', 'postgresql'] as const;
const singleParts = ['types', 'lint', ...vitestProjects, 'e2e'] as const;
type Part = (typeof singleParts)[number];

/**
 * What may be named on the command line; `integration` stands for all that is tested with databases
 * and programs.
 */
const parts: Readonly<Record<string, readonly Part[]>> = {
  ...Object.fromEntries(singleParts.map((part) => [part, [part]])),
  integration: ['system', 'sqlite', 'postgresql'],
};

type Stage = Readonly<{ title: string; run: () => Promise<Counts> }>;

const say = (line = '') => process.stdout.write(`${line}\n`);

function wanted(
  words: readonly string[],
): Readonly<{ chosen: readonly Part[]; files: readonly string[] }> {
  const named = words.filter((word) => word in parts);
  const files = words.filter((word) => !(word in parts));
  const chosen = named.length > 0 ? named.flatMap((word) => parts[word]!) : singleParts;
  if (
    files.length === 0 ||
    (named.length > 0 && !chosen.includes('types') && !chosen.includes('lint'))
  ) {
    return { chosen: singleParts.filter((part) => chosen.includes(part)), files };
  }
  process.stderr.write(
    [
      `There is no part "${files[0]}". Say npm test, or npm test -- with some of: ${Object.keys(parts).join(', ')}.`,
      'After a part with test files, a file may be named: npm test -- sqlite conflicts\n',
    ].join('\n'),
  );
  process.exit(2);
}

const running = new Set<ChildProcess>();

/** Runs one of the tools in node_modules/.bin, which the bootstrap has put first on the PATH. */
async function tool(program: string, ...given: readonly string[]): Promise<boolean> {
  const child = spawn(program, given, { stdio: 'inherit', shell: process.platform === 'win32' });
  running.add(child);
  try {
    const [code] = await once(child, 'close');
    return code === 0;
  } catch (error) {
    say(`${program} could not be run: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    running.delete(child);
  }
}

/**
 * Next describes the pages' parameters in types of its own, which a fresh clone does not have yet.
 */
async function types() {
  const described = existsSync('.next/types') || (await tool('next', 'typegen'));
  return described && (await tool('tsc', '--noEmit', '-p', '.')) ? success : failure;
}

async function lint(): Promise<Counts> {
  const formatted = await tool('oxfmt', '--check', '--no-error-on-unmatched-pattern');
  if (!formatted) say('Not formatted as .oxfmtrc.json says: npm run format does it.');
  const linted = await tool('oxlint', '--deny-warnings');
  const inOrder = await tool('oxlint', '--config=.oxlintrc.areas.json', '--deny-warnings', 'lib');
  return formatted && linted && inOrder ? success : failure;
}

function vitest(projects: readonly Part[], files: readonly string[]) {
  const report = 'test-results/vitest.json';
  const chosen = projects.map((name) => `--project=${name}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return vitestCounts(report, () => tool('vitest', 'run', ...reporters, ...chosen, ...files));
}

const endToEnd = (files: readonly string[]) =>
  playwrightCounts('test-results/playwright.json', () => tool('playwright', 'test', ...files));

const build = () =>
  tool(
    'node',
    '--import',
    './bin/register-node.mjs',
    '--disable-warning=ExperimentalWarning',
    'bin/build.ts',
  );

/**
 * Installs what the machine lacks and builds the pages: the one waits for the network while the
 * other computes.
 */
async function prepare(chosen: readonly Part[], files: readonly string[]): Promise<Counts> {
  const programs = async () => {
    if (chosen.includes('system') || chosen.includes('e2e')) await ensureChromium(say);
    if (chosen.includes('sqlite')) await ensureStrace(say);
    return true;
  };
  // A test that needs the pages sees to them itself: who runs one file need not wait for them.
  const pages = chosen.includes('e2e') || (chosen.includes('sqlite') && files.length === 0);
  const [built] = await Promise.all([pages ? build() : true, programs()]);
  if (!built) say('The pages could not be built.');
  return built ? nothing : failure;
}

/** Unit and integration tests share one run where both are wanted. */
function stagesOf(chosen: readonly Part[], files: readonly string[]): readonly Stage[] {
  const projects = vitestProjects.filter((part) => chosen.includes(part));
  const stages: Stage[] = [{ title: 'Preparing', run: () => prepare(chosen, files) }];
  if (chosen.includes('types')) stages.push({ title: 'Types', run: types });
  if (chosen.includes('lint')) stages.push({ title: 'Lint', run: lint });
  if (projects.length > 0)
    stages.push({ title: `Tests: ${projects.join(', ')}`, run: () => vitest(projects, files) });
  if (chosen.includes('e2e')) stages.push({ title: 'End to end', run: () => endToEnd(files) });
  return stages;
}

const inWords = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

// Ctrl-C reaches the running tools from the terminal itself; they end cleanly, and no further part
// is begun.
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true;
    if (signal === 'SIGINT' && process.stdout.isTTY) return;
    for (const child of running) child.kill(signal);
  });
}

const { chosen, files } = wanted(process.argv.slice(2));
// Node keeps what it has compiled: the tests start some two hundred programs.
process.env.NODE_COMPILE_CACHE ??= 'node_modules/.cache/compiled';
const needsPostgresql =
  chosen.includes('postgresql') || (chosen.includes('e2e') && files.length === 0);
const stopPostgresql = needsPostgresql ? await withPostgresql() : undefined;

let total = nothing;
const lines: string[] = [];
for (const { title, run } of stagesOf(chosen, files)) {
  say(`\n== ${title} ==`);
  const began = Date.now();
  const counts = await run();
  if (stopped) break;
  total = add(total, counts);
  lines.push(`${title}: ${inWords(counts)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  say(lines.at(-1));
}
await stopPostgresql?.();
if (stopped) process.exit(130);

say(`\n== Summary ==\n${[...lines, ...total.named].join('\n')}\n`);
say(inWords(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
