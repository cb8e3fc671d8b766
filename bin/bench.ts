/**
 * npm run bench [-- count stored lists import preview decisions matches notes pages http]:
 * everything in one run on one machine, so that the ratios mean something where the times do not.
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
const say = (line: string) => process.stdout.write(`${line}\n`);

const parts: Readonly<Record<string, () => Promise<Measured[]>>> = {
  count: async () => (await import('#tests/bench/count')).benchCount(say),
  stored: async () => (await import('#tests/bench/stored')).benchStored(say),
  lists: async () => (await import('#tests/bench/lists')).benchLists(say),
  import: async () => (await import('#tests/bench/import')).benchImport(say),
  preview: async () => (await import('#tests/bench/preview')).benchPreview(say),
  decisions: async () => (await import('#tests/bench/decisions')).benchDecisions(say),
  matches: async () => (await import('#tests/bench/match-quality')).benchMatches(say),
  notes: async () => (await import('#tests/bench/notes')).benchNotes(say),
  pages: async () => (await import('#tests/bench/pages')).benchPages(say),
  http: async () => (await import('#tests/bench/http')).benchHttp(say),
};
const named = process.argv.slice(2);
const unknown = named.filter((part) => !(part in parts));
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const rows: Measured[] = [];
try {
  for (const [part, bench] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(part)) continue;
    say(`${part} …`);
    rows.push(...(await bench()));
  }
} finally {
  // The lists are measured in the register that was filled before them.
  await (await import('#db/client')).closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}

const table = [
  '| work | against | measured | aim | met | times |',
  '|---|---|---|---|---|---|',
  ...rows.map(
    ({ what, against, ratio, aim, met, note }) =>
      `| ${what} | ${against} | ${Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)}×`} | ${aim} | ${met === null ? '' : met ? 'yes' : 'no'} | ${note} |`,
  ),
].join('\n');
say(`\n${table}`);
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.md', `${table}\n`);
