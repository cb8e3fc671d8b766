import { Footer, Header, TextRun } from 'docx';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { styledParagraph } from '#lib/documents/docx/tables';
import { fieldRuns, textRuns } from '#lib/documents/docx/words';

/**
 * What stands above and below every page: the symbol (not on the first page, which says it larger),
 * the mark of a draft, the page of all pages.
 */
export function headersAndFooters(context: Setting) {
  const {
    head: { symbol },
    words: { draft },
  } = context.note;
  const mark = () =>
    draft === null ? [] : [styledParagraph(context, 'DraftMark', textRuns(context, draft))];
  const digits = (text: string) => new TextRun(text);
  const tab = () => element('w:r', {}, element('w:tab'));
  const pages = () => {
    const count = [
      ...fieldRuns('PAGE', [digits('1')]),
      digits('/'),
      ...fieldRuns('NUMPAGES', [digits('1')]),
    ];
    return styledParagraph(
      context,
      'Footer',
      context.language.rightToLeft
        ? [...count, tab(), digits(symbol)]
        : [digits(symbol), tab(), ...count],
    );
  };
  return {
    headers: {
      first: new Header({
        children: draft === null ? [styledParagraph(context, 'Header', [])] : mark(),
      }),
      default: new Header({
        children: [...mark(), styledParagraph(context, 'Header', textRuns(context, symbol))],
      }),
    },
    footers: {
      first: new Footer({ children: [pages()] }),
      default: new Footer({ children: [pages()] }),
    },
  };
}
