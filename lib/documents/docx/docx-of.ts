import 'server-only';
import { Document, Packer, SectionType } from 'docx';
import { unzipSync } from 'fflate';
import type { FinishedNote } from '#lib/documents/model/document';
import { annexOf } from '#lib/documents/docx/annex';
import { blockOf } from '#lib/documents/docx/blocks';
import { contentsOf } from '#lib/documents/docx/contents';
import { fontTable } from '#lib/documents/docx/fonts';
import { headOf } from '#lib/documents/docx/head';
import { finishedParts } from '#lib/documents/docx/parts';
import {
  applicationProperties,
  coreProperties,
  customProperties,
} from '#lib/documents/docx/properties';
import { runningLines } from '#lib/documents/docx/running';
import { settingOf, type Setting } from '#lib/documents/docx/setting';
import { numberingPart, settingsPart } from '#lib/documents/docx/settings';
import { stylesPart } from '#lib/documents/docx/styles';
import { paragraph } from '#lib/documents/docx/tables';
import { plain, words } from '#lib/documents/docx/words';
import { zipped } from '#lib/documents/docx/zipped';

const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1304, left: 1134, right: 1134, header: 680, footer: 624, gutter: 0 },
};

function documentOf(setting: Setting): Document {
  const { note } = setting;
  const footnotes = note.footnotes.map(
    ({ number, runs }) =>
      [
        String(number),
        {
          children: [
            paragraph(setting, 'FootnoteText', [...plain(setting, ' '), ...words(setting, runs)]),
          ],
        },
      ] as const,
  );
  return new Document({
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        properties: { type: SectionType.NEXT_PAGE, titlePage: true, page },
        ...runningLines(setting),
        children: [
          ...headOf(setting),
          ...contentsOf(setting),
          ...note.blocks.flatMap((block) => blockOf(setting, block)),
          ...annexOf(setting),
          ...(note.colophon === ''
            ? []
            : [paragraph(setting, 'Colophon', plain(setting, note.colophon))]),
        ],
      },
    ],
  });
}

/**
 * The note as a Word document. Equal notes give equal bytes, wherever and whenever they are made.
 */
export async function docxOf(note: FinishedNote): Promise<Uint8Array> {
  const setting = settingOf(note);
  const { language } = setting;
  const first = note.blocks.find((block) => block.kind === 'paragraph')?.number ?? 1;
  const packed = await Packer.toBuffer(documentOf(setting), false, [
    { path: 'word/styles.xml', data: stylesPart(language) },
    { path: 'word/settings.xml', data: settingsPart(language) },
    { path: 'word/numbering.xml', data: numberingPart(first) },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'docProps/core.xml', data: coreProperties(note) },
    { path: 'docProps/custom.xml', data: customProperties(note) },
    { path: 'docProps/app.xml', data: applicationProperties() },
  ]);
  return zipped(finishedParts(note, language, unzipSync(new Uint8Array(packed))));
}
