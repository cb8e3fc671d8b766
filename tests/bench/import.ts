import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { row, type Measured } from '#tests/bench/measure';
import { manyNeeds } from '#tests/support/imports/processes';
import { startPostgresql } from '#tests/support/databases/postgresql';
import { runProgram } from '#tests/support/servers/child-processes';

const needs = 50_000;
const rounds = 3;
type Stepped = Readonly<{ milliseconds: number; megabytes: number }>;
/** Where a copy of a database is, and a further one of it. */
type Place = Readonly<{ url: string; copy: (name: string) => Promise<string> }>;

async function step(url: string, name: string, given: string, options = ''): Promise<Stepped> {
  const { code, stdout, stderr } = await runProgram({
    script: 'tests/bench/import-step.ts',
    given: [name, given],
    env: { DATABASE_URL: url, DEMO: '0', NODE_OPTIONS: options },
  });
  if (code !== 0) throw new Error(`${name} failed: ${stderr}`);
  return JSON.parse(stdout) as Stepped;
}

const middle = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

async function against(
  { url, copy }: Place,
  engine: string,
  file: string,
  say: (line: string) => void,
): Promise<Measured> {
  await step(url, 'states', 'db/seed/demonstration/states.csv');
  const imports: Stepped[] = [];
  const inserts: Stepped[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const imported = await copy(`imported${round}`);
    imports.push(await step(imported, 'needs', file, '--max-old-space-size=96'));
    inserts.push(await step(await copy(`inserted${round}`), 'raw', imported));
  }
  const own = middle(imports.map(({ milliseconds }) => milliseconds));
  const raw = middle(inserts.map(({ milliseconds }) => milliseconds));
  const [persecond, most] = [
    Math.round(needs / (own / 1000)),
    Math.round(Math.max(...imports.map(({ megabytes }) => megabytes))),
  ];
  say(`  ${engine}: ${persecond} rows/s, at most ${most} MB in memory`);
  const measured = row(
    `import of ${needs.toLocaleString('en')} needs, ${engine}`,
    'a raw batched insert of the same rows',
    own,
    raw,
    0.55,
    true,
  );
  return {
    ...measured,
    note: `${measured.note}; ${persecond.toLocaleString('en')} rows/s, ${most} MB at most with --max-old-space-size=96`,
  };
}

async function sqlitePlace(folder: string): Promise<Place> {
  const path = join(folder, 'register.db');
  return {
    url: `file:${path}`,
    copy: async (name) => {
      await copyFile(path, join(folder, `${name}.db`));
      return `file:${join(folder, `${name}.db`)}`;
    },
  };
}

async function postgresqlPlace(
  server: Awaited<ReturnType<typeof startPostgresql>>,
): Promise<Place> {
  const copy = async (name: string) => {
    const admin = new Client({ connectionString: server.url('postgres') });
    await admin.connect();
    await admin.query(`create database ${name} template register`);
    await admin.end();
    return server.url(name);
  };
  return { url: await server.createDatabase('register'), copy };
}

/**
 * The import of a file of needs, checked, logged and versioned, against nothing but the inserts
 * that it comes to.
 */
export async function benchImport(say: (line: string) => void): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'needs-register-bench-import-'));
  const server = await startPostgresql();
  try {
    const file = join(folder, 'needs.csv');
    await writeFile(file, manyNeeds('BENCH', needs));
    return [
      await against(await sqlitePlace(folder), 'SQLite', file, say),
      await against(await postgresqlPlace(server), 'PostgreSQL', file, say),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
