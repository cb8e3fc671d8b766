import 'server-only';
import { Footer, Header, TextRun } from 'docx';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { paragraph } from '#lib/documents/docx/tables';
import { field, plain } from '#lib/documents/docx/words';

/**
 * What stands above and below every page: the symbol (not on the first page, which says it larger),
 * the mark of a draft, the page of all pages.
 */
export function runningLines(setting: Setting) {
  const {
    head: { symbol },
    words: { draft },
  } = setting.note;
  const mark = () =>
    draft === null ? [] : [paragraph(setting, 'DraftMark', plain(setting, draft))];
  const digits = (text: string) => new TextRun(text);
  const tab = () => element('w:r', {}, element('w:tab'));
  const pages = () => {
    const count = [
      ...field('PAGE', [digits('1')]),
      digits('/'),
      ...field('NUMPAGES', [digits('1')]),
    ];
    return paragraph(
      setting,
      'Footer',
      setting.language.rightToLeft
        ? [...count, tab(), digits(symbol)]
        : [digits(symbol), tab(), ...count],
    );
  };
  return {
    headers: {
      first: new Header({ children: draft === null ? [paragraph(setting, 'Header', [])] : mark() }),
      default: new Header({
        children: [...mark(), paragraph(setting, 'Header', plain(setting, symbol))],
      }),
    },
    footers: {
      first: new Footer({ children: [pages()] }),
      default: new Footer({ children: [pages()] }),
    },
  };
}
