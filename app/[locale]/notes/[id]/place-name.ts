import type { Translate } from '#lib/text/i18n';
import type { BlockKind } from '#lib/notes/model/vocabulary';

/** What a block is called on the pages about it: its kind and number. */
export const placeName = (t: Translate, kind: BlockKind, number: string): string =>
  t('notes.block.title', { kind: t(`notes.write.kinds.${kind}`), number }).trim();
