import 'server-only';
import { Paragraph, Table, type XmlComponent } from 'docx';
import type { Block } from '#lib/documents/model/document';
import { withoutPunctuation, bookmarkName, findNumber } from '#lib/documents/docx/bookmarks';
import { chartDrawing } from '#lib/documents/docx/chart-drawing';
import { element } from '#lib/documents/docx/xml-component';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { styledParagraph, renderTable } from '#lib/documents/docx/tables';
import { bookmarked, fieldRuns, textRuns, renderRuns } from '#lib/documents/docx/runs';

const tabRun = () => element('w:r', {}, element('w:tab'));

/** Renders a label with a bookmark around the part that cross-references repeat. */
function renderLabel(context: DocxContext, key: string, label: string): XmlComponent[] {
  const short = withoutPunctuation(label);
  return [
    ...bookmarked(context, bookmarkName(key, 'n'), textRuns(context, short)),
    ...textRuns(context, label.slice(short.length)),
  ];
}

/**
 * Renders the label and caption of a table or figure. The number is a field, so that Word counts
 * on when a figure is inserted before it.
 */
function renderCaption(
  context: DocxContext,
  block: Extract<Block, { kind: 'table' | 'figure' }>,
): Paragraph {
  const { key, kind, label, caption } = block;
  const number = findNumber(label, context.ordinals.get(key) ?? 0);
  const labelRuns = (text: string) => textRuns(context, text, 'CaptionLabel');
  const inner =
    number === null
      ? labelRuns(label)
      : [
          ...labelRuns(number.before),
          ...bookmarked(
            context,
            bookmarkName(key, 'n'),
            fieldRuns(
              `SEQ ${kind === 'figure' ? 'Figure' : 'Table'} \\* ${number.format}`,
              labelRuns(number.number),
              'CaptionLabel',
            ),
          ),
          ...labelRuns(number.after),
        ];
  return styledParagraph(context, 'Caption', [
    ...bookmarked(context, bookmarkName(key), inner),
    element('w:r', {}, element('w:br')),
    ...renderRuns(context, caption),
  ]);
}

/** Renders a block of the note as paragraphs and tables. */
export function renderBlock(context: DocxContext, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        styledParagraph(context, `Heading${block.level}`, [
          tabRun(),
          ...renderLabel(context, block.key, block.number),
          tabRun(),
          ...bookmarked(context, bookmarkName(block.key), renderRuns(context, block.runs)),
        ]),
      ];
    case 'paragraph':
      return [
        styledParagraph(
          context,
          'NumberedParagraph',
          bookmarked(context, bookmarkName(block.key), renderRuns(context, block.runs)),
        ),
      ];
    case 'item':
      return [
        styledParagraph(context, 'ListItem', [
          ...bookmarked(context, bookmarkName(block.key, 'n'), textRuns(context, block.label)),
          tabRun(),
          ...renderRuns(context, block.runs),
        ]),
      ];
    case 'table':
    case 'figure': {
      const figure =
        block.kind === 'figure'
          ? [
              styledParagraph(context, 'Figure', [
                chartDrawing(context, block, context.ordinals.get(block.key) ?? 0),
              ]),
            ]
          : [];
      const hasNote = block.note !== null && block.note.length > 0;
      const note = hasNote
        ? styledParagraph(context, 'TableNote', renderRuns(context, block.note ?? []))
        : styledParagraph(context, 'AfterTable', []);
      return [
        renderCaption(context, block),
        ...figure,
        renderTable(context, block.table, hasNote),
        note,
      ];
    }
  }
}
