import 'server-only';
import { createHash } from 'node:crypto';
import type { Block, FinishedNote } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import { written } from '#lib/files/source/written-number';

const digest = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * The name of a bookmark: Word allows 40 letters, digits and underscores, and hides what begins
 * with an underscore.
 */
export const bookmarkOf = (key: string, part = ''): string =>
  `_${part}${key.replace(/[^A-Za-z0-9]/g, '_').slice(0, 20)}_${digest(key, 8)}`;

/**
 * Word reads a tag of at most 64 characters; a longer key is shortened to one that is still its
 * own.
 */
export const tagOf = (value: string): string =>
  value.length <= 64 ? value : `${value.slice(0, 47)}~${digest(value, 16)}`;

/**
 * The number within a label (`III` of `Figure III`), and the switch of a field that writes it so;
 * `null` where it is said in words or Chinese.
 */
export function numberIn(
  label: string,
  n: number,
): Readonly<{ before: string; number: string; after: string; format: string }> | null {
  const ways = [
    [String(n), 'ARABIC'],
    [written(n, 'upperRoman'), 'ROMAN'],
  ] as const;
  for (const [number, format] of ways) {
    const at = label.lastIndexOf(number);
    const beside = `${label[at - 1] ?? ''}${label[at + number.length] ?? ''}`;
    if (at >= 0 && !/[0-9A-Za-z]/.test(beside))
      return { before: label.slice(0, at), number, after: label.slice(at + number.length), format };
  }
  return null;
}

/**
 * What a cross-reference can repeat: a bookmark and the text that stands in it, or the number that
 * Word gives to a paragraph.
 */
export type Target = Readonly<{ bookmark: string; text: string; automatic: boolean }>;
export type Targets = ReadonlyMap<string, readonly Target[]>;

/** A label without what closes it: `II` of `II.`, `6` of `6-`. */
export const bare = (label: string): string => label.replace(/[.\u3001\uff0e\u2013-]+$/u, '');

function targetsOf(block: Block, ordinal: number): readonly Target[] {
  const bookmark = bookmarkOf(block.key);
  switch (block.kind) {
    case 'heading':
      return [
        { bookmark: bookmarkOf(block.key, 'n'), text: bare(block.number), automatic: false },
        { bookmark, text: textOf(block.runs), automatic: false },
      ];
    case 'paragraph':
      return [{ bookmark, text: String(block.number), automatic: true }];
    case 'item':
      return [{ bookmark: bookmarkOf(block.key, 'n'), text: block.label, automatic: false }];
    case 'table':
    case 'figure': {
      const number = numberIn(block.label, ordinal);
      return [
        { bookmark, text: block.label, automatic: false },
        ...(number
          ? [{ bookmark: bookmarkOf(block.key, 'n'), text: number.number, automatic: false }]
          : []),
      ];
    }
  }
}

/** How many of its kind stand before each table and figure, and itself. */
export function ordinals({ blocks }: FinishedNote): ReadonlyMap<string, number> {
  const counts = { table: 0, figure: 0 };
  return new Map(
    blocks.flatMap((block) =>
      block.kind === 'table' || block.kind === 'figure'
        ? [[block.key, (counts[block.kind] += 1)] as const]
        : [],
    ),
  );
}

export function allTargets(note: FinishedNote): Targets {
  const places = ordinals(note);
  return new Map(
    note.blocks.map((block) => [block.key, targetsOf(block, places.get(block.key) ?? 0)]),
  );
}

/** A number has two places: the text, and the annex that explains it. */
export const annexTag = (value: string): string => tagOf(`annex:${value}`);
