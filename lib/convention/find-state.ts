import { locales } from '#lib/convention/names';
import { conventionStates } from '#lib/convention/states';

/**
 * As names are compared: without marks, punctuation and case, Arabic with one form of each letter.
 */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}|ـ/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Edits between two words: a letter more, less, other, or two exchanged. Counted no further than
 * `most`.
 */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? before[j - 2]! + 1
          : Infinity;
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

export type FoundState = Readonly<{ code: string }> | Readonly<{ likely: readonly string[] }>;
export type FindState = (text: string) => FoundState;

const mostLikely = 4;

/**
 * Names of placeholder States are their codes. What is written otherwise than any name or code is
 * found by nobody: the likely ones are offered.
 */
export function stateFinder(placeholders: readonly string[] = []): FindState {
  const byName = new Map<string, string | null>();
  const name = (written: string, code: string) => {
    const known = byName.get(plain(written));
    byName.set(plain(written), known === undefined || known === code ? code : null);
  };
  for (const { code, m49, names } of conventionStates)
    for (const written of [code, m49 ?? code, ...locales.map((locale) => names[locale])])
      name(written, code);
  for (const code of placeholders) name(code, code);
  const named = [...byName].flatMap(([known, code]) =>
    code === null ? [] : [[known, code] as const],
  );
  return (text) => {
    const asked = plain(text);
    const code = byName.get(asked);
    if (code) return { code };
    if (asked.length < 2) return { likely: [] };
    const most = Math.min(3, Math.floor(asked.length / 4) + 1);
    const scored = named
      .flatMap(([known, of]) => {
        // Part of a name, such as Bolivia or Tanzania, is likelier than a misspelling of another.
        const part =
          asked.length >= 4 &&
          known.length >= 4 &&
          (` ${known} `.includes(` ${asked} `) || ` ${asked} `.includes(` ${known} `));
        const distance = part ? 0.5 : known.length <= 3 ? Infinity : edits(asked, known, most);
        return distance <= most ? [{ of, distance }] : [];
      })
      .toSorted((a, b) => a.distance - b.distance || (a.of < b.of ? -1 : 1));
    return { likely: [...new Set(scored.map(({ of }) => of))].slice(0, mostLikely) };
  };
}
