/**
 * npm run campaign [-- part …]: the long tests with their full counts, all of them or those named. Each part writes what it
 * counted to tests/results/PART.json, which is committed. SEED=N makes chance the same.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '#db/engine';
import { add, nothing, vitestCounts, type Counts } from '#tests/support/counts';
import { ensureStrace } from '#tests/support/machine';

type Part = Readonly<{ files: readonly string[]; engines: readonly Engine[] }>;
const both = ['sqlite', 'postgresql'] as const;
const parts: Readonly<Record<string, Part>> = {
  permissions: { files: ['permission-matrix', 'permission-numbers', 'permission-methods'], engines: both },
  'bad-input': { files: ['bad-input'], engines: both },
  conflicts: { files: ['editors-at-once'], engines: both },
  kills: { files: ['process-killed', 'server-killed'], engines: ['sqlite'] },
  'power-cuts': { files: ['power-cut'], engines: ['sqlite'] },
  counting: { files: ['random-registers'], engines: both },
  drift: { files: ['random-writes'], engines: ['sqlite'] },
  comparisons: { files: ['comparisons'], engines: both },
  decisions: { files: ['decisions-at-random', 'decisions-many', 'internal-comments'], engines: both },
  'numbers-open': { files: ['numbers-open'], engines: both },
  imports: { files: ['imports-killed', 'imports-processes'], engines: both },
  notes: { files: ['notes-moved', 'notes-remade'], engines: both },
};

const say = (line: string) => process.stdout.write(`${line}\n`);
const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in parts));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}". Say npm run campaign, or npm run campaign -- with some of: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

/** Runs the files of a part one after another, so that nothing else of it shares the machine with what is measured. */
async function run(files: readonly string[], engine: Engine, figures: string): Promise<Counts> {
  const report = 'test-results/campaign.json';
  return vitestCounts(report, async () => spawnSync('vitest', [
    'run', `--project=${engine}`, '--no-file-parallelism', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files.map((file) => `tests/integration/${file}.test.ts`),
  ], { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, CAMPAIGN: '1', CAMPAIGN_FIGURES: figures } }).status === 0);
}

let total = nothing;
ensureStrace(say);
for (const [part, { files, engines }] of Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name))) {
  say(`\n== ${part} ==`);
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-campaign-'));
  const figures = join(folder, 'figures');
  const runs: Record<string, Counts & { seconds: number }> = {};
  for (const engine of engines) {
    const began = Date.now();
    const counts = await run(files, engine, figures);
    runs[engine] = { ...counts, seconds: Math.round((Date.now() - began) / 1000) };
    total = add(total, counts);
  }
  const counted = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown) : [];
  rmSync(folder, { recursive: true });
  mkdirSync('tests/results', { recursive: true });
  const result = { part, date: new Date().toISOString().slice(0, 10), node: process.versions.node, tests: runs, counted };
  writeFileSync(`tests/results/${part}.json`, `${JSON.stringify(result, null, 2)}\n`);
}
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
