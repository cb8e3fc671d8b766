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

/** The numbers of the tables in the note. */
const tableNumbers: Readonly<Partial<Record<Region, string>>> = { AFR: '1', APG: '2' };

type Part = Readonly<{ view: Shown; matrix: Matrix }>;

const categoriesOf = ({ columns }: Matrix) => Object.keys(columns) as Category[];

/** The address of the needs in a cell, a row, a column or the whole matrix. */
const needsIn = (
  { view: { opens }, matrix: { region } }: Part,
  cell: { row?: string; category?: Category } = {},
) => opens?.('needs', { ...(region && { region }), ...cell });

function captionOf({ view: { locale, t, chapter }, matrix: { region } }: Part): string {
  const caption = t('summaries.matrixCaption', {
    region: region ? regionName(region, locale) : t('summaries.allRegions'),
    chapter,
  });
  const number = region && tableNumbers[region];
  return number ? t('figures.table', { number, caption }) : caption;
}

function provisionText({ locale, t }: Shown, key: string): string {
  const articles = articlesOfKey(key);
  return articles.length === 0 ? t('provisions.generalNeeds') : articlesText(locale, t, articles);
}

/** The needs of one provision by category. */
function MatrixRow({ row, ...part }: Part & Readonly<{ row: Matrix['rows'][number] }>) {
  const { view, matrix } = part;
  const { locale } = view;
  const { articles, cells, total, share } = row;
  return (
    <tr data-provision={articles}>
      <th scope="row">{provisionText(view, articles)}</th>
      {categoriesOf(matrix).map((category) => (
        <NumberCell
          key={category}
          locale={locale}
          n={cells[category] ?? 0}
          href={needsIn(part, { row: articles, category })}
        />
      ))}
      <NumberCell locale={locale} n={total} href={needsIn(part, { row: articles })} sum />
      <ShareCell locale={locale} share={share} />
    </tr>
  );
}

function TotalRow(part: Part) {
  const {
    view: { locale, t },
    matrix,
  } = part;
  return (
    <tr>
      <th scope="row">{t('summaries.total')}</th>
      {categoriesOf(matrix).map((category) => (
        <NumberCell
          key={category}
          locale={locale}
          n={matrix.columns[category] ?? 0}
          href={needsIn(part, { category })}
        />
      ))}
      <NumberCell locale={locale} n={matrix.total} href={needsIn(part)} />
      <td />
    </tr>
  );
}

/**
 * Tables 1 and 2 of the note, and the same for the other regional groups and for all: each need is
 * counted in exactly one row.
 */
export function MatrixTable({ matrix, id = 'matrix', ...view }: Props) {
  const { t } = view;
  const { region, rows } = matrix;
  const part = { view, matrix };
  const heads = [
    t('summaries.provision'),
    ...categoriesOf(matrix).map((category) => (
      <CategoryLink key={category} {...view} category={category} />
    )),
    t('summaries.total'),
    t('summaries.share'),
  ];
  return (
    <>
      <Table
        id={id}
        caption={captionOf(part)}
        heads={heads}
        note={`${t('summaries.matrixNote')} ${t('summaries.sharesNote')}`}
        foot={<TotalRow {...part} />}
      >
        {rows.map((row) => (
          <MatrixRow key={row.articles} {...part} row={row} />
        ))}
      </Table>
      <AboutFigure {...view} file={region ? `matrix-${region}` : 'matrix'} drawn={false} />
    </>
  );
}
