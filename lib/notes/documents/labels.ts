import 'server-only';
import type { Translate } from '#lib/text/i18n';
import type { HtmlLabels } from '#lib/documents/html/html-options';

/** The labels that rendering a note adds, in its language. */
export const noteLabels = (t: Translate, draft: boolean): HtmlLabels => ({
  back: t('noteDocuments.back'),
  marks: draft
    ? {
        held: t('noteDocuments.marks.held'),
        typed: t('noteDocuments.marks.typed'),
        false: t('noteDocuments.marks.false'),
      }
    : null,
  figureTable: t('noteDocuments.figureTable'),
});
