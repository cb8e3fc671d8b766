import 'server-only';
import { Paragraph } from 'docx';
import { textOf } from '#lib/documents/model/document';
import { bookmarkName } from '#lib/documents/docx/bookmarks';
import { element } from '#lib/documents/docx/xml-component';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { styledParagraph } from '#lib/documents/docx/tables';
import { textRuns } from '#lib/documents/docx/runs';

const fieldCharacter = (type: string, isDirty = false) =>
  element(
    'w:r',
    {},
    element('w:fldChar', { 'w:fldCharType': type, ...(isDirty && { 'w:dirty': 'true' }) }),
  );
const instruction = (text: string) =>
  element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, text));

/** The page of a bookmark, to be filled in by the program that lays out the pages. */
const pageOf = (bookmark: string) => [
  fieldCharacter('begin', true),
  instruction(` PAGEREF ${bookmark} \\h `),
  fieldCharacter('separate'),
  fieldCharacter('end'),
];

/** Renders the table of contents as a field whose page numbers are due to be filled in. */
export function renderContents(context: DocxContext): Paragraph[] {
  const {
    labels: { contents },
    blocks,
  } = context.note;
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (contents === '' || headings.length === 0) return [];
  const begin = [
    fieldCharacter('begin', true),
    instruction(' TOC \\o "1-3" \\h \\z '),
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
        element('w:r', {}, element('w:tab')),
        ...pageOf(bookmarkName(key)),
      ),
      ...(index === headings.length - 1 ? [fieldCharacter('end')] : []),
    ]),
  );
  return [styledParagraph(context, 'TOCHeading', textRuns(context, contents)), ...lines];
}
