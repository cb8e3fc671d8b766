import type { Translate } from '#lib/i18n';
import type { BlockKind } from '#lib/notes/vocabulary';

/** What a block is called on the pages about it: its kind and number. */
export const placeName = (t: Translate, kind: BlockKind, number: string): string =>
  t('notes.block.title', { kind: t(`notes.write.kinds.${kind}`), number }).trim();
