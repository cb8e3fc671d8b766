import type { Locale } from '#lib/convention/names';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import { sourceTexts } from '#tests/support/files/source-texts';

/** A PDF made object by object, and the text that a person reads on it. */
export type HandLayout = Readonly<{ file: Buffer; text: readonly string[] }>;

const pageOf = (locale: Locale) => setPage(sourceTexts[locale], { top: 560, width: 56 });

/** Layouts that no other program makes, by name. */
export const handLayouts: Readonly<Record<string, (locale: Locale) => HandLayout>> = {
  plain: (locale) => ({ file: pdfFile({ pages: [pageOf(locale)] }), text: sourceTexts[locale] }),
  tilted: (locale) => ({
    file: pdfFile({ pages: [pageOf(locale).map((line) => ({ ...line, angle: 37 }))] }),
    text: sourceTexts[locale],
  }),
  turnedByBoth: (locale) => ({
    file: pdfFile({
      pages: [pageOf(locale).map((line) => ({ ...line, angle: 90 }))],
      page: '/Rotate 90',
    }),
    text: sourceTexts[locale],
  }),
};
