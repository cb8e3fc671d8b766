import { bar } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { RegionLink } from '#components/summaries/links';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { SharesSentence, StatesSentence } from '#components/summaries/sentences';
import type { Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import { RegionsTable } from '#components/summaries/tables';
import { regionName } from '#lib/convention/regions';
import { formatNumber, formatPercent } from '#lib/text/format';

/** Figure 1: completed summaries and States with needs. */
export function SummariesByRegion(shown: Shown) {
  const {
    locale,
    t,
    chapter,
    opens,
    count: { regions },
  } = shown;
  const rows = regions.map(({ region, summaries, statesWithNeeds }) => ({
    key: region,
    label: regionName(region, locale),
    bars: [
      bar('plain', summaries, formatNumber(locale, summaries), {
        thin: true,
        note: t('figures.summaries', { count: summaries }),
        href: opens?.('completed', { region }),
      }),
      bar(region, statesWithNeeds, formatNumber(locale, statesWithNeeds), {
        note: t('figures.states', { count: statesWithNeeds }),
        href: opens?.('states', { region }),
      }),
    ],
  }));
  return (
    <Figure
      {...shown}
      id="figure-1"
      number={1}
      caption={t('figures.summariesByRegion', { chapter })}
      rules={[t('figures.summariesRule')]}
      rows={rows}
      most={Math.max(...regions.map(({ summaries }) => summaries))}
    >
      <RegionsTable {...shown} />
      <StatesSentence {...shown} />
    </Figure>
  );
}

/** Figure 4: of the States reviewed, the share that has needs. */
export function ShareOfStates(shown: Shown) {
  const {
    locale,
    t,
    opens,
    count: { regions },
  } = shown;
  const rows = regions.map(({ region, shareOfStates: { n, of, percent } }) => ({
    key: region,
    label: regionName(region, locale),
    bars: [
      bar(region, of === 0 ? 0 : n / of, formatPercent(locale, percent), {
        whole: true,
        note: t('figures.of', { n: formatNumber(locale, n), of: formatNumber(locale, of) }),
        href: opens?.('states', { region }),
      }),
    ],
  }));
  return (
    <Figure
      {...shown}
      id="figure-4"
      number={4}
      caption={t('figures.shareOfStates')}
      rules={[t('figures.shareOfStatesRule')]}
      rows={rows}
      most={1}
    >
      <Table
        labelledBy="figure-4-caption"
        heads={[
          t('summaries.region'),
          t('summaries.statesColumn'),
          t('summaries.summariesColumn'),
          t('summaries.shareOfStates'),
        ]}
      >
        {regions.map(({ region, shareOfStates }) => (
          <tr key={region}>
            <th scope="row">
              <RegionLink {...shown} region={region} />
            </th>
            <NumberCell locale={locale} n={shareOfStates.n} href={opens?.('states', { region })} />
            <NumberCell
              locale={locale}
              n={shareOfStates.of}
              href={opens?.('completed', { region })}
            />
            <ShareCell locale={locale} share={shareOfStates} />
          </tr>
        ))}
      </Table>
      <SharesSentence {...shown} />
    </Figure>
  );
}
