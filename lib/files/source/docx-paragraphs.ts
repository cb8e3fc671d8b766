import 'server-only';
import type { Paragraph } from '#lib/files/source/passages';
import type { Numbering } from '#lib/files/source/docx-numbering';
import { printedNumber } from '#lib/files/source/printed-number';
import { attribute, readXml } from '#lib/files/xml';

/**
 * Elements whose content is not part of the text: deleted or moved text, earlier formatting, a
 * second copy for old programs.
 */
export const ignoredElements: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'Fallback',
  'instrText',
  'delText',
]);
/** Elements that are characters of the text. */
export const characterElements: Readonly<Record<string, string>> = {
  tab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};

/** A paragraph whose end has not been read. */
type OpenParagraph = { text: string; style?: string; list?: string; level?: number };

/** Adds the number that Word prints before a paragraph; (a) and (iv) become part of its text. */
function withNumber({ text, style, list, level }: OpenParagraph, numbering: Numbering): Paragraph {
  const label = text.trim() === '' ? '' : numbering.labelFor({ style, list, level });
  if (label === '') return { page: null, text };
  const printed = printedNumber(`${label} \u4e00`);
  return printed
    ? { page: null, text, number: printed.number }
    : { page: null, text: `${label} ${text}` };
}

/** Returns the paragraphs of the main part in their order, also those of tables and text boxes. */
export function paragraphsOfDocument(part: Buffer, numbering: Numbering): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  // A text box is a paragraph within a paragraph.
  const open: OpenParagraph[] = [];
  let ignoredDepth = 0;
  let inText = false;
  readXml(part, {
    open: (tag) => {
      const { local } = tag;
      if (ignoredElements.has(local)) ignoredDepth += 1;
      if (ignoredDepth > 0) return;
      const current = open.at(-1);
      if (local === 'p') open.push({ text: '' });
      else if (local === 't') inText = true;
      else if (!current) return;
      else if (local === 'pStyle') current.style = attribute(tag, 'val');
      else if (local === 'numId') current.list = attribute(tag, 'val');
      else if (local === 'ilvl') current.level = Number(attribute(tag, 'val'));
      else current.text += characterElements[local] ?? '';
    },
    close: ({ local }) => {
      if (ignoredElements.has(local)) {
        ignoredDepth -= 1;
        return;
      }
      if (ignoredDepth > 0) return;
      if (local === 't') inText = false;
      if (local !== 'p') return;
      const paragraph = open.pop();
      if (paragraph) paragraphs.push(withNumber(paragraph, numbering));
    },
    text: (text) => {
      const current = open.at(-1);
      if (inText && ignoredDepth === 0 && current) current.text += text;
    },
  });
  return paragraphs;
}
