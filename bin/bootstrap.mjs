/**
 * node bin/bootstrap.mjs [--dev] SCRIPT [arguments …]
 * Installs the packages of package-lock.json that are missing, then runs SCRIPT with Node 24. It is
 * plain JavaScript, because it runs on any Node from 18 on, before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = resolve(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

function stop(message) {
  console.error(message);
  process.exit(1);
}

const networkError = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/;

/** `npm ci`, with the tools for tests or without. */
function runNpm(kind) {
  // Both kinds are explicit, because NODE_ENV=production would leave the tools out. Without
  // `loglevel` npm warns of an older Node, on which the register does not run anyway.
  const options = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    kind === 'dev' ? '--include=dev' : '--omit=dev',
  ];
  return spawnSync('npm', ['ci', ...options], { cwd: root, encoding: 'utf8', shell: windows });
}

function install(kind) {
  const stampFile = resolve(root, 'node_modules', '.installed');
  const lockfile = readFileSync(resolve(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lockfile).digest('hex');
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim().split(' ') : [];
  const [installedDigest, installedKind] = stamp;
  if (installedDigest === digest && (installedKind === kind || installedKind === 'dev')) return;

  const what = kind === 'dev' ? 'with the tools for tests' : 'needed once';
  console.log(`Installing what is missing (${what}) …`);
  const { error, status, stdout, stderr } = runNpm(kind);
  if (error?.code === 'ENOENT') {
    stop('npm was not found. Install Node 24 together with npm, then run this again.');
  }
  if (error) stop(`npm could not be run: ${error.message}`);
  if (status !== 0) {
    const output = `${stdout}${stderr}`.trim();
    if (output) console.error(output);
    stop(
      networkError.test(output)
        ? 'The packages could not be fetched: this machine has no way to the package registry. Connect it once, then run this again.'
        : 'The packages could not be installed; npm says why above.',
    );
  }
  writeFileSync(stampFile, `${digest} ${kind}\n`);
}

/**
 * The path of Node 24 or later: the one that npm has installed, or the one that runs this. The first
 * must report its version, because a binary may be there and not run on this machine.
 */
function node24() {
  const installed = resolve(bin, 'node');
  const version = existsSync(installed)
    ? spawnSync(installed, ['--version'], { encoding: 'utf8' }).stdout
    : '';
  if (/^v(2[4-9]|[3-9]\d)\./.test(version ?? '')) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(`The register needs Node 24 or later; this is ${process.version}.`);
}

/** Passes signals on to the child, which ends this process by its own end. */
function forwardSignals(child) {
  // The terminal itself sends Ctrl-C to the child; a second one would cut its clean stop short.
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => hasTerminal || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

/** Stops the child when npm ends: npm and its shell pass no signal on, and an orphan keeps the port. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 500);
}

function run(script, scriptArguments) {
  process.env.PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const options = ['--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning'];
  const child = spawn(node24(), [...options, script, ...scriptArguments], {
    cwd: root,
    stdio: 'inherit',
  });
  child.on('error', (error) => stop(`${script} could not be run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  forwardSignals(child);
  stopWithNpm(child);
}

const kind = process.argv[2] === '--dev' ? 'dev' : 'run';
const [script, ...scriptArguments] = process.argv.slice(kind === 'dev' ? 3 : 2);
if (!script) stop('Say which script to run: node bin/bootstrap.mjs [--dev] SCRIPT [arguments …]');
install(kind);
run(script, scriptArguments);
