import { ruled, type Style } from '#lib/notes/docx/style';
import { said, xml } from '#lib/notes/docx/xml';

const keepNext = '<w:keepNext/>';
const keepLines = '<w:keepLines/>';
/** Where the text begins: numbers of headings hang before it, as in documents of the Organization. */
const edge = 1134;
const trim = 567;
const numbered = xml('w:numPr', {}, said('numId', 1));
const heading = (level: 1 | 2 | 3, size: number, before: number): Style => ({
  id: `Heading${level}`, name: `heading ${level}`, on: 'Normal', next: 'NumberedParagraph', quick: true,
  place: { first: [keepNext, keepLines], tabs: [['right', 850], ['left', edge]], before, after: 140, left: edge, right: trim, hanging: edge, align: 'left', outline: level - 1 }, letters: { size, bold: true, heading: true },
});

export const paragraphStyles: readonly Style[] = [
  { id: 'Normal', name: 'Normal', quick: true },
  heading(1, 8, 360), heading(2, 4, 280), heading(3, 0, 240),
  { id: 'NumberedParagraph', name: 'Numbered paragraph', on: 'Normal', quick: true, place: { first: [numbered], tabs: [['left', edge + 567]], after: 130, left: edge, right: trim, firstLine: 0, align: 'both' } },
  { id: 'ListItem', name: 'List item', on: 'Normal', quick: true, place: { tabs: [['left', edge + 1134]], after: 110, left: edge + 1134, right: trim, hanging: 567, align: 'both' } },
  { id: 'Caption', name: 'caption', on: 'Normal', next: 'Normal', quick: true, place: { first: [keepNext, keepLines], before: 240, after: 100, align: 'left' }, letters: { bold: true, heading: true } },
  // Holds a chart alone, at single spacing: closer lines, as Arabic has, would cut its head off. In a paragraph from right to left LibreOffice turns the digits of charts round: 17 becomes 71.
  { id: 'Figure', name: 'Figure', on: 'Normal', next: 'NumberedParagraph', place: { first: [keepNext], leftToRight: true, after: 100, line: 240, align: 'center' } },
  { id: 'TableNote', name: 'Table note', on: 'Normal', place: { before: 60, after: 240, align: 'left' }, letters: { size: -3 } },
  { id: 'AfterTable', name: 'After table', on: 'Normal', place: { after: 160, line: 120 }, letters: { size: -8 } },
  { id: 'TableText', name: 'Table text', on: 'Normal', quick: true, place: { before: 30, after: 30, align: 'left' }, letters: { size: -3 } },
  { id: 'TableNumber', name: 'Table number', on: 'TableText', quick: true, place: { align: 'right' } },
  { id: 'TableHead', name: 'Table head', on: 'TableText', quick: true, place: { first: [keepNext], before: 60, after: 60 }, letters: { italic: true, heading: true } },
  { id: 'TableHeadNumber', name: 'Table head number', on: 'TableHead', quick: true, place: { align: 'right' } },
  { id: 'TableSum', name: 'Table sum', on: 'TableText', letters: { bold: true, heading: true } },
  { id: 'TableSumNumber', name: 'Table sum number', on: 'TableNumber', letters: { bold: true, heading: true } },
  { id: 'FootnoteText', name: 'footnote text', on: 'Normal', place: { tabs: [['left', 284]], after: 40, left: 284, hanging: 284, align: 'left' }, letters: { size: -3 } },
  { id: 'Header', name: 'header', on: 'Normal', place: { tabs: [['right', 9638]], after: 160, align: 'left' }, letters: { size: -3, bold: true } },
  // Page 2 of 9 is no page 9 of 2: its parts are put in order by hand.
  { id: 'Footer', name: 'footer', on: 'Normal', place: { leftToRight: true, tabs: [['right', 9638]], align: 'left' }, letters: { size: -3 } },
  { id: 'DraftMark', name: 'Draft mark', on: 'Header', place: { borders: ruled(['top', 6], ['bottom', 6]), after: 120, align: 'center' }, letters: { size: 4, bold: true, more: [said('color', 'A8201A')] } },
  { id: 'DocumentSymbol', name: 'Document symbol', on: 'Normal', place: { after: 60, align: 'right' }, letters: { size: 6 } },
  { id: 'BodyName', name: 'Body name', on: 'Normal', place: { before: 120, align: 'left' }, letters: { size: 8, bold: true, heading: true } },
  { id: 'DistributionLine', name: 'Distribution line', on: 'Normal', place: { align: 'left' } },
  { id: 'Session', name: 'Session', on: 'Normal', place: { before: 240, align: 'left' }, letters: { bold: true, heading: true } },
  { id: 'MeetingPlace', name: 'Meeting place', on: 'Normal', place: { align: 'left' } },
  { id: 'AgendaItem', name: 'Agenda item', on: 'Normal', place: { align: 'left' }, letters: { bold: true, heading: true } },
  { id: 'Title', name: 'Title', on: 'Normal', next: 'Author', quick: true, place: { first: [keepNext, keepLines], before: 400, after: 200, left: edge, right: edge, align: 'left' }, letters: { size: 10, bold: true, heading: true } },
  { id: 'Author', name: 'Author', on: 'Normal', place: { after: 300, left: edge, right: edge, align: 'left' }, letters: { size: 2, bold: true, heading: true } },
  { id: 'SummaryTitle', name: 'Summary title', on: 'Normal', place: { first: [keepNext], before: 120, after: 100, align: 'center' }, letters: { italic: true, heading: true } },
  { id: 'SummaryText', name: 'Summary text', on: 'Normal', place: { after: 120, left: 284, right: 284, align: 'both' } },
  { id: 'TOCHeading', name: 'TOC Heading', on: 'Normal', next: 'Normal', place: { first: [keepNext], before: 320, after: 100, left: edge, align: 'left' }, letters: { size: 2, bold: true, heading: true } },
  ...([1, 2, 3] as const).map((level): Style => ({ id: `TOC${level}`, name: `toc ${level}`, on: 'Normal', place: { tabs: [['left', edge + 680 * level]], after: 50, left: edge + 680 * level, right: trim, hanging: 680, align: 'left' } })),
  { id: 'AnnexTitle', name: 'Annex title', on: 'Heading1', next: 'AnnexText', place: { first: ['<w:pageBreakBefore/>'], left: 0, hanging: 0, before: 0 } },
  { id: 'AnnexText', name: 'Annex text', on: 'Normal', place: { after: 160, align: 'left' } },
  { id: 'Colophon', name: 'Colophon', on: 'Normal', place: { borders: ruled(['top', 4]), before: 320, align: 'left' }, letters: { size: -3 } },
  { id: 'CaptionLabel', name: 'Caption label', type: 'character', letters: { more: ['<w:b w:val="0"/><w:bCs w:val="0"/>'] } },
  { id: 'FootnoteReference', name: 'footnote reference', type: 'character', letters: { last: [said('vertAlign', 'superscript')] } },
  { id: 'EndnoteReference', name: 'endnote reference', type: 'character', letters: { last: [said('vertAlign', 'superscript')] } },
  { id: 'HeldNumber', name: 'Held number', type: 'character', letters: { last: [said('u', 'double')] } },
  { id: 'TypedNumber', name: 'Typed number', type: 'character', letters: { last: [said('u', 'dotted')] } },
  { id: 'FalseClaim', name: 'False claim', type: 'character', letters: { last: [xml('w:u', { 'w:val': 'wave', 'w:color': 'A8201A' })] } },
];
