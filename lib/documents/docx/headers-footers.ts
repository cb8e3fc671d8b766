import 'server-only';
import { Footer, Header, TextRun } from 'docx';
import { element } from '#lib/documents/docx/xml-component';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { styledParagraph } from '#lib/documents/docx/tables';
import { fieldRuns, textRuns } from '#lib/documents/docx/runs';

/**
 * Renders headers and footers: the symbol (not in the header of the first page, which has it in its
 * title), the mark of a draft, and the page number with the number of pages.
 */
export function headersAndFooters(context: DocxContext) {
  const {
    head: { symbol },
    labels: { draft },
  } = context.note;
  const draftMark = () =>
    draft === null ? [] : [styledParagraph(context, 'DraftMark', textRuns(context, draft))];
  const plainRun = (text: string) => new TextRun(text);
  const tab = () => element('w:r', {}, element('w:tab'));
  const pageNumber = () => {
    const numbers = [
      ...fieldRuns('PAGE', [plainRun('1')]),
      plainRun('/'),
      ...fieldRuns('NUMPAGES', [plainRun('1')]),
    ];
    return styledParagraph(
      context,
      'Footer',
      context.language.rightToLeft
        ? [...numbers, tab(), plainRun(symbol)]
        : [plainRun(symbol), tab(), ...numbers],
    );
  };
  return {
    headers: {
      first: new Header({
        children: draft === null ? [styledParagraph(context, 'Header', [])] : draftMark(),
      }),
      default: new Header({
        children: [...draftMark(), styledParagraph(context, 'Header', textRuns(context, symbol))],
      }),
    },
    footers: {
      first: new Footer({ children: [pageNumber()] }),
      default: new Footer({ children: [pageNumber()] }),
    },
  };
}
