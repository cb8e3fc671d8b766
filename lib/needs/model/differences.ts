import type { Locale } from '#lib/convention/names';
import { fieldsOf, type NeedContent, type NeedFields } from '#lib/needs/model/schema';

/** A stretch of two texts: in both, only in the earlier, or only in the later. */
export type Stretch = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

const segmenters = new Map<string, Intl.Segmenter>();
function wordsIn(text: string, language: Locale | null): string[] {
  const key = language ?? 'und';
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'word' });
  segmenters.set(key, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A table of more cells is not made: such texts are shown one after the other. */
const mostCells = 1_000_000;

/** The words in the longest sequence common to both, marked in each. */
function common(before: readonly string[], after: readonly string[]): [boolean[], boolean[]] {
  const [n, m] = [before.length, after.length];
  const kept: [boolean[], boolean[]] = [
    Array<boolean>(n).fill(false),
    Array<boolean>(m).fill(false),
  ];
  if (n * m > mostCells) return kept;
  const width = m + 1;
  const longest = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        before[i] === after[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < n && j < m;) {
    if (before[i] === after[j]) {
      kept[0][i++] = true;
      kept[1][j++] = true;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
}

/** Puts a run of changes together, also over the spaces alone that stand between them. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  let [removed, added, gap] = ['', '', ''];
  const flush = () => {
    if (removed) found.push({ kind: 'removed', text: removed });
    if (added) found.push({ kind: 'added', text: added });
    if (gap) found.push({ kind: 'same', text: gap });
    [removed, added, gap] = ['', '', ''];
  };
  for (const { kind, text } of stretches) {
    if (kind === 'same') {
      const between = Boolean(removed && added) && /^[^\S\n]+$/.test(gap + text);
      if (between) gap += text;
      else {
        flush();
        const last = found.at(-1);
        if (last?.kind === 'same') found[found.length - 1] = { kind, text: last.text + text };
        else found.push({ kind, text });
      }
      continue;
    }
    if (gap) {
      removed += gap;
      added += gap;
      gap = '';
    }
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  return found;
}

/**
 * Two texts word by word, as the language divides them: also Chinese, which has no spaces. Together
 * the parts are both texts.
 */
export function differenceOf(before: string, after: string, language: Locale | null): Stretch[] {
  const [old, now] = [wordsIn(before, language), wordsIn(after, language)];
  let [start, end] = [0, 0];
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old.at(-1 - end) === now.at(-1 - end)
  )
    end += 1;
  const [left, right] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const [leftKept, rightKept] = common(left, right);
  const stretches: Stretch[] = [{ kind: 'same', text: old.slice(0, start).join('') }];
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    if (i < left.length && !leftKept[i]) stretches.push({ kind: 'removed', text: left[i++]! });
    else if (j < right.length && !rightKept[j])
      stretches.push({ kind: 'added', text: right[j++]! });
    else {
      stretches.push({ kind: 'same', text: left[i]! });
      i += 1;
      j += 1;
    }
  }
  stretches.push({ kind: 'same', text: old.slice(old.length - end).join('') });
  return joined(stretches.filter(({ text }) => text !== ''));
}

/** The fields in which two versions differ, in the order of the form. */
export function fieldsChanged(before: NeedContent, after: NeedContent): (keyof NeedFields)[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return (Object.keys(now) as (keyof NeedFields)[]).filter(
    (field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]),
  );
}
