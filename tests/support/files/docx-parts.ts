import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The text of a part of a package. */
export function partOf(content: Uint8Array, name: string): string {
  const part = unzipSync(content)[name];
  if (!part) throw new Error(`There is no ${name}`);
  return strFromU8(part);
}

/**
 * The same package with one part written anew, as an editor would; a change that changes nothing is
 * a fault of the test.
 */
export function edited(
  content: Uint8Array,
  name: string,
  change: (part: string) => string,
): Uint8Array {
  const before = partOf(content, name);
  const after = change(before);
  if (after === before) throw new Error(`${name} was not changed`);
  return zipSync({ ...unzipSync(content), [name]: strToU8(after) }, { level: 1 });
}

const control = (key: string) =>
  new RegExp(`(<w:tag w:val="${key.replace(/[.:]/g, '\\$&')}"/>.*?<w:t[^>]*>)([^<]*)(</w:t>)`, 's');
export const numberIn = (part: string, key: string): string => control(key).exec(part)?.[2] ?? '';
export const withNumber = (part: string, key: string, now: string): string =>
  part.replace(
    control(key),
    (_all, before: string, _text: string, after: string) => before + now + after,
  );
