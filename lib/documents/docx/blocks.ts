import { Paragraph, Table, type XmlComponent } from 'docx';
import type { Block } from '#lib/documents/model/document';
import { withoutPunctuation, bookmarkName, findNumber } from '#lib/documents/docx/bookmarks';
import { drawing } from '#lib/documents/docx/drawing';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { styledParagraph, renderTable } from '#lib/documents/docx/tables';
import { bookmarked, fieldRuns, textRuns, renderRuns } from '#lib/documents/docx/words';

const tabRun = () => element('w:r', {}, element('w:tab'));

/** A label whose bookmark holds what cross-references repeat of it. */
function renderLabel(context: Setting, key: string, label: string): XmlComponent[] {
  const short = withoutPunctuation(label);
  return [
    ...bookmarked(context, bookmarkName(key, 'n'), textRuns(context, short)),
    ...textRuns(context, label.slice(short.length)),
  ];
}

/**
 * `Figure III` above its caption; its number is a field, so that one inserted before it moves it
 * on.
 */
function renderCaption(
  context: Setting,
  block: Extract<Block, { kind: 'table' | 'figure' }>,
): Paragraph {
  const { key, kind, label, caption } = block;
  const number = findNumber(label, context.ordinals.get(key) ?? 0);
  const said = (text: string) => textRuns(context, text, 'CaptionLabel');
  const inner =
    number === null
      ? said(label)
      : [
          ...said(number.before),
          ...bookmarked(
            context,
            bookmarkName(key, 'n'),
            fieldRuns(
              `SEQ ${kind === 'figure' ? 'Figure' : 'Table'} \\* ${number.format}`,
              said(number.number),
              'CaptionLabel',
            ),
          ),
          ...said(number.after),
        ];
  return styledParagraph(context, 'Caption', [
    ...bookmarked(context, bookmarkName(key), inner),
    element('w:r', {}, element('w:br')),
    ...renderRuns(context, caption),
  ]);
}

/** A block of the note as paragraphs and tables. `figure` is its place among the figures. */
export function renderBlock(context: Setting, block: Block): (Paragraph | Table)[] {
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
                drawing(context, block, context.ordinals.get(block.key) ?? 0),
              ]),
            ]
          : [];
      const noted = block.note !== null && block.note.length > 0;
      const note = noted
        ? styledParagraph(context, 'TableNote', renderRuns(context, block.note ?? []))
        : styledParagraph(context, 'AfterTable', []);
      return [
        renderCaption(context, block),
        ...figure,
        renderTable(context, block.table, noted),
        note,
      ];
    }
  }
}
