/**
 * npm run planted-faults [-- NAME …]: puts the faults of tests/planted/faults.ts, or those named,
 * one after the other into a copy
 * of the sources as they are committed, and checks that the tests named with each then fail. Ends
 * with 1 where one is not caught.
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
import withPostgresql from '#tests/support/with-postgresql';

const say = (line: string) => process.stdout.write(`${line}\n`);

function git(...given: readonly string[]) {
  const { status, stderr } = spawnSync('git', given, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${given.join(' ')}: ${stderr}`);
}

/** The sources as they are committed, with the packages and the built pages of this checkout. */
function copyOfSources(): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'needs-register-planted-')), 'sources');
  git('worktree', 'add', '--detach', copy, 'HEAD');
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  if (existsSync('.next')) cpSync('.next', join(copy, '.next'), { recursive: true });
  return copy;
}

/** Whether these tests pass in the copy. */
function passes(copy: string, { part, file }: PlantedFault['caughtBy']): boolean {
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

/** Puts the fault in, runs the tests and takes it out again. */
function isCaught(copy: string, { file, find, replace, caughtBy }: PlantedFault): boolean {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(find).length !== 2)
    throw new Error(`"${find}" must stand in ${file} exactly once.`);
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  try {
    return !passes(copy, caughtBy);
  } finally {
    writeFileSync(path, sound);
  }
}

const named = process.argv.slice(2);
const unknown = named.find((name) => !plantedFaults.some((fault) => fault.name === name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no planted fault "${unknown}". There are: ${plantedFaults.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

const stopPostgresql = await withPostgresql();
const copy = copyOfSources();
let missed = 0;
try {
  for (const fault of plantedFaults.filter(
    ({ name }) => named.length === 0 || named.includes(name),
  )) {
    const caught = isCaught(copy, fault);
    if (!caught) missed += 1;
    say(
      `${caught ? 'caught' : 'NOT CAUGHT'}: ${fault.name} (${fault.what}) by ${fault.caughtBy.part} ${fault.caughtBy.file}`,
    );
  }
} finally {
  git('worktree', 'remove', '--force', copy);
  rmSync(join(copy, '..'), { recursive: true, force: true });
  await stopPostgresql();
}
say(`${missed === 0 ? 'All were caught.' : `${missed} not caught.`}`);
process.exitCode = missed === 0 ? 0 : 1;
