import { locales } from '#lib/convention/names';
import { conventionStates } from '#lib/convention/states';

/** Makes the spellings of one name equal. */
type Fold = (name: string) => string;

/** Folds a name where nothing else is given: no marks or case, Arabic with one form of each letter. */
const foldName: Fold = (name) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}|ـ/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');

const normaliseName = (name: string, fold: Fold): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The edit distance of two words: letters inserted, deleted, replaced, or two exchanged. Counts no
 * further than `most`.
 */
function editDistance(a: string, b: string, maximum: number): number {
  if (Math.abs(a.length - b.length) > maximum) return maximum + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
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
    before = last;
    last = row;
  }
  return last[b.length]!;
}

type FoundState = Readonly<{ code: string }> | Readonly<{ likely: readonly string[] }>;
export type FindState = (text: string) => FoundState;

const maximumLikely = 4;

/** The code of every name; null where two States have the same one. */
function codesByName(
  placeholders: readonly string[],
  fold: Fold,
): ReadonlyMap<string, string | null> {
  const codes = new Map<string, string | null>();
  const addName = (written: string, code: string) => {
    const name = normaliseName(written, fold);
    const existing = codes.get(name);
    codes.set(name, existing === undefined || existing === code ? code : null);
  };
  for (const { code, m49, names } of conventionStates) {
    addName(code, code);
    addName(m49 ?? code, code);
    for (const locale of locales) addName(names[locale], code);
  }
  for (const code of placeholders) addName(code, code);
  return codes;
}

/**
 * The distance of a name from the searched text. Part of a name, such as Bolivia or Tanzania, is
 * likelier than a misspelling of another. Codes and very short names must match exactly.
 */
function distanceOf(name: string, searched: string, maximum: number): number {
  const isPart =
    searched.length >= 4 &&
    name.length >= 4 &&
    (` ${name} `.includes(` ${searched} `) || ` ${searched} `.includes(` ${name} `));
  if (isPart) return 0.5;
  if (name.length <= 3) return Infinity;
  return editDistance(searched, name, maximum);
}

/**
 * Returns a function that finds a State by any of its names or codes; placeholder States are named
 * by their codes. For other texts it offers the likely States.
 */
export function stateFinder(
  placeholders: readonly string[] = [],
  fold: Fold = foldName,
): FindState {
  const codes = codesByName(placeholders, fold);
  const unique = [...codes].flatMap(([name, code]) => (code === null ? [] : [{ name, code }]));
  return (text) => {
    const searched = normaliseName(text, fold);
    const code = codes.get(searched);
    if (code) return { code };
    if (searched.length < 2) return { likely: [] };
    const maximum = Math.min(3, Math.floor(searched.length / 4) + 1);
    const candidates = unique
      .map((known) => ({ ...known, distance: distanceOf(known.name, searched, maximum) }))
      .filter(({ distance }) => distance <= maximum)
      .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
    const likely = [...new Set(candidates.map((candidate) => candidate.code))];
    return { likely: likely.slice(0, maximumLikely) };
  };
}
