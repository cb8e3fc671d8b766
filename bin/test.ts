/**
 * npm test [-- types|lint|unit|integration|e2e …]: every check of the register, or those named. A part that fails does not
 * keep the next ones from running; the last line sums up.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { add, failure, nothing, playwrightCounts, success, vitestCounts, type Counts } from '#tests/support/counts';
import { ensureChromium, ensureStrace } from '#tests/support/machine';

const parts = ['types', 'lint', 'unit', 'integration', 'e2e'] as const;
type Part = (typeof parts)[number];
type Stage = Readonly<{ title: string; run: () => Promise<Counts> }>;

const say = (line = '') => process.stdout.write(`${line}\n`);

function partsNamed(words: readonly string[]): readonly Part[] {
  const unknown = words.find((word) => !parts.includes(word as Part));
  if (unknown !== undefined) {
    process.stderr.write(`There is no part "${unknown}". Say npm test, or npm test -- with some of: ${parts.join(', ')}.\n`);
    process.exit(2);
  }
  return words.length > 0 ? parts.filter((part) => words.includes(part)) : parts;
}

let running: ChildProcess | undefined;

/** Runs one of the tools in node_modules/.bin, which the bootstrap has put first on the PATH. */
async function tool(program: string, ...given: readonly string[]): Promise<boolean> {
  running = spawn(program, given, { stdio: 'inherit', shell: process.platform === 'win32' });
  try {
    const [code] = await once(running, 'close');
    return code === 0;
  } catch (error) {
    say(`${program} could not be run: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Next describes the pages' parameters in types of its own, which a fresh clone does not have yet. */
async function types() {
  const described = !existsSync('app') || await tool('next', 'typegen');
  return described && await tool('tsc', '--noEmit', '-p', '.') ? success : failure;
}

const lint = async () => (await tool('oxlint', '--deny-warnings') ? success : failure);

function vitest(projects: readonly string[]) {
  ensureChromium(say);
  if (projects.includes('sqlite')) ensureStrace(say);
  const report = 'test-results/vitest.json';
  const chosen = projects.map((name) => `--project=${name}`);
  return vitestCounts(report, () => tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen));
}

async function endToEnd() {
  ensureChromium(say);
  if (await tool('node', '--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning', 'bin/build.ts')) {
    return playwrightCounts('test-results/playwright.json', () => tool('playwright', 'test'));
  }
  say('The pages could not be built, so the end-to-end tests were not run.');
  return failure;
}

/** Unit and integration tests share one run where both are wanted. */
function stagesOf(wanted: readonly Part[]): readonly Stage[] {
  const projects = [...(wanted.includes('unit') ? ['unit'] : []), ...(wanted.includes('integration') ? ['sqlite', 'postgresql'] : [])];
  return [
    ...(wanted.includes('types') ? [{ title: 'Types', run: types }] : []),
    ...(wanted.includes('lint') ? [{ title: 'Lint', run: lint }] : []),
    ...(projects.length > 0 ? [{ title: `Tests: ${projects.join(', ')}`, run: () => vitest(projects) }] : []),
    ...(wanted.includes('e2e') ? [{ title: 'End to end', run: endToEnd }] : []),
  ];
}

const inWords = ({ passed, failed, skipped }: Counts) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

// Ctrl-C reaches the running tool from the terminal itself; it ends cleanly, and no further part is begun.
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true;
    if (signal === 'SIGTERM' || !process.stdout.isTTY) running?.kill(signal);
  });
}

let total = nothing;
const lines: string[] = [];
for (const { title, run } of stagesOf(partsNamed(process.argv.slice(2)))) {
  say(`\n== ${title} ==`);
  const began = Date.now();
  const counts = await run();
  if (stopped) process.exit(130);
  total = add(total, counts);
  lines.push(`${title}: ${inWords(counts)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  say(lines.at(-1));
}

say(`\n== Summary ==\n${[...lines, ...total.named].join('\n')}\n`);
say(inWords(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
