const maxLength = 200;

/**
 * The name of an uploaded file without folders, and without characters that a database cannot store
 * or that hide its extension.
 */
export function safeFileName(path: string): string {
  const name = path
    .toWellFormed()
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC')
    .trim();
  if (name.length <= maxLength) return name;
  const extension = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  return `${[...name]
    .slice(0, maxLength - 10)
    .join('')
    .slice(0, maxLength - 10)
    .toWellFormed()}…${extension}`;
}
