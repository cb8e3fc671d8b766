import { Footer, Header, TextRun } from 'docx';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { styledParagraph } from '#lib/documents/docx/tables';
import { fieldRuns, textRuns } from '#lib/documents/docx/words';

/**
 * What stands above and below every page: the symbol (not on the first page, which says it larger),
 * the mark of a draft, the page of all pages.
 */
export function headersAndFooters(setting: Setting) {
  const {
    head: { symbol },
    words: { draft },
  } = setting.note;
  const mark = () =>
    draft === null ? [] : [styledParagraph(setting, 'DraftMark', textRuns(setting, draft))];
  const digits = (text: string) => new TextRun(text);
  const tab = () => element('w:r', {}, element('w:tab'));
  const pages = () => {
    const count = [
      ...fieldRuns('PAGE', [digits('1')]),
      digits('/'),
      ...fieldRuns('NUMPAGES', [digits('1')]),
    ];
    return styledParagraph(
      setting,
      'Footer',
      setting.language.rightToLeft
        ? [...count, tab(), digits(symbol)]
        : [digits(symbol), tab(), ...count],
    );
  };
  return {
    headers: {
      first: new Header({
        children: draft === null ? [styledParagraph(setting, 'Header', [])] : mark(),
      }),
      default: new Header({
        children: [...mark(), styledParagraph(setting, 'Header', textRuns(setting, symbol))],
      }),
    },
    footers: {
      first: new Footer({ children: [pages()] }),
      default: new Footer({ children: [pages()] }),
    },
  };
}
