import 'server-only';
import { createHash } from 'node:crypto';
import type { Block, FinishedNote } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import { formatListNumber } from '#lib/files/source/list-number';
import { trimEndOf } from '#lib/text/trim-end';

const digest = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * The name of a bookmark. Word allows 40 letters, digits and underscores, and hides a bookmark that
 * begins with an underscore.
 */
export const bookmarkName = (key: string, part = ''): string =>
  `_${part}${key.replace(/[^A-Za-z0-9]/g, '_').slice(0, 20)}_${digest(key, 8)}`;

/**
 * The tag of a content control. Word reads at most 64 characters, so a longer key is shortened and
 * stays unique.
 */
export const controlTag = (value: string): string =>
  value.length <= 64 ? value : `${value.slice(0, 47)}~${digest(value, 16)}`;

/**
 * Finds the number within a label (`III` of `Figure III`) and the switch of a Word field that
 * formats it so. Returns null where the label has it in words or in Chinese.
 */
export function findNumber(
  label: string,
  n: number,
): Readonly<{ before: string; number: string; after: string; format: string }> | null {
  const formats = [
    [String(n), 'ARABIC'],
    [formatListNumber(n, 'upperRoman')?.text ?? '', 'ROMAN'],
  ] as const;
  for (const [number, format] of formats) {
    const start = label.lastIndexOf(number);
    const end = start + number.length;
    const neighbours = `${label[start - 1] ?? ''}${label[end] ?? ''}`;
    if (number !== '' && start >= 0 && !/[0-9A-Za-z]/.test(neighbours))
      return { before: label.slice(0, start), number, after: label.slice(end), format };
  }
  return null;
}

/**
 * What a cross-reference can point to: a bookmark with its text or, if `automatic`, with the number
 * that Word gives to the paragraph.
 */
export type ReferenceTarget = Readonly<{ bookmark: string; text: string; automatic: boolean }>;
export type ReferenceTargets = ReadonlyMap<string, readonly ReferenceTarget[]>;

/** A label without its closing punctuation: `II` of `II.`, `6` of `6-`. */
export const withoutPunctuation = (label: string): string =>
  trimEndOf(label, /[.\u3001\uff0e\u2013-]/);

function targetsOf(block: Block, ordinal: number): readonly ReferenceTarget[] {
  const bookmark = bookmarkName(block.key);
  switch (block.kind) {
    case 'heading':
      return [
        {
          bookmark: bookmarkName(block.key, 'n'),
          text: withoutPunctuation(block.number),
          automatic: false,
        },
        { bookmark, text: textOf(block.runs), automatic: false },
      ];
    case 'paragraph':
      return [{ bookmark, text: String(block.number), automatic: true }];
    case 'item':
      return [{ bookmark: bookmarkName(block.key, 'n'), text: block.label, automatic: false }];
    case 'table':
    case 'figure': {
      const number = findNumber(block.label, ordinal);
      return [
        { bookmark, text: block.label, automatic: false },
        ...(number
          ? [{ bookmark: bookmarkName(block.key, 'n'), text: number.number, automatic: false }]
          : []),
      ];
    }
  }
}

/** The ordinal of each table among the tables, and of each figure among the figures. */
export function exhibitOrdinals({ blocks }: FinishedNote): ReadonlyMap<string, number> {
  const counts = { table: 0, figure: 0 };
  return new Map(
    blocks.flatMap((block) =>
      block.kind === 'table' || block.kind === 'figure'
        ? [[block.key, (counts[block.kind] += 1)] as const]
        : [],
    ),
  );
}

export function referenceTargets(note: FinishedNote): ReferenceTargets {
  const ordinals = exhibitOrdinals(note);
  return new Map(
    note.blocks.map((block) => [block.key, targetsOf(block, ordinals.get(block.key) ?? 0)]),
  );
}
