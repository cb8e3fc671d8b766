import type { Language } from '#lib/documents/docx/language';
import { valueElement, xml, type XmlChild } from '#lib/documents/docx/xml';

export type CharacterFormat = Readonly<{
  size?: number;
  bold?: boolean;
  italic?: boolean;
  heading?: boolean;
  more?: readonly XmlChild[];
  last?: readonly XmlChild[];
}>;
type ParagraphFormat = Readonly<{
  first?: readonly XmlChild[];
  borders?: XmlChild;
  /** Set for all paragraphs of a right-to-left language. */
  rightToLeft?: boolean;
  /** Set for a style that is left to right in every language. */
  leftToRight?: boolean;
  tabs?: readonly (readonly ['left' | 'center' | 'right', number])[];
  before?: number;
  after?: number;
  line?: number;
  left?: number;
  right?: number;
  hanging?: number;
  firstLine?: number;
  align?: 'left' | 'center' | 'right' | 'both';
  outline?: number;
}>;
export type Style = Readonly<{
  id: string;
  name: string;
  type?: 'paragraph' | 'character';
  on?: string;
  next?: string;
  quick?: boolean;
  place?: ParagraphFormat;
  letters?: CharacterFormat;
}>;

/**
 * The run properties of a style. `size` is the difference from the body size in half-points, so
 * that Arabic text grows in proportion.
 */
export function runProperties(
  language: Language,
  { size, bold, italic, heading, more = [], last = [] }: CharacterFormat,
): string {
  const { size: body, complexSize, upright, fonts } = language;
  return xml(
    'w:rPr',
    {},
    heading === true &&
      fonts.heading !== fonts.eastAsia &&
      xml('w:rFonts', { 'w:eastAsia': fonts.heading }),
    bold === true && '<w:b/><w:bCs/>',
    italic === true && !upright && '<w:i/>',
    ...more,
    size !== undefined &&
      valueElement('sz', body + size) +
        valueElement('szCs', Math.round(((body + size) * complexSize) / body)),
    ...last,
  );
}

const borderElement = (side: string, size: number) =>
  xml(`w:${side}`, {
    'w:val': 'single',
    'w:sz': size,
    'w:space': side === 'top' || side === 'bottom' ? 4 : 0,
    'w:color': '16212B',
  });
export const borderElements = (...sides: readonly (readonly [string, number])[]): string =>
  sides.map(([side, size]) => borderElement(side, size)).join('');

function paragraphProperties({
  first = [],
  borders,
  rightToLeft = false,
  leftToRight = false,
  tabs,
  before,
  after,
  line,
  left,
  right,
  hanging,
  firstLine,
  align,
  outline,
}: ParagraphFormat): string {
  return xml(
    'w:pPr',
    {},
    ...first,
    typeof borders === 'string' && xml('w:pBdr', {}, borders),
    tabs &&
      xml('w:tabs', {}, ...tabs.map(([at, pos]) => xml('w:tab', { 'w:val': at, 'w:pos': pos }))),
    rightToLeft && '<w:bidi/>',
    leftToRight && '<w:bidi w:val="0"/>',
    (before ?? after ?? line) !== undefined &&
      xml('w:spacing', {
        'w:before': before,
        'w:after': after,
        'w:line': line,
        'w:lineRule': line === undefined ? undefined : 'auto',
      }),
    (left ?? right ?? hanging ?? firstLine) !== undefined &&
      xml('w:ind', {
        'w:left': left,
        'w:right': right,
        'w:hanging': hanging,
        'w:firstLine': firstLine,
      }),
    align !== undefined && valueElement('jc', align),
    outline !== undefined && valueElement('outlineLvl', outline),
  );
}

export const styleElement = (
  language: Language,
  { id, name, type = 'paragraph', on, next, quick = false, place, letters }: Style,
): string =>
  xml(
    'w:style',
    {
      'w:type': type,
      'w:default': id === 'Normal' ? 1 : undefined,
      'w:customStyle':
        /^(Normal|Title|heading \d|caption|header|footer|footnote .*|endnote .*|toc \d|TOC Heading|Hyperlink)$/.test(
          name,
        )
          ? undefined
          : 1,
      'w:styleId': id,
    },
    valueElement('name', name),
    on !== undefined && valueElement('basedOn', on),
    next !== undefined && valueElement('next', next),
    quick && '<w:qFormat/>',
    place && paragraphProperties(place),
    letters && runProperties(language, letters),
  );
