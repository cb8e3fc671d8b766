import 'server-only';
import { Document, Packer, SectionType } from 'docx';
import { unzipSync } from 'fflate';
import type { FinishedNote } from '#lib/documents/model/document';
import { renderBlock } from '#lib/documents/docx/blocks';
import { renderContents } from '#lib/documents/docx/table-of-contents';
import { fontTable } from '#lib/documents/docx/fonts';
import { renderHead } from '#lib/documents/docx/title-page';
import { packageParts } from '#lib/documents/docx/package-parts';
import {
  applicationProperties,
  coreProperties,
  customProperties,
} from '#lib/documents/docx/properties';
import { headersAndFooters } from '#lib/documents/docx/headers-footers';
import { createContext, type DocxContext } from '#lib/documents/docx/docx-context';
import { numberingPart, settingsPart } from '#lib/documents/docx/settings';
import { stylesPart } from '#lib/documents/docx/styles';
import { styledParagraph } from '#lib/documents/docx/tables';
import { textRuns, renderRuns } from '#lib/documents/docx/runs';
import { zipPackage } from '#lib/files/zip-package';

const pageLayout = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1304, left: 1134, right: 1134, header: 680, footer: 624, gutter: 0 },
};

function buildDocument(context: DocxContext): Document {
  const { note } = context;
  const footnotes = note.footnotes.map(
    ({ number, runs }) =>
      [
        String(number),
        {
          children: [
            styledParagraph(context, 'FootnoteText', [
              ...textRuns(context, ' '),
              ...renderRuns(context, runs),
            ]),
          ],
        },
      ] as const,
  );
  return new Document({
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        properties: { type: SectionType.NEXT_PAGE, titlePage: true, page: pageLayout },
        ...headersAndFooters(context),
        children: [
          ...renderHead(context),
          ...renderContents(context),
          ...note.blocks.flatMap((block) => renderBlock(context, block)),
          ...(note.colophon === ''
            ? []
            : [styledParagraph(context, 'Colophon', textRuns(context, note.colophon))]),
        ],
      },
    ],
  });
}

/** Renders the note as a Word document. Equal notes give equal bytes, whenever they are rendered. */
export async function renderDocx(note: FinishedNote): Promise<Uint8Array> {
  const context = createContext(note);
  const { language } = context;
  const firstParagraph = note.blocks.find((block) => block.kind === 'paragraph');
  const packed = await Packer.toBuffer(buildDocument(context), false, [
    { path: 'word/styles.xml', data: stylesPart(language) },
    { path: 'word/settings.xml', data: settingsPart(language) },
    { path: 'word/numbering.xml', data: numberingPart(firstParagraph?.number ?? 1) },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'docProps/core.xml', data: coreProperties(note) },
    { path: 'docProps/custom.xml', data: customProperties(note) },
    { path: 'docProps/app.xml', data: applicationProperties() },
  ]);
  return zipPackage(packageParts(note, language, unzipSync(new Uint8Array(packed))));
}
