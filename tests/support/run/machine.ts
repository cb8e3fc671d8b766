import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumPath, headlessShell } from '#tests/support/pages/chromium';
import { nginxPath } from '#tests/support/servers/nginx';

type Say = (line: string) => void;

const onPath = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
const debianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** What the command said is shown only if it failed. */
async function quietly(say: Say, program: string, given: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(program, given, {
    env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text;
    });
  }
  const code = await once(child, 'close').then(
    ([ended]) => ended as number | null,
    (error: Error) => {
      said += error.message;
      return null;
    },
  );
  if (code === 0) return true;
  say(said.trim());
  return false;
}

const installDebian = async (say: Say, ...packages: readonly string[]) =>
  (await quietly(say, 'apt-get', ['update'])) &&
  quietly(say, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages]);

/**
 * The end-to-end tests and those of printed notes need a browser, and fonts for Arabic and Chinese.
 */
export async function ensureChromium(say: Say): Promise<void> {
  const debian = debianRoot();
  if (chromiumPath() && (!debian || process.env.CHROMIUM_PATH || existsSync(headlessShell))) return;
  say('Installing Chromium, which this machine lacks (a minute or two) …');
  const done = debian
    ? await installDebian(
        say,
        'chromium',
        'chromium-headless-shell',
        'fonts-noto-core',
        'fonts-noto-cjk',
      )
    : await quietly(say, 'playwright', ['install', 'chromium']);
  if (!done)
    say(
      'Chromium could not be installed. Install it and name it in CHROMIUM_PATH; without it the end-to-end tests fail, and those of printed notes are skipped.',
    );
}

/** One integration test counts what reaches the disk, on Linux alone. */
export async function ensureStrace(say: Say): Promise<void> {
  if (process.platform !== 'linux' || onPath('strace')) return;
  say('Installing strace, which this machine lacks …');
  if (!debianRoot() || !(await installDebian(say, 'strace')))
    say('strace could not be installed: install it with the package manager of this machine.');
}

/** One integration test serves the register through the configuration of deploy/nginx.conf. */
export async function ensureNginx(say: Say): Promise<void> {
  if (process.platform !== 'linux' || (nginxPath() && onPath('openssl'))) return;
  say('Installing nginx, which this machine lacks …');
  if (!debianRoot() || !(await installDebian(say, 'nginx', 'openssl')))
    say('nginx and openssl could not be installed: without them the test of the proxy is skipped.');
}
