import { bar } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { RegionLink } from '#components/summaries/links';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { NamedSentence, RegionsSentence } from '#components/summaries/sentences';
import type { NameOf, Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import { categoryName } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import { formatNumber, formatPercent } from '#lib/text/format';
import type { Count } from '#lib/counting/summaries/numbers';

type Props = Shown & Readonly<{ counted: Count['categories'][number] }>;

/** The subcategories of a category; a need has one of them at most. */
export function Subcategories({
  counted: { category, needs: all, subcategories },
  nameOf,
  ...shown
}: Props & { nameOf: NameOf }) {
  const { locale, t, opens } = shown;
  const rows = subcategories.map(({ subcategory, needs, share: { percent } }) => ({
    key: subcategory,
    label: nameOf(subcategory),
    bars: [
      bar('every', needs, formatNumber(locale, needs), {
        note: `· ${formatPercent(locale, percent)}`,
        href: opens?.('needs', { category, subcategory }),
      }),
    ],
  }));
  return (
    <Figure
      {...shown}
      id="subcategories"
      file={`category-${category}-subcategories`}
      caption={t('figures.subcategories', { category: categoryName(category, locale) })}
      rules={[t('figures.subcategoriesRule', { count: all })]}
      rows={rows}
      most={Math.max(0, ...subcategories.map(({ needs }) => needs))}
    >
      <Table
        labelledBy="subcategories-caption"
        heads={[t('summaries.subcategory'), t('summaries.needsColumn'), t('summaries.share')]}
        note={t('summaries.sharesNote')}
      >
        {subcategories.map(({ subcategory, needs, share }) => (
          <tr key={subcategory}>
            <th scope="row">{nameOf(subcategory)}</th>
            <NumberCell
              locale={locale}
              n={needs}
              href={opens?.('needs', { category, subcategory })}
              sum
            />
            <ShareCell locale={locale} share={share} />
          </tr>
        ))}
      </Table>
      <NamedSentence
        {...shown}
        kind="subcategory"
        items={subcategories.map(({ subcategory, needs }) => ({ key: subcategory, n: needs }))}
        nameOf={nameOf}
      />
    </Figure>
  );
}

/** The regional groups whose States have needs of a category. */
export function RegionsOfCategory({
  counted: { category, needs: all, byRegion },
  ...shown
}: Props) {
  const { locale, t, opens } = shown;
  const rows = byRegion.map(({ region, needs, share: { percent } }) => ({
    key: region,
    label: regionName(region, locale),
    bars: [
      bar(region, needs, formatNumber(locale, needs), {
        note: `· ${formatPercent(locale, percent)}`,
        href: opens?.('needs', { category, region }),
      }),
    ],
  }));
  return (
    <Figure
      {...shown}
      id="category-regions"
      file={`category-${category}-regions`}
      caption={t('figures.regionsOfCategory', { category: categoryName(category, locale) })}
      rules={[t('figures.sharesOfCategoryRule', { count: all })]}
      rows={rows}
      most={Math.max(...byRegion.map(({ needs }) => needs))}
    >
      <Table
        labelledBy="category-regions-caption"
        heads={[t('summaries.region'), t('summaries.needsColumn'), t('summaries.share')]}
        note={t('summaries.sharesNote')}
      >
        {byRegion.map(({ region, needs, share }) => (
          <tr key={region}>
            <th scope="row">
              <RegionLink {...shown} region={region} />
            </th>
            <NumberCell
              locale={locale}
              n={needs}
              href={opens?.('needs', { category, region })}
              sum
            />
            <ShareCell locale={locale} share={share} />
          </tr>
        ))}
      </Table>
      <RegionsSentence {...shown} regions={byRegion} />
    </Figure>
  );
}
