import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunningServer } from '#tests/support/servers/server';

/** `npm run account -- create …` on the register of a running server; the link that it prints. */
export async function accountByCommand(
  { url, databaseUrl }: RunningServer,
  { email, name }: { email: string; name: string },
): Promise<string> {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    HOST: '127.0.0.1',
    PORT: new URL(url).port,
    PUBLIC_URL: '',
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    BACKUP_DIR: 'none',
    CHECKS: '0',
  };
  const given = [
    '--import',
    './bin/register-node.mjs',
    '--disable-warning=ExperimentalWarning',
    'bin/account.ts',
    'create',
    '--email',
    email,
    '--name',
    name,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, given, { env });
  return /https?:\/\/\S+/.exec(stdout)?.[0] ?? '';
}
