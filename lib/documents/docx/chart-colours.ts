import { xml } from '#lib/documents/docx/xml';

/**
 * The register's five colours in their fixed order, each with a hatching of its own: in grey they
 * differ as well.
 */
const fills = [
  { colour: '0B62A4', pattern: null },
  { colour: 'C65102', pattern: 'wdUpDiag' },
  { colour: '12805C', pattern: 'narVert' },
  { colour: '8F4C9B', pattern: 'diagCross' },
  { colour: '6D7378', pattern: 'smGrid' },
] as const;

const rgb = (colour: string) => xml('a:srgbClr', { val: colour });
export const solid = (colour: string): string => xml('a:solidFill', {}, rgb(colour));
export const line = (colour: string): string => xml('a:ln', { w: 6350 }, solid(colour));

export function fillOf(place: number): string {
  const { colour, pattern } = fills[place % fills.length] ?? fills[0];
  const fill =
    pattern === null
      ? solid(colour)
      : xml(
          'a:pattFill',
          { prst: pattern },
          xml('a:fgClr', {}, rgb('FFFFFF')),
          xml('a:bgClr', {}, rgb(colour)),
        );
  return xml('c:spPr', {}, fill, line(colour));
}
