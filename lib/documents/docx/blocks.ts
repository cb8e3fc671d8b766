import 'server-only';
import { Paragraph, Table, type XmlComponent } from 'docx';
import type { Block } from '#lib/documents/model/document';
import { bare, bookmarkOf, numberIn } from '#lib/documents/docx/bookmarks';
import { drawing } from '#lib/documents/docx/drawing';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { paragraph, table } from '#lib/documents/docx/tables';
import { bookmarked, field, plain, words } from '#lib/documents/docx/words';

const tab = () => element('w:r', {}, element('w:tab'));

/** A label whose bookmark holds what cross-references repeat of it. */
function labelled(setting: Setting, key: string, label: string): XmlComponent[] {
  const short = bare(label);
  return [
    ...bookmarked(setting, bookmarkOf(key, 'n'), plain(setting, short)),
    ...plain(setting, label.slice(short.length)),
  ];
}

/**
 * `Figure III` above its caption; its number is a field, so that one inserted before it moves it
 * on.
 */
function captionOf(
  setting: Setting,
  block: Extract<Block, { kind: 'table' | 'figure' }>,
): Paragraph {
  const { key, kind, label, caption } = block;
  const number = numberIn(label, setting.ordinals.get(key) ?? 0);
  const said = (text: string) => plain(setting, text, 'CaptionLabel');
  const inner =
    number === null
      ? said(label)
      : [
          ...said(number.before),
          ...bookmarked(
            setting,
            bookmarkOf(key, 'n'),
            field(
              `SEQ ${kind === 'figure' ? 'Figure' : 'Table'} \\* ${number.format}`,
              said(number.number),
              'CaptionLabel',
            ),
          ),
          ...said(number.after),
        ];
  return paragraph(setting, 'Caption', [
    ...bookmarked(setting, bookmarkOf(key), inner),
    element('w:r', {}, element('w:br')),
    ...words(setting, caption),
  ]);
}

/** A block of the note as paragraphs and tables. `figure` is its place among the figures. */
export function blockOf(setting: Setting, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(setting, `Heading${block.level}`, [
          tab(),
          ...labelled(setting, block.key, block.number),
          tab(),
          ...bookmarked(setting, bookmarkOf(block.key), words(setting, block.runs)),
        ]),
      ];
    case 'paragraph':
      return [
        paragraph(
          setting,
          'NumberedParagraph',
          bookmarked(setting, bookmarkOf(block.key), words(setting, block.runs)),
        ),
      ];
    case 'item':
      return [
        paragraph(setting, 'ListItem', [
          ...bookmarked(setting, bookmarkOf(block.key, 'n'), plain(setting, block.label)),
          tab(),
          ...words(setting, block.runs),
        ]),
      ];
    case 'table':
    case 'figure': {
      const figure =
        block.kind === 'figure'
          ? [
              paragraph(setting, 'Figure', [
                drawing(setting, block, setting.ordinals.get(block.key) ?? 0),
              ]),
            ]
          : [];
      const noted = block.note !== null && block.note.length > 0;
      const note = noted
        ? paragraph(setting, 'TableNote', words(setting, block.note ?? []))
        : paragraph(setting, 'AfterTable', []);
      return [captionOf(setting, block), ...figure, table(setting, block.table, noted), note];
    }
  }
}
