/**
 * npm test [-- part … [file …]]: runs every check of the register, or the named parts, or the named
 * test files of them. A part that fails does not keep the next ones from running; the last line
 * sums up.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  add,
  failure,
  nothing,
  playwrightCounts,
  success,
  vitestCounts,
  type Counts,
} from '#tests/support/run/test-results';
import { ensureChromium, ensureNginx, ensureStrace } from '#tests/support/run/machine';
import withPostgresql from '#tests/support/databases/with-postgresql';

const vitestProjects = ['unit', 'system', 'sqlite', 'postgresql'] as const;
const singleParts = ['types', 'lint', ...vitestProjects, 'e2e'] as const;
type Part = (typeof singleParts)[number];

/** The parts by their names on the command line; `integration` stands for several. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  ...Object.fromEntries(singleParts.map((part) => [part, [part]])),
  integration: ['system', 'sqlite', 'postgresql'],
};

type Options = Readonly<{ chosen: readonly Part[]; files: readonly string[] }>;
type Stage = Readonly<{ title: string; run: () => Promise<Counts> }>;

const print = (line = '') => process.stdout.write(`${line}\n`);

function parseArguments(given: readonly string[]): Options {
  const names = given.filter((each) => each in parts);
  const files = given.filter((each) => !(each in parts));
  const named = names.flatMap((name) => parts[name]!);
  const takesFiles = named.length > 0 && !named.includes('types') && !named.includes('lint');
  if (files.length === 0 || takesFiles) {
    const chosen = singleParts.filter((part) => named.length === 0 || named.includes(part));
    return { chosen, files };
  }
  process.stderr.write(
    [
      `There is no part "${files[0]}". Say npm test, or npm test -- with some of: ${Object.keys(parts).join(', ')}.`,
      'After a part with test files, a file may be named: npm test -- sqlite conflicts\n',
    ].join('\n'),
  );
  process.exit(2);
}

const children = new Set<ChildProcess>();

/** Runs one of the tools in node_modules/.bin, which the bootstrap has put first on the PATH. */
async function runTool(
  program: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const shell = process.platform === 'win32';
  const child = spawn(program, options, { stdio: 'inherit', shell, env });
  children.add(child);
  try {
    const [code] = await once(child, 'close');
    return code === 0;
  } catch (error) {
    print(`${program} could not be run: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    children.delete(child);
  }
}
const tool = (program: string, ...options: readonly string[]) => runTool(program, options);

const resultOf = (isSuccess: boolean): Counts => (isSuccess ? success : failure);

/** Next generates types of the pages' parameters, which a fresh clone does not have yet. */
async function checkTypes(): Promise<Counts> {
  const generated = existsSync('.next/types') || (await tool('next', 'typegen'));
  return resultOf(generated && (await tool('tsc', '--noEmit', '-p', '.')));
}

async function lint(): Promise<Counts> {
  const isFormatted = await tool('oxfmt', '--check', '--no-error-on-unmatched-pattern');
  if (!isFormatted) print('Not formatted as .oxfmtrc.json says: npm run format does it.');
  const isLinted = await tool('oxlint', '--deny-warnings');
  const isInOrder = await tool('oxlint', '--config=.oxlintrc.areas.json', '--deny-warnings', 'lib');
  const isUsed = await tool('knip', '--no-progress');
  if (!isUsed) print('Nothing uses what knip names: remove it, or take its export away.');
  return resultOf(isFormatted && isLinted && isInOrder && isUsed);
}

function vitest(projects: readonly Part[], files: readonly string[]): Promise<Counts> {
  const report = 'test-results/vitest.json';
  const chosen = projects.map((name) => `--project=${name}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return vitestCounts(report, () => tool('vitest', 'run', ...reporters, ...chosen, ...files));
}

/** Playwright loads the tests itself: with this hook `server-only` is empty for them. */
function endToEnd(files: readonly string[]): Promise<Counts> {
  const hook = `--import ${pathToFileURL('bin/register-node.mjs').href}`;
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${hook}` };
  const run = () => runTool('playwright', ['test', ...files], env);
  return playwrightCounts('test-results/playwright.json', run);
}

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
async function prepare({ chosen, files }: Options): Promise<Counts> {
  const installPrograms = async () => {
    if (chosen.includes('system') || chosen.includes('e2e')) await ensureChromium(print);
    if (!chosen.includes('sqlite')) return;
    await ensureStrace(print);
    await ensureNginx(print);
  };
  // A single test file builds the pages itself if it needs them.
  const needsPages = chosen.includes('e2e') || (chosen.includes('sqlite') && files.length === 0);
  const [isBuilt] = await Promise.all([needsPages ? build() : true, installPrograms()]);
  if (!isBuilt) print('The pages could not be built.');
  return isBuilt ? nothing : failure;
}

/** The stages of a run. Unit and integration tests share one where both are chosen. */
function stagesOf(options: Options): readonly Stage[] {
  const { chosen, files } = options;
  const projects = vitestProjects.filter((part) => chosen.includes(part));
  const tests = { title: `Tests: ${projects.join(', ')}`, run: () => vitest(projects, files) };
  return [
    { title: 'Preparing', run: () => prepare(options) },
    ...(chosen.includes('types') ? [{ title: 'Types', run: checkTypes }] : []),
    ...(chosen.includes('lint') ? [{ title: 'Lint', run: lint }] : []),
    ...(projects.length > 0 ? [tests] : []),
    ...(chosen.includes('e2e') ? [{ title: 'End to end', run: () => endToEnd(files) }] : []),
  ];
}

const summaryOf = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

// The terminal itself sends Ctrl-C to the running tools. They end cleanly, and no further stage
// begins.
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopped = true;
    if (signal === 'SIGINT' && process.stdout.isTTY) return;
    for (const child of children) child.kill(signal);
  });
}

const options = parseArguments(process.argv.slice(2));
const { chosen, files } = options;
// Node caches what it has compiled: the tests start some two hundred programs.
process.env.NODE_COMPILE_CACHE ??= 'node_modules/.cache/compiled';
const needsPostgresql =
  chosen.includes('postgresql') || (chosen.includes('e2e') && files.length === 0);
const stopPostgresql = needsPostgresql ? await withPostgresql() : undefined;

let total = nothing;
const lines: string[] = [];
for (const { title, run } of stagesOf(options)) {
  print(`\n== ${title} ==`);
  const startedAt = Date.now();
  const counts = await run();
  if (isStopped) break;
  total = add(total, counts);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  lines.push(`${title}: ${summaryOf(counts)} (${seconds} s)`);
  print(lines.at(-1));
}
await stopPostgresql?.();
if (isStopped) process.exit(130);

print(`\n== Summary ==\n${[...lines, ...total.named].join('\n')}\n`);
print(summaryOf(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
