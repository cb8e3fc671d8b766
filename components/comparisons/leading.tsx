import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';
import { formatList, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Count } from '#lib/counting/count/count-types';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  region: Region;
  count: Count;
  fewest: number;
}>;

/**
 * The category with most needs of a regional group, ties together; not for a group with too few
 * States.
 */
export function Leading({ locale, t, region, count: { totals, categories }, fewest }: Props) {
  const name = regionName(region, locale);
  if (totals.statesWithNeeds < fewest)
    return <p>{t('compared.tooFew', { region: name, fewest })}</p>;
  const most = Math.max(...categories.map(({ needs }) => needs));
  const leading = categories.filter(({ needs }) => needs === most);
  return (
    <p>
      {t('compared.leading', {
        region: name,
        count: leading.length,
        categories: formatList(
          locale,
          leading.map(({ category }) => categoryName(category, locale)),
        ),
        n: most,
        of: totals.needs,
        percent: formatPercent(locale, leading[0]!.share.percent),
      })}
    </p>
  );
}
