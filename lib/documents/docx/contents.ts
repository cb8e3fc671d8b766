import 'server-only';
import { Paragraph } from 'docx';
import { textOf } from '#lib/documents/model/document';
import { bookmarkOf } from '#lib/documents/docx/bookmarks';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { paragraph } from '#lib/documents/docx/tables';
import { plain } from '#lib/documents/docx/words';

/**
 * The headings as a field without page numbers: those only the program that lays out the pages
 * could know.
 */
export function contentsOf(setting: Setting): Paragraph[] {
  const {
    words: { contents },
    blocks,
  } = setting.note;
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (contents === '' || headings.length === 0) return [];
  const mark = (type: string) =>
    element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  const begin = [
    mark('begin'),
    element(
      'w:r',
      {},
      element('w:instrText', { 'xml:space': 'preserve' }, ' TOC \\o "1-3" \\n \\h \\z '),
    ),
    mark('separate'),
  ];
  const lines = headings.map(({ key, level, number, runs }, n) =>
    paragraph(setting, `TOC${level}`, [
      ...(n === 0 ? begin : []),
      element(
        'w:hyperlink',
        { 'w:anchor': bookmarkOf(key), 'w:history': 1 },
        ...plain(setting, number),
        element('w:r', {}, element('w:tab')),
        ...plain(setting, textOf(runs)),
      ),
      ...(n === headings.length - 1 ? [mark('end')] : []),
    ]),
  );
  return [paragraph(setting, 'TOCHeading', plain(setting, contents)), ...lines];
}
