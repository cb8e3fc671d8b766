import { articlesText } from '#components/needs/need-facts';
import { AboutFigure } from '#components/summaries/figures/about-figure';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { CategoryLink } from '#components/summaries/links';
import type { Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import type { Category } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';
import { articlesOfKey } from '#lib/convention/provision';
import type { Matrix } from '#lib/counting/summaries/numbers';

type Props = Shown & Readonly<{ matrix: Matrix; id?: string }>;

const numbers: Readonly<Partial<Record<Region, string>>> = { AFR: '1', APG: '2' };

/**
 * Tables 1 and 2 of the note, and their like for the other regional groups and for all: each need
 * stands in exactly one row.
 */
export function MatrixTable({
  matrix: { region, rows, columns, total },
  id = 'matrix',
  ...shown
}: Props) {
  const { locale, t, chapter, opens } = shown;
  const needs = (cell: { row?: string; category?: Category } = {}) =>
    opens?.('needs', { ...(region && { region }), ...cell });
  const categories = Object.keys(columns) as Category[];
  const provision = (key: string) => {
    const articles = articlesOfKey(key);
    return articles.length === 0 ? t('provisions.generalNeeds') : articlesText(locale, t, articles);
  };
  const caption = t('summaries.matrixCaption', {
    region: region ? regionName(region, locale) : t('summaries.allRegions'),
    chapter,
  });
  const number = region && numbers[region];
  const heads = [
    t('summaries.provision'),
    ...categories.map((category) => <CategoryLink key={category} {...shown} category={category} />),
    t('summaries.total'),
    t('summaries.share'),
  ];
  return (
    <>
      <Table
        id={id}
        caption={number ? t('figures.table', { number, caption }) : caption}
        heads={heads}
        note={`${t('summaries.matrixNote')} ${t('summaries.sharesNote')}`}
        foot={
          <tr>
            <th scope="row">{t('summaries.total')}</th>
            {categories.map((category) => (
              <NumberCell
                key={category}
                locale={locale}
                n={columns[category] ?? 0}
                href={needs({ category })}
              />
            ))}
            <NumberCell locale={locale} n={total} href={needs()} />
            <td />
          </tr>
        }
      >
        {rows.map(({ articles, cells, total: row, share }) => (
          <tr key={articles} data-provision={articles}>
            <th scope="row">{provision(articles)}</th>
            {categories.map((category) => (
              <NumberCell
                key={category}
                locale={locale}
                n={cells[category] ?? 0}
                href={needs({ row: articles, category })}
              />
            ))}
            <NumberCell locale={locale} n={row} href={needs({ row: articles })} sum />
            <ShareCell locale={locale} share={share} />
          </tr>
        ))}
      </Table>
      <AboutFigure {...shown} file={region ? `matrix-${region}` : 'matrix'} drawn={false} />
    </>
  );
}
