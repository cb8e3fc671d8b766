const longestName = 200;

/**
 * A file's name without its folders and without what no database keeps or what hides its ending.
 */
export function fileName(given: string): string {
  const name = given
    .toWellFormed()
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC')
    .trim();
  if (name.length <= longestName) return name;
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  return `${[...name]
    .slice(0, longestName - 10)
    .join('')
    .slice(0, longestName - 10)
    .toWellFormed()}…${ending}`;
}
