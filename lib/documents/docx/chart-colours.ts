import type { Colour } from '#lib/documents/figures/figure';
import { palette } from '#lib/documents/figures/palette';
import { xml } from '#lib/documents/docx/xml';

/** A colour as Word writes it: `#fff` is `FFFFFF`. */
function hexadecimal(colour: string): string {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return full.toUpperCase();
}

const rgb = (colour: string) => xml('a:srgbClr', { val: hexadecimal(colour) });
export const solidFill = (colour: string): string => xml('a:solidFill', {}, rgb(colour));
export const outline = (colour: string): string => xml('a:ln', { w: 6350 }, solidFill(colour));

/** The fill of a series. Hatching keeps the series apart in grey as well. */
export function seriesFill(place: Colour): string {
  const { colour, word } = palette[place];
  const fill =
    word === null
      ? solidFill(colour)
      : xml(
          'a:pattFill',
          { prst: word },
          xml('a:fgClr', {}, rgb('#fff')),
          xml('a:bgClr', {}, rgb(colour)),
        );
  return xml('c:spPr', {}, fill, outline(colour));
}
