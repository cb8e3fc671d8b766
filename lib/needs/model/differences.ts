import type { Locale } from '#lib/convention/names';
import { fieldsOf, type NeedContent, type NeedFields } from '#lib/needs/model/schema';
import { aligned } from '#lib/text/aligned';

/**
 * A segment of a comparison of two texts: in both, only in the earlier one, or only in the later
 * one.
 */
export type Stretch = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

const segmenters = new Map<string, Intl.Segmenter>();
function wordsIn(text: string, language: Locale | null): string[] {
  const key = language ?? 'und';
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'word' });
  segmenters.set(key, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Beyond this many pairs of words the texts are not aligned: one follows the other. */
const mostCells = 1_000_000;

/** Joins adjacent changes, also across the spaces between them. */
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
 * Compares two texts word by word, with the word boundaries of the language (Chinese has no
 * spaces). The segments together hold both texts.
 */
export function differenceOf(before: string, after: string, language: Locale | null): Stretch[] {
  const [old, now] = [wordsIn(before, language), wordsIn(after, language)];
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  const ends = [old.length, now.length] as const;
  for (const [l, r] of [...aligned(old, now, mostCells).pairs, ends]) {
    stretches.push(
      { kind: 'removed', text: old.slice(i, l).join('') },
      { kind: 'added', text: now.slice(j, r).join('') },
      { kind: 'same', text: old[l] ?? '' },
    );
    [i, j] = [l + 1, r + 1];
  }
  return joined(stretches.filter(({ text }) => text !== ''));
}

/** Returns the fields in which two versions differ, in the order of the form. */
export function fieldsChanged(before: NeedContent, after: NeedContent): (keyof NeedFields)[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return (Object.keys(now) as (keyof NeedFields)[]).filter(
    (field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]),
  );
}
