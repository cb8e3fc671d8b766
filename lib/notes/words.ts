import 'server-only';
import type { Translate } from '#lib/i18n';
import type { NoteWords } from '#lib/notes/html/words';

/** The words that the setting of a note adds, in its language. */
export const wordsOf = (t: Translate, draft: boolean): NoteWords => ({
  back: t('noteDocuments.back'),
  marks: draft
    ? {
        held: t('noteDocuments.marks.held'),
        typed: t('noteDocuments.marks.typed'),
        false: t('noteDocuments.marks.false'),
      }
    : null,
});
