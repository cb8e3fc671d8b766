/**
 * npm run bench [-- count stored lists import preview decisions saves matches notes
 * pages http]: measures everything in one run on one machine, so that the ratios mean something where the times do not.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '#tests/bench/measure';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-bench-'));
Object.assign(process.env, {
  DATABASE_URL: `file:${join(folder, 'register.db')}`,
  DEMO: '0',
  NODE_ENV: 'production',
  PORT: '0',
});
const print = (line: string) => process.stdout.write(`${line}\n`);

const parts: Readonly<Record<string, () => Promise<Measured[]>>> = {
  count: async () => (await import('#tests/bench/count')).benchCount(print),
  stored: async () => (await import('#tests/bench/stored')).benchStored(print),
  lists: async () => (await import('#tests/bench/lists')).benchLists(print),
  import: async () => (await import('#tests/bench/import')).benchImport(print),
  preview: async () => (await import('#tests/bench/preview')).benchPreview(print),
  decisions: async () => (await import('#tests/bench/decisions')).benchDecisions(print),
  saves: async () => (await import('#tests/bench/saves')).benchSaves(print),
  matches: async () => (await import('#tests/bench/match-quality')).benchMatches(print),
  notes: async () => (await import('#tests/bench/notes')).benchNotes(print),
  pages: async () => (await import('#tests/bench/pages')).benchPages(print),
  http: async () => (await import('#tests/bench/http')).benchHttp(print),
};
const chosen = process.argv.slice(2);
const unknown = chosen.filter((part) => !(part in parts));
if (unknown.length > 0) {
  print(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const results: Measured[] = [];
try {
  for (const [part, bench] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(part)) continue;
    print(`${part} …`);
    results.push(...(await bench()));
  }
} finally {
  // The parts share this database: lists are measured in the register that was filled before.
  await (await import('#db/client')).closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}

const metText = new Map([
  [true, 'yes'],
  [false, 'no'],
  [null, ''],
]);

function tableRow({ what, against, ratio, aim, met, note }: Measured): string {
  const measured = Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)}×`;
  return `| ${[what, against, measured, aim, metText.get(met), note].join(' | ')} |`;
}

const table = [
  '| work | against | measured | aim | met | times |',
  '|---|---|---|---|---|---|',
  ...results.map(tableRow),
].join('\n');
print(`\n${table}`);
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.md', `${table}\n`);
