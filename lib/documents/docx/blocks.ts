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
function renderLabel(setting: Setting, key: string, label: string): XmlComponent[] {
  const short = withoutPunctuation(label);
  return [
    ...bookmarked(setting, bookmarkName(key, 'n'), textRuns(setting, short)),
    ...textRuns(setting, label.slice(short.length)),
  ];
}

/**
 * `Figure III` above its caption; its number is a field, so that one inserted before it moves it
 * on.
 */
function renderCaption(
  setting: Setting,
  block: Extract<Block, { kind: 'table' | 'figure' }>,
): Paragraph {
  const { key, kind, label, caption } = block;
  const number = findNumber(label, setting.ordinals.get(key) ?? 0);
  const said = (text: string) => textRuns(setting, text, 'CaptionLabel');
  const inner =
    number === null
      ? said(label)
      : [
          ...said(number.before),
          ...bookmarked(
            setting,
            bookmarkName(key, 'n'),
            fieldRuns(
              `SEQ ${kind === 'figure' ? 'Figure' : 'Table'} \\* ${number.format}`,
              said(number.number),
              'CaptionLabel',
            ),
          ),
          ...said(number.after),
        ];
  return styledParagraph(setting, 'Caption', [
    ...bookmarked(setting, bookmarkName(key), inner),
    element('w:r', {}, element('w:br')),
    ...renderRuns(setting, caption),
  ]);
}

/** A block of the note as paragraphs and tables. `figure` is its place among the figures. */
export function renderBlock(setting: Setting, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        styledParagraph(setting, `Heading${block.level}`, [
          tabRun(),
          ...renderLabel(setting, block.key, block.number),
          tabRun(),
          ...bookmarked(setting, bookmarkName(block.key), renderRuns(setting, block.runs)),
        ]),
      ];
    case 'paragraph':
      return [
        styledParagraph(
          setting,
          'NumberedParagraph',
          bookmarked(setting, bookmarkName(block.key), renderRuns(setting, block.runs)),
        ),
      ];
    case 'item':
      return [
        styledParagraph(setting, 'ListItem', [
          ...bookmarked(setting, bookmarkName(block.key, 'n'), textRuns(setting, block.label)),
          tabRun(),
          ...renderRuns(setting, block.runs),
        ]),
      ];
    case 'table':
    case 'figure': {
      const figure =
        block.kind === 'figure'
          ? [
              styledParagraph(setting, 'Figure', [
                drawing(setting, block, setting.ordinals.get(block.key) ?? 0),
              ]),
            ]
          : [];
      const noted = block.note !== null && block.note.length > 0;
      const note = noted
        ? styledParagraph(setting, 'TableNote', renderRuns(setting, block.note ?? []))
        : styledParagraph(setting, 'AfterTable', []);
      return [
        renderCaption(setting, block),
        ...figure,
        renderTable(setting, block.table, noted),
        note,
      ];
    }
  }
}
