import type { Translate } from '#lib/text/i18n';
import type { BlockKind } from '#lib/notes/model/vocabulary';

/** The name of a block on the pages about it: its kind and number. */
export const blockName = (t: Translate, kind: BlockKind, number: string): string =>
  t('notes.block.title', { kind: t(`notes.write.kinds.${kind}`), number }).trim();
