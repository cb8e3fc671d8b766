import { NumberCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import { Table } from '#components/summaries/table';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import { topPriorities } from '#lib/counting/count/unmet';
import { regionCodes, regionName, type Region } from '#lib/convention/regions';

type Props = Pick<SummaryView, 'locale' | 't' | 'count' | 'opens'>;

type RegionProps = Props & { first: Readonly<Record<Region, number>> };

const statusNames = ({ t, count }: Props) =>
  count.statuses.map(({ status }) => t(`matches.statuses.${status}`));

function TotalRow({ locale, t, count, opens, first }: RegionProps) {
  const allFirst = regionCodes.reduce((sum, region) => sum + first[region], 0);
  return (
    <tr>
      <th scope="row">{t('unmet.total')}</th>
      {count.statuses.map(({ status, needs }) => (
        <NumberCell key={status} locale={locale} n={needs} href={opens?.('needs', { status })} />
      ))}
      <NumberCell locale={locale} n={count.totals.needs} sum href={opens?.('needs')} />
      <NumberCell
        locale={locale}
        n={allFirst}
        href={opens?.('needs', { status: 'unmet', priorities: topPriorities })}
      />
    </tr>
  );
}

/** The four statuses by region, with the unmet needs of first priority. */
export function StatusByRegion(props: RegionProps) {
  const { locale, t, count, opens, first } = props;
  return (
    <Table
      id="unmet-regions"
      caption={t('unmet.byRegion')}
      heads={[t('unmet.region'), ...statusNames(props), t('unmet.all'), t('unmet.first')]}
      note={`${t('matches.byStatusNote')} ${t('unmet.firstNote')}`}
      foot={<TotalRow {...props} />}
    >
      {regionCodes.map((region, r) => (
        <tr key={region}>
          <th scope="row">{regionName(region, locale)}</th>
          {count.statuses.map(({ status, byRegion }) => (
            <NumberCell
              key={status}
              locale={locale}
              n={byRegion[r]?.needs ?? 0}
              href={opens?.('needs', { region, status })}
            />
          ))}
          <NumberCell
            locale={locale}
            n={count.regions[r]!.needs}
            sum
            href={opens?.('needs', { region })}
          />
          <NumberCell
            locale={locale}
            n={first[region]}
            href={opens?.('needs', { region, status: 'unmet', priorities: topPriorities })}
          />
        </tr>
      ))}
    </Table>
  );
}

/** The four statuses by category. */
export const StatusByCategory = ({ locale, t, count, opens }: Props) => (
  <Table
    id="unmet-categories"
    caption={t('unmet.byCategory')}
    heads={[t('unmet.category'), ...statusNames({ locale, t, count, opens }), t('unmet.all')]}
  >
    {categoryCodes
      .map((category, c) => ({ category, all: count.categories[c]!.needs }))
      .filter(({ category, all }) => category !== 'other' || all > 0)
      .map(({ category, all }) => (
        <tr key={category}>
          <th scope="row">{categoryName(category, locale)}</th>
          {count.statuses.map(({ status, byCategory }) => (
            <NumberCell
              key={status}
              locale={locale}
              n={byCategory[category] ?? 0}
              href={opens?.('needs', { category, status })}
            />
          ))}
          <NumberCell locale={locale} n={all} sum href={opens?.('needs', { category })} />
        </tr>
      ))}
  </Table>
);
