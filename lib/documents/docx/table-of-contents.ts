import 'server-only';
import { Paragraph } from 'docx';
import { textOf } from '#lib/documents/model/document';
import { bookmarkName } from '#lib/documents/docx/bookmarks';
import { element } from '#lib/documents/docx/xml-component';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { styledParagraph } from '#lib/documents/docx/tables';
import { textRuns } from '#lib/documents/docx/runs';

/**
 * Renders the table of contents as a field without page numbers, which only the program that lays
 * out the pages knows.
 */
export function renderContents(context: DocxContext): Paragraph[] {
  const {
    labels: { contents },
    blocks,
  } = context.note;
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (contents === '' || headings.length === 0) return [];
  const fieldCharacter = (type: string) =>
    element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  const begin = [
    fieldCharacter('begin'),
    element(
      'w:r',
      {},
      element('w:instrText', { 'xml:space': 'preserve' }, ' TOC \\o "1-3" \\n \\h \\z '),
    ),
    fieldCharacter('separate'),
  ];
  const lines = headings.map(({ key, level, number, runs }, index) =>
    styledParagraph(context, `TOC${level}`, [
      ...(index === 0 ? begin : []),
      element(
        'w:hyperlink',
        { 'w:anchor': bookmarkName(key), 'w:history': 1 },
        ...textRuns(context, number),
        element('w:r', {}, element('w:tab')),
        ...textRuns(context, textOf(runs)),
      ),
      ...(index === headings.length - 1 ? [fieldCharacter('end')] : []),
    ]),
  );
  return [styledParagraph(context, 'TOCHeading', textRuns(context, contents)), ...lines];
}
