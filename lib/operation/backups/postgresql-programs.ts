import 'server-only';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '#lib/operation/base/run-program';
import { OperationError } from '#lib/operation/base/operation-error';

/**
 * The connection in the environment variables of PostgreSQL's programs: on their command line every
 * account of the machine could read the password.
 */
export function connectionVariables(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  const decoded = (text: string) => decodeURIComponent(text);
  const host = decoded(url.hostname) || url.searchParams.get('host') || 'localhost';
  const variables: Record<string, string> = {
    PGHOST: host.replace(/^\[(.*)\]$/, '$1'),
    PGPORT: url.port || '5432',
    PGDATABASE: decoded(url.pathname.slice(1)) || decoded(url.username),
    PGCONNECT_TIMEOUT: '10',
  };
  if (url.username) variables.PGUSER = decoded(url.username);
  if (url.password) variables.PGPASSWORD = decoded(url.password);
  const ofParameter = { sslmode: 'PGSSLMODE', sslrootcert: 'PGSSLROOTCERT' } as const;
  for (const [name, variable] of Object.entries(ofParameter)) {
    const value = url.searchParams.get(name);
    if (value) variables[variable] = value;
  }
  return variables;
}

/** The address of another database on the same server. */
export function databaseBeside(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

async function majorOf(program: string): Promise<number | undefined> {
  try {
    const { output } = await runProgram(program, ['--version']);
    return Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1]);
  } catch {
    return undefined;
  }
}

/**
 * The path of `pg_dump` or `pg_restore` of the server's own major version: an older one cannot read
 * the server, and what a newer one writes the server may not take.
 */
export async function postgresqlProgram(
  name: 'pg_dump' | 'pg_restore',
  major: number,
): Promise<string> {
  const ofDebian = join('/usr/lib/postgresql', String(major), 'bin', name);
  if (existsSync(ofDebian)) return ofDebian;
  const found = await majorOf(name);
  if (found === major) return name;
  const there = found ? `This machine has ${name} ${found}` : `This machine has no ${name}`;
  throw new OperationError(
    'program',
    `${there}, but the server is PostgreSQL ${major}. Install the programs of PostgreSQL ${major} (Debian: postgresql-client-${major}).`,
  );
}
