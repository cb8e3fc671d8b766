/**
 * npm run planted-faults [-- NAME …]: plants the faults of tests/planted/faults.ts, all or the named
 * ones, one after the other in a copy of the committed sources, and checks that the tests of each
 * fault then fail. Ends with 1 where a fault is not caught.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { plantedFaults, type PlantedFault } from '#tests/planted/faults';
import withPostgresql from '#tests/support/databases/with-postgresql';

const print = (line: string) => process.stdout.write(`${line}\n`);

function git(...options: readonly string[]) {
  const { status, stderr } = spawnSync('git', options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${options.join(' ')}: ${stderr}`);
}

/** Copies the committed sources, with the packages and the built pages of this checkout. */
function copySources(): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'needs-register-planted-')), 'sources');
  git('worktree', 'add', '--detach', copy, 'HEAD');
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  if (existsSync('.next')) cpSync('.next', join(copy, '.next'), { recursive: true });
  return copy;
}

/** Runs tests in the copy; true where they pass. */
function runTests(copy: string, { part, file }: PlantedFault['caughtBy']): boolean {
  const { status } = spawnSync(
    process.execPath,
    ['bin/bootstrap.mjs', '--dev', 'bin/test.ts', part, file],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  return status === 0;
}

/** Plants a fault, runs its tests and removes it again; true where a test failed. */
function isCaught(copy: string, { file, find, replace, caughtBy }: PlantedFault): boolean {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (original.split(find).length !== 2)
    throw new Error(`"${find}" must stand in ${file} exactly once.`);
  writeFileSync(
    path,
    original.replace(find, () => replace),
  );
  try {
    return !runTests(copy, caughtBy);
  } finally {
    writeFileSync(path, original);
  }
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !plantedFaults.some((fault) => fault.name === name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no planted fault "${unknown}". There are: ${plantedFaults.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

const stopPostgresql = await withPostgresql();
const copy = copySources();
let missed = 0;
try {
  for (const fault of plantedFaults) {
    const { name, what, caughtBy } = fault;
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const caught = isCaught(copy, fault);
    if (!caught) missed += 1;
    const result = caught ? 'caught' : 'NOT CAUGHT';
    print(`${result}: ${name} (${what}) by ${caughtBy.part} ${caughtBy.file}`);
  }
} finally {
  git('worktree', 'remove', '--force', copy);
  rmSync(join(copy, '..'), { recursive: true, force: true });
  await stopPostgresql();
}
print(missed === 0 ? 'All were caught.' : `${missed} not caught.`);
process.exitCode = missed === 0 ? 0 : 1;
