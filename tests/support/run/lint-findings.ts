import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';

const oxlint = resolve('node_modules/oxlint/bin/oxlint');

type Label = Readonly<{ span: { line: number } }>;
type Complaint = Readonly<{ code: string; filename: string; labels: readonly Label[] }>;
type Report = Readonly<{ diagnostics: readonly Complaint[]; number_of_files: number }>;

/**
 * What the linter says when these lines stand at each of these places in a copy of the house: by
 * place, the line and the rule.
 */
export function complaints(
  paths: readonly string[],
  lines: readonly string[],
  config = '.oxlintrc.json',
): Readonly<Record<string, readonly string[]>> {
  const house = mkdtempSync(join(tmpdir(), 'needs-register-fences-'));
  try {
    copyFileSync(config, join(house, '.oxlintrc.json'));
    for (const path of paths) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), lines.join('\n'));
    }
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], {
      cwd: house,
      encoding: 'utf8',
    });
    const report = JSON.parse(stdout) as Report;
    expect(report.number_of_files, 'files linted').toBe(paths.length);
    const at = (path: string) =>
      report.diagnostics
        .filter(({ filename }) => filename === path)
        .map(({ code, labels: [label] }) => `${lines[(label?.span.line ?? 0) - 1]} ${code}`);
    return Object.fromEntries(paths.map((path) => [path, at(path).toSorted()]));
  } finally {
    rmSync(house, { recursive: true });
  }
}

/** The same refusals at each of these places. */
export const everywhere = (paths: readonly string[], refusals: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, refusals.toSorted()]));

export const reexport = (module: string) => `export * from '${module}';`;
export const refusal = (line: string) => `${line} eslint(no-restricted-imports)`;
