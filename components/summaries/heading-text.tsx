import { Swatch } from '#components/summaries/swatch';
import type { Heading } from '#lib/documents/figures/figure';

/** The heading of a row or column, after the colour of its regional group. */
export const HeadingText = ({ heading: { text, href, region } }: { heading: Heading }) => (
  <>
    {region ? <Swatch region={region} /> : null}
    {href ? <a href={href}>{text}</a> : text}
  </>
);
