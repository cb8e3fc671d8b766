/**
 * npm run campaign [-- part …]: runs the long tests with their full counts, all parts or the named
 * ones. A part is divided into portions. Each run adds portions to tests/results/PART.json, which is
 * committed, and continues where the last one ended. No part takes longer than 40 minutes at a time.
 * SEED=N sets the first seed of a new campaign.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  next,
  withRun,
  type Counted,
  type Results,
  type Run,
} from '#tests/support/run/campaign-results';
import { add, nothing, vitestCounts, type Counts } from '#tests/support/run/test-results';
import { ensureStrace } from '#tests/support/run/machine';

type Project = 'unit' | 'sqlite' | 'postgresql' | 'system';
type Part = Readonly<{ files: readonly string[]; projects: readonly Project[]; portions: number }>;

const both = ['sqlite', 'postgresql'] as const;
const parts: Readonly<Record<string, Part>> = {
  permissions: { files: ['permission-calls', 'permissions-http'], projects: both, portions: 1 },
  'bad-input': { files: ['bad-input'], projects: both, portions: 2 },
  conflicts: { files: ['editors-at-once'], projects: both, portions: 1 },
  kills: { files: ['process-killed', 'server-killed'], projects: ['sqlite'], portions: 4 },
  'power-cuts': { files: ['power-cut'], projects: ['sqlite'], portions: 2 },
  counting: { files: ['random-registers'], projects: both, portions: 10 },
  drift: { files: ['random-writes'], projects: ['sqlite'], portions: 10 },
  comparisons: { files: ['comparisons'], projects: both, portions: 4 },
  decisions: {
    files: ['decisions-at-random', 'decisions-many', 'internal-comments'],
    projects: both,
    portions: 10,
  },
  'numbers-open': { files: ['numbers-open'], projects: both, portions: 4 },
  imports: {
    files: ['imports-killed', 'imports-processes', 'import-preview-property'],
    projects: both,
    portions: 2,
  },
  reading: { files: ['source-words'], projects: ['system'], portions: 1 },
  recipes: { files: ['recipes'], projects: ['unit'], portions: 1 },
  audit: { files: ['verify-register'], projects: both, portions: 10 },
  hostile: {
    files: ['hostile-attacks', 'hostile-mutations', 'hostile-sessions'],
    projects: both,
    portions: 5,
  },
  differencing: { files: ['public-differencing'], projects: both, portions: 10 },
  operation: { files: ['backups', 'watching', 'stopping'], projects: ['sqlite'], portions: 10 },
  notes: { files: ['notes-moved', 'notes-remade', 'notes-draft'], projects: both, portions: 10 },
};
const maxMinutes = 40;

const print = (line: string) => process.stdout.write(`${line}\n`);
const fileOf = (part: string) => `tests/results/${part}.json`;

function resultsOf(part: string): Results | undefined {
  if (!existsSync(fileOf(part))) return undefined;
  const results = JSON.parse(readFileSync(fileOf(part), 'utf8')) as Partial<Results>;
  return results.runs ? (results as Results) : undefined;
}

/** Runs the test files of a part one after another, so that they do not disturb each other. */
function vitest(
  files: readonly string[],
  project: Project,
  env: Readonly<Record<string, string>>,
): Promise<Counts> {
  const report = `${env.CAMPAIGN_FIGURES}.json`;
  const options = [
    `--project=${project}`,
    '--no-file-parallelism',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const run = () =>
    spawnSync('vitest', ['run', ...options, ...files.map((file) => `${file}.test.ts`)], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, CAMPAIGN: '1', ...env },
    });
  return vitestCounts(report, async () => run().status === 0);
}

async function runPortion(
  { files, projects, portions }: Part,
  portion: number,
  seed: number,
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-campaign-'));
  const figures = join(folder, 'figures');
  const startedAt = Date.now();
  const env = {
    CAMPAIGN_PORTIONS: String(portions),
    CAMPAIGN_FIGURES: figures,
    SEED: String(seed),
  };
  let tests = nothing;
  for (const project of projects) tests = add(tests, await vitest(files, project, env));
  const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : [];
  rmSync(folder, { recursive: true });
  return {
    portion,
    seed,
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    ...tests,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    counted: lines.map((line) => JSON.parse(line) as Counted),
  };
}

const isSeed = (text = '') => /^\d{1,9}$/.test(text);
const newSeed = () =>
  isSeed(process.env.SEED) ? Number(process.env.SEED) : Math.floor(Math.random() * 10 ** 9);

/** Continues a part until it is complete, or until another portion would exceed its time. */
async function continuePart(name: string, part: Part): Promise<Counts> {
  const startedAt = Date.now();
  let tests = nothing;
  for (;;) {
    const { before, portion, seed } = next(resultsOf(name), name, part.portions, newSeed());
    print(`\n== ${name}: portion ${portion} of ${part.portions}, seed ${seed} ==`);
    const run = await runPortion(part, portion, seed);
    const results = withRun(before, run);
    mkdirSync('tests/results', { recursive: true });
    writeFileSync(fileOf(name), `${JSON.stringify(results, null, 2)}\n`);
    tests = add(tests, run);
    const timeWithAnother = Date.now() - startedAt + run.seconds * 1000;
    if (results.complete || timeWithAnother > maxMinutes * 60_000) return tests;
  }
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in parts));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no part "${unknown}". Say npm run campaign, or npm run campaign -- with some of: ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}

let total = nothing;
await ensureStrace(print);
for (const [name, part] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  total = add(total, await continuePart(name, part));
}
print(`\n${[...total.named, `${total.passed} passed, ${total.failed} failed`].join('\n')}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
