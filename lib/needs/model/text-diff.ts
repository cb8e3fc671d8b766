import type { Locale } from '#lib/convention/names';
import { fieldsOf, type NeedContent, type NeedFields } from '#lib/needs/model/schema';
import { aligned } from '#lib/text/aligned';

/**
 * A segment of a comparison of two texts: in both, only in the earlier one, or only in the later
 * one.
 */
export type DiffSegment = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

const segmenters = new Map<string, Intl.Segmenter>();
function splitWords(text: string, language: Locale | null): string[] {
  const key = language ?? 'und';
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'word' });
  segmenters.set(key, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Beyond this many pairs of words the texts are not aligned: one follows the other. */
const maximumPairs = 1_000_000;

/** Joins adjacent changes, also across the spaces between them. */
function joinSegments(stretches: readonly DiffSegment[]): DiffSegment[] {
  const result: DiffSegment[] = [];
  let removed = '';
  let added = '';
  let gap = '';
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    if (gap) result.push({ kind: 'same', text: gap });
    removed = '';
    added = '';
    gap = '';
  };
  const append = (segment: DiffSegment) => {
    const previous = result.at(-1);
    if (previous?.kind === 'same')
      result[result.length - 1] = { kind: 'same', text: previous.text + segment.text };
    else result.push(segment);
  };
  for (const { kind, text } of stretches) {
    if (kind === 'same') {
      const isGap = Boolean(removed && added) && /^[^\S\n]+$/.test(gap + text);
      if (isGap) {
        gap += text;
      } else {
        flush();
        append({ kind, text });
      }
      continue;
    }
    removed += gap;
    added += gap;
    gap = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  return result;
}

/**
 * Compares two texts word by word, with the word boundaries of the language (Chinese has no
 * spaces). The segments together hold both texts.
 */
export function diffTexts(before: string, after: string, language: Locale | null): DiffSegment[] {
  const original = splitWords(before, language);
  const updated = splitWords(after, language);
  const stretches: DiffSegment[] = [];
  let oldPosition = 0;
  let newPosition = 0;
  const end = [original.length, updated.length] as const;
  for (const [oldMatch, newMatch] of [...aligned(original, updated, maximumPairs).pairs, end]) {
    stretches.push(
      { kind: 'removed', text: original.slice(oldPosition, oldMatch).join('') },
      { kind: 'added', text: updated.slice(newPosition, newMatch).join('') },
      { kind: 'same', text: original[oldMatch] ?? '' },
    );
    oldPosition = oldMatch + 1;
    newPosition = newMatch + 1;
  }
  return joinSegments(stretches.filter(({ text }) => text !== ''));
}

/** Returns the fields in which two versions differ, in the order of the form. */
export function changedFields(before: NeedContent, after: NeedContent): (keyof NeedFields)[] {
  const original = fieldsOf(before);
  const updated = fieldsOf(after);
  return (Object.keys(updated) as (keyof NeedFields)[]).filter(
    (field) => JSON.stringify(original[field]) !== JSON.stringify(updated[field]),
  );
}
