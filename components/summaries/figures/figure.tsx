import type { ReactNode } from 'react';
import { AboutFigure } from '#components/summaries/figures/about-figure';
import { BarChart } from '#components/summaries/figures/bar-chart';
import type { Row } from '#components/summaries/figures/bars';
import type { Shown } from '#components/summaries/shown';
import { regionCodes, regionShortName } from '#lib/convention/regions';
import { formatList } from '#lib/text/format';
import { directionOf } from '#lib/text/languages';

type Props = Readonly<
  Pick<Shown, 'locale' | 't' | 'scale' | 'query' | 'count'> & {
    id: string;
    /** Its name in the addresses of its files, where that says more than its id. */
    file?: string;
    /** Its number in the note; figures that the note does not have bear none. */
    number?: number;
    caption: string;
    /** How it counts, in one sentence or more. */
    rules: readonly string[];
    rows: readonly Row[];
    /** The value of the longest bar. */
    most: number;
    /** Whether the bars are divided by regional group. */
    divided?: boolean;
    /** The same numbers as a table. */
    children?: ReactNode;
  }
>;

/** A drawing with its caption, its rule and, beside it, its table. */
export function Figure({
  locale,
  t,
  scale,
  query,
  count,
  id,
  file = id,
  number,
  caption,
  rules,
  rows,
  most,
  divided = false,
  children,
}: Props) {
  const title = number ? t('figures.figure', { number: String(number), caption }) : caption;
  const legend = divided
    ? regionCodes.map((region) => ({ region, name: regionShortName(region, locale) }))
    : [];
  const regions = formatList(
    locale,
    legend.map(({ name }) => name),
  );
  // Chinese sentences follow one another without a space.
  const said = (...sentences: readonly string[]) => sentences.join(locale === 'zh' ? '' : ' ');
  const description = said(
    divided ? t('figures.descriptionDivided', { regions }) : t('figures.description'),
    ...rules,
  );
  return (
    <figure className={children ? 'figure' : undefined} id={id}>
      <figcaption id={`${id}-caption`}>
        {title}
        <small>{said(...rules)}</small>
      </figcaption>
      <BarChart
        id={id}
        title={title}
        description={description}
        legend={legend}
        rows={rows}
        most={most}
        rtl={directionOf(locale) === 'rtl'}
        scale={scale}
      />
      {children}
      <AboutFigure locale={locale} t={t} query={query} count={count} file={file} />
    </figure>
  );
}
