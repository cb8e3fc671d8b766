import 'server-only';
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '#lib/convention/names';

// Every system has fonts for Latin and Cyrillic.
const fontPatterns: Readonly<Partial<Record<Locale, RegExp>>> = {
  ar: /arab|naskh|kufi|amiri|scheherazade|dejavusans|dejavu sans/i,
  zh: /cjk|notosanssc|sourcehan|wqy|wenquanyi|droidsansfallback|uming|ukai|simsun|msyh|pingfang/i,
};
const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
];

/**
 * Asks fontconfig, as Chromium does, for a font of the language. Resolves to undefined where its
 * program is missing.
 */
const fontconfigKnows = (locale: Locale) =>
  new Promise<boolean | undefined>((resolve) => {
    execFile('fc-list', [`:lang=${locale}`, 'file'], { timeout: 20_000 }, (error, stdout) =>
      resolve(error ? undefined : stdout.trim() !== ''),
    );
  });

async function hasFontFile(pattern: RegExp): Promise<boolean> {
  const files = await Promise.all(
    fontFolders.map((folder) => readdir(folder, { recursive: true }).catch(() => [] as string[])),
  );
  return files.flat().some((file) => /\.(ttf|otf|ttc)$/i.test(file) && pattern.test(file));
}

/**
 * Whether this machine has a font for the language, without which a page prints as empty boxes.
 * Other systems than Linux come with such fonts.
 */
export async function hasFont(locale: Locale): Promise<boolean> {
  const pattern = fontPatterns[locale];
  if (!pattern || process.platform !== 'linux') return true;
  return (await fontconfigKnows(locale)) ?? hasFontFile(pattern);
}
