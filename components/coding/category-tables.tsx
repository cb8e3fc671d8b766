import { MeasureCell } from '#components/coding/agreement-table';
import { Table } from '#components/summaries/table';
import type { AgreementFigures } from '#lib/review/coding/agreement';
import { categoryName, categoryShortName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; figures: AgreementFigures }>;

/** The agreement on each category against all others. */
export function CategoryAgreement({ locale, t, figures }: Props) {
  const heads = [
    t('secondCoding.variables.category'),
    t('secondCoding.first'),
    t('secondCoding.second'),
    t('secondCoding.both'),
    t('secondCoding.specific'),
    t('secondCoding.kappa'),
    t('secondCoding.alpha'),
  ];
  return (
    <Table labelledBy="by-category" heads={heads}>
      {figures.categories.map(({ category, first, second, both, specific, agreement }) => (
        <tr key={category}>
          <th scope="row">{categoryName(category, locale)}</th>
          {[first, second, both].map((n, i) => (
            <td key={i}>{formatNumber(locale, n)}</td>
          ))}
          <td>
            {formatPercent(locale, specific === null ? null : Math.floor(specific * 100 + 0.5))}
          </td>
          <MeasureCell locale={locale} t={t} measure={agreement.kappa} />
          <MeasureCell locale={locale} t={t} measure={agreement.alpha} />
        </tr>
      ))}
    </Table>
  );
}

/** The confusion matrix of the categories in the first and the second coding. */
export function ConfusionTable({
  locale,
  t,
  figures: {
    confusion: { categories, cells },
  },
}: Props) {
  return (
    <Table
      labelledBy="confusion"
      heads={[
        t('secondCoding.first'),
        ...categories.map((category) => categoryShortName(category, locale)),
      ]}
      groups={
        <tr>
          <td />
          <th scope="colgroup" colSpan={categories.length}>
            {t('secondCoding.second')}
          </th>
        </tr>
      }
    >
      {categories.map((category, r) => (
        <tr key={category}>
          <th scope="row">{categoryName(category, locale)}</th>
          {cells[r]!.map((n, c) => (
            <td key={categories[c]} className={r === c ? 'same' : undefined}>
              {formatNumber(locale, n)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
