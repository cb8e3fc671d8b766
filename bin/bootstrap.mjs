/**
 * node bin/bootstrap.mjs [--dev] SCRIPT [arguments …]
 * Installs what package-lock.json names and is not there yet, then runs SCRIPT with Node 24. Plain
 * JavaScript, because it
 * must run on any Node from 18 on, before anything is installed.
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

function install(kind) {
  const stampFile = resolve(root, 'node_modules', '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(resolve(root, 'package-lock.json')))
    .digest('hex');
  const [installed, as] = existsSync(stampFile)
    ? readFileSync(stampFile, 'utf8').trim().split(' ')
    : [];
  if (installed === wanted && (as === kind || as === 'dev')) return;

  console.log(
    `Installing what is missing (${kind === 'dev' ? 'with the tools for tests' : 'needed once'}) …`,
  );
  // NODE_ENV=production would leave the tools out, so both kinds say what they want. Without
  // `loglevel` an older Node is warned
  // about, although the register does not run on it.
  const options = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    kind === 'dev' ? '--include=dev' : '--omit=dev',
  ];
  const { error, status, stdout, stderr } = spawnSync('npm', ['ci', ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
  });
  if (error?.code === 'ENOENT')
    stop('npm was not found. Install Node 24 together with npm, then run this again.');
  if (error) stop(`npm could not be run: ${error.message}`);
  if (status !== 0) {
    const said = `${stdout}${stderr}`.trim();
    if (said) console.error(said);
    stop(
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(said)
        ? 'The packages could not be fetched: this machine has no way to the package registry. Connect it once, then run this again.'
        : 'The packages could not be installed; npm says why above.',
    );
  }
  writeFileSync(stampFile, `${wanted} ${kind}\n`);
}

/**
 * The Node that npm brought, or the one that runs this. Asked for its version, because a binary may
 * be there and not run here.
 */
function node24() {
  const brought = resolve(bin, 'node');
  const version = existsSync(brought)
    ? spawnSync(brought, ['--version'], { encoding: 'utf8' }).stdout
    : '';
  if (/^v(2[4-9]|[3-9]\d)\./.test(version ?? '')) return brought;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(`The register needs Node 24 or later; this is ${process.version}.`);
}

function run(script, given) {
  process.env.PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const flags = ['--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning'];
  const child = spawn(node24(), [...flags, script, ...given], { cwd: root, stdio: 'inherit' });
  child.on('error', (error) => stop(`${script} could not be run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  // We stay until the child has stopped. Ctrl-C reaches the child from the terminal itself; a
  // second one would cut its clean stop short.
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => terminal || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // `kill` of npm ends npm and its shell, which pass nothing on: an orphan would keep the port.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}

const words = process.argv.slice(2);
const kind = words[0] === '--dev' ? 'dev' : 'run';
const [script, ...given] = kind === 'dev' ? words.slice(1) : words;
if (!script) stop('Say which script to run: node bin/bootstrap.mjs [--dev] SCRIPT [arguments …]');
install(kind);
run(script, given);
