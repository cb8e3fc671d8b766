import { regionCodes } from '#lib/convention/regions';
import type { Drawing } from '#lib/documents/figures/drawing';
import type { Fill } from '#lib/documents/figures/figure';

const fillClass = (fill: Fill | 'backdrop') => {
  if (typeof fill === 'number') return regionCodes[fill];
  return fill === 'backdrop' ? 'whole' : fill;
};
const textClasses = { label: undefined, value: 'value', small: 'under' } as const;

/** The class of a shape in the style sheets of pages and of SVG files. */
export function shapeClass(shape: Drawing['shapes'][number]): string | undefined {
  switch (shape.kind) {
    case 'rect':
      return shape.legend ? `key ${fillClass(shape.fill)}` : fillClass(shape.fill);
    case 'text':
      return textClasses[shape.role];
    default:
      return shape.fill === undefined ? shape.role : `${shape.role} ${fillClass(shape.fill)}`;
  }
}
