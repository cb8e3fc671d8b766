import type { Part, Row } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { CategoryLink } from '#components/summaries/links';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { CategoriesSentence, LeadsSentence, RegionSentence } from '#components/summaries/sentences';
import type { Shown } from '#components/summaries/shown';
import { regionHeads, Table } from '#components/summaries/table';
import { CategoriesTable, shownCategories } from '#components/summaries/tables';
import { categoryName } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';
import { formatNumber, formatPercent } from '#lib/text/format';
import type { Count } from '#lib/counting/summaries/numbers';

type Counted = Count['categories'][number];

const rowsOf = ({ locale, count }: Shown, parts: (counted: Counted) => readonly Part[]): Row[] =>
  shownCategories(count).map((counted) => ({
    key: counted.category,
    label: categoryName(counted.category, locale),
    bars: [
      {
        n: counted.needs,
        parts: parts(counted),
        value: formatNumber(locale, counted.needs),
        note: `· ${formatPercent(locale, counted.share.percent)}`,
      },
    ],
  }));

const mostOf = (count: Count) => Math.max(...count.categories.map(({ needs }) => needs));

/** Figure 3: needs by category. */
export function NeedsByCategory(shown: Shown) {
  const { t, count, opens } = shown;
  const rows = rowsOf(shown, ({ category, byRegion }) =>
    byRegion.map(({ region, needs }) => ({
      fill: region,
      n: needs,
      href: opens?.('needs', { category, region }),
    })),
  );
  return (
    <Figure
      {...shown}
      id="figure-3"
      number={3}
      caption={t('figures.needsByCategory')}
      rules={[t('figures.categoriesRule', { count: count.totals.needs })]}
      rows={rows}
      most={mostOf(count)}
      divided
    >
      <CategoriesTable {...shown} />
      <CategoriesSentence {...shown} categories={count.categories} />
    </Figure>
  );
}

/** Figure 7: of the needs of each category, the shares of the regional groups. */
export function RegionsOfCategories(shown: Shown) {
  const { locale, t, count, opens } = shown;
  const rows = shownCategories(count).map(({ category, needs, byRegion }): Row => ({
    key: category,
    label: categoryName(category, locale),
    bars: [
      {
        n: needs === 0 ? 0 : 1,
        whole: needs === 0,
        value: '',
        note: t('figures.ofNeeds', { count: needs }),
        parts: byRegion.map(({ region, share: { n, of, percent } }) => ({
          fill: region,
          n: of === 0 ? 0 : n / of,
          label: formatPercent(locale, percent),
          href: opens?.('needs', { category, region }),
        })),
      },
    ],
  }));
  return (
    <Figure
      {...shown}
      id="figure-7"
      number={7}
      caption={t('figures.regionsOfCategories')}
      rules={[t('figures.regionsOfCategoriesRule'), t('figures.partsRule')]}
      rows={rows}
      most={1}
      divided
    >
      <Table
        labelledBy="figure-7-caption"
        heads={[t('summaries.category'), ...regionHeads(locale), t('summaries.needsColumn')]}
        note={t('summaries.sharesNote')}
      >
        {shownCategories(count).map(({ category, needs, byRegion }) => (
          <tr key={category}>
            <th scope="row">
              <CategoryLink {...shown} category={category} />
            </th>
            {byRegion.map(({ region, share }) => (
              <ShareCell
                key={region}
                locale={locale}
                share={share}
                href={opens?.('needs', { category, region })}
              />
            ))}
            <NumberCell locale={locale} n={needs} href={opens?.('needs', { category })} sum />
          </tr>
        ))}
      </Table>
      <LeadsSentence {...shown} />
    </Figure>
  );
}

/** The categories of one regional group; the count holds this group alone. */
export function CategoriesOfRegion({ region, ...shown }: Shown & { region: Region }) {
  const { locale, t, count, opens } = shown;
  const id = `categories-${region}`;
  const rows = rowsOf(shown, ({ category, needs }) => [
    { fill: region, n: needs, href: opens?.('needs', { category, region }) },
  ]);
  return (
    <Figure
      {...shown}
      id={id}
      caption={t('figures.categoriesOfRegion', { region: regionName(region, locale) })}
      rules={[t('figures.categoriesRule', { count: count.totals.needs })]}
      rows={rows}
      most={mostOf(count)}
    >
      <Table
        labelledBy={`${id}-caption`}
        heads={[
          t('summaries.category'),
          t('summaries.needsColumn'),
          t('summaries.share'),
          t('summaries.statesColumn'),
        ]}
        note={t('summaries.sharesNote')}
      >
        {shownCategories(count).map(({ category, needs, share, states }) => (
          <tr key={category}>
            <th scope="row">
              <CategoryLink {...shown} category={category} />
            </th>
            <NumberCell
              locale={locale}
              n={needs}
              href={opens?.('needs', { category, region })}
              sum
            />
            <ShareCell locale={locale} share={share} />
            <NumberCell locale={locale} n={states} href={opens?.('states', { category, region })} />
          </tr>
        ))}
      </Table>
      <RegionSentence {...shown} region={region}>
        <CategoriesSentence {...shown} categories={count.categories} />
      </RegionSentence>
    </Figure>
  );
}
