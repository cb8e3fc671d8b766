import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '#tests/bench/measure';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-bench-'));
Object.assign(process.env, { DATABASE_URL: `file:${join(folder, 'register.db')}`, DEMO: '0', NODE_ENV: 'production', PORT: '0' });
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Everything in one run on one machine, so that the ratios mean something where the times do not. */
const { migrate } = await import('#db/migrate');
const { openRegister } = await import('#db/open');
const { closeDatabase } = await import('#db/client');
const rows: Measured[] = [];
say('Counting …');
rows.push(...await (await import('#tests/bench/count')).benchCount(say));
await migrate();
await openRegister({ demonstration: false });
say('Reading a stored register …');
rows.push(...await (await import('#tests/bench/stored')).benchStored(say));
say('Listing and searching …');
rows.push(...await (await import('#tests/bench/lists')).benchLists(say));
await closeDatabase();
rmSync(folder, { recursive: true, force: true });

const table = [
  '| work | against | measured | aim | met | times |', '|---|---|---|---|---|---|',
  ...rows.map(({ what, against, ratio, aim, met, note }) => `| ${what} | ${against} | ${ratio.toFixed(2)}× | ${aim} | ${met ? 'yes' : 'no'} | ${note} |`),
].join('\n');
say(`\n${table}`);
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.md', `${table}\n`);
