import 'server-only';
import type { Paragraph } from '#lib/files/source/passages';
import type { Numbering } from '#lib/files/source/docx-numbering';
import { printedNumber } from '#lib/files/source/printed-number';
import { attribute, readXml } from '#lib/files/xml';

/**
 * What stands here is not part of the text: what was deleted or moved away, earlier settings, a
 * second copy for old programs.
 */
export const leftOut: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'Fallback',
  'instrText',
  'delText',
]);
export const signs: Readonly<Record<string, string>> = {
  tab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};

type Open = { text: string; style?: string; list?: string; level?: number };

/** A paragraph with the number that Word prints before it; (a) and (iv) belong to its words. */
function numbered({ text, style, list, level }: Open, numbering: Numbering): Paragraph {
  const label = text.trim() === '' ? '' : numbering.labelFor({ style, list, level });
  if (label === '') return { page: null, text };
  const printed = printedNumber(`${label} \u4e00`);
  return printed
    ? { page: null, text, number: printed.number }
    : { page: null, text: `${label} ${text}` };
}

/** The paragraphs of the main part, in their order; those of tables and text boxes among them. */
export function paragraphsOfDocument(part: Buffer, numbering: Numbering): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const open: Open[] = [];
  let away = 0;
  let inText = false;
  readXml(part, {
    open: (tag) => {
      const { local } = tag;
      if (leftOut.has(local)) away += 1;
      if (away > 0) return;
      const current = open.at(-1);
      if (local === 'p') open.push({ text: '' });
      else if (local === 't') inText = true;
      else if (!current) return;
      else if (local === 'pStyle') current.style = attribute(tag, 'val');
      else if (local === 'numId') current.list = attribute(tag, 'val');
      else if (local === 'ilvl') current.level = Number(attribute(tag, 'val'));
      else current.text += signs[local] ?? '';
    },
    close: ({ local }) => {
      if (leftOut.has(local)) {
        away -= 1;
        return;
      }
      if (away > 0) return;
      if (local === 't') inText = false;
      if (local !== 'p') return;
      const paragraph = open.pop();
      if (paragraph) paragraphs.push(numbered(paragraph, numbering));
    },
    text: (text) => {
      const current = open.at(-1);
      if (inText && away === 0 && current) current.text += text;
    },
  });
  return paragraphs;
}
