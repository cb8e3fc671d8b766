import type { Language } from '#lib/documents/docx/language';
import { said, xml, type Piece } from '#lib/documents/docx/xml';

export type Letters = Readonly<{
  size?: number;
  bold?: boolean;
  italic?: boolean;
  heading?: boolean;
  more?: readonly Piece[];
  last?: readonly Piece[];
}>;
export type Place = Readonly<{
  first?: readonly Piece[];
  borders?: Piece;
  /** Of all paragraphs of the language; `leftToRight` where one must not follow it. */ rightToLeft?: boolean;
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
  place?: Place;
  letters?: Letters;
}>;

/**
 * Sizes are told as differences from the body, in half-points, so that Arabic letters grow with the
 * others.
 */
export function lettersOf(
  language: Language,
  { size, bold, italic, heading, more = [], last = [] }: Letters,
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
      said('sz', body + size) + said('szCs', Math.round(((body + size) * complexSize) / body)),
    ...last,
  );
}

const border = (side: string, size: number) =>
  xml(`w:${side}`, {
    'w:val': 'single',
    'w:sz': size,
    'w:space': side === 'top' || side === 'bottom' ? 4 : 0,
    'w:color': '16212B',
  });
export const ruled = (...sides: readonly (readonly [string, number])[]): string =>
  sides.map(([side, size]) => border(side, size)).join('');

function placeOf({
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
}: Place): string {
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
    align !== undefined && said('jc', align),
    outline !== undefined && said('outlineLvl', outline),
  );
}

export const styleOf = (
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
    said('name', name),
    on !== undefined && said('basedOn', on),
    next !== undefined && said('next', next),
    quick && '<w:qFormat/>',
    place && placeOf(place),
    letters && lettersOf(language, letters),
  );
