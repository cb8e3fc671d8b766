import { Footer, Header } from 'docx';
import { element } from '#lib/notes/docx/element';
import type { Setting } from '#lib/notes/docx/setting';
import { paragraph } from '#lib/notes/docx/tables';
import { field, plain } from '#lib/notes/docx/words';

/** What stands above and below every page: the symbol (not on the first page, which says it larger), the mark of a draft, the page of all pages. */
export function runningLines(setting: Setting) {
  const { head: { symbol }, words: { draft } } = setting.note;
  const mark = draft === null ? [] : [paragraph(setting, 'DraftMark', plain(setting, draft))];
  const pages = () => paragraph(setting, 'Footer', [
    ...plain(setting, symbol), element('w:r', {}, element('w:tab')), ...field('PAGE', plain(setting, '1')), ...plain(setting, '/'), ...field('NUMPAGES', plain(setting, '1'))]);
  return {
    headers: { first: new Header({ children: mark.length > 0 ? mark : [paragraph(setting, 'Header', [])] }), default: new Header({ children: [...(draft === null ? [] : [paragraph(setting, 'DraftMark', plain(setting, draft))]), paragraph(setting, 'Header', plain(setting, symbol))] }) },
    footers: { first: new Footer({ children: [pages()] }), default: new Footer({ children: [pages()] }) },
  };
}
