import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumPath } from '#tests/support/chromium';

type Say = (line: string) => void;

const onPath = (program: string) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
const debianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** What the command said is shown only if it failed. */
function quietly(say: Say, program: string, given: readonly string[]): boolean {
  const { status, stdout, stderr, error } = spawnSync(program, given, {
    encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  say(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim());
  return false;
}

const installDebian = (say: Say, ...packages: readonly string[]) =>
  quietly(say, 'apt-get', ['update']) && quietly(say, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages]);

/** The end-to-end tests and those of printed notes need a browser, and fonts for Arabic and Chinese. */
export function ensureChromium(say: Say): void {
  if (chromiumPath()) return;
  say('Installing Chromium, which this machine lacks (a minute or two) …');
  const done = debianRoot()
    ? installDebian(say, 'chromium', 'fonts-noto-core', 'fonts-noto-cjk')
    : quietly(say, 'playwright', ['install', 'chromium']);
  if (!done) say('Chromium could not be installed. Install it and name it in CHROMIUM_PATH; without it the end-to-end tests fail, and those of printed notes are skipped.');
}

/** One integration test counts what reaches the disk, on Linux alone. */
export function ensureStrace(say: Say): void {
  if (process.platform !== 'linux' || onPath('strace')) return;
  say('Installing strace, which this machine lacks …');
  if (!debianRoot() || !installDebian(say, 'strace')) say('strace could not be installed: install it with the package manager of this machine.');
}
