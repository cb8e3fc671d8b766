import { bar, type Row } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { NamedSentence, RegionSentence } from '#components/summaries/sentences';
import type { NameOf, Shown } from '#components/summaries/shown';
import { Table } from '#components/summaries/table';
import { regionName, type Region } from '#lib/convention/regions';
import { formatNumber, formatPercent } from '#lib/text/format';

const numbers: Readonly<Partial<Record<Region, number>>> = { AFR: 8, APG: 9 };

type Props = Shown & Readonly<{ region: Region; nameOf: NameOf; withTable?: boolean }>;

/**
 * Figures 8 and 9, and their like for the other regional groups: the types of capacity-building
 * that needs are of.
 */
export function TypesOfRegion({ region, nameOf, withTable = false, ...shown }: Props) {
  const { locale, t, count, opens } = shown;
  const { mentions, types } = count.types.find((each) => each.region === region)!;
  const rows = types.map(({ type, mentions: n, share: { of, percent } }): Row => ({
    key: type,
    label: nameOf(type),
    bars: [
      bar(region, of === 0 ? 0 : n / of, formatNumber(locale, n), {
        note: `· ${formatPercent(locale, percent)}`,
        href: opens?.('needs', { type, region }),
      }),
    ],
  }));
  const id = `types-${region}`;
  return (
    <Figure
      {...shown}
      id={id}
      number={numbers[region]}
      caption={t('figures.typesOfRegion', { region: regionName(region, locale) })}
      rules={[t('figures.typesRule', { count: mentions })]}
      rows={rows}
      most={mostShare(count.types)}
    >
      {withTable ? (
        <Table
          labelledBy={`${id}-caption`}
          heads={[t('summaries.type'), t('summaries.mentions'), t('summaries.share')]}
          note={t('summaries.sharesNote')}
          foot={
            <tr>
              <th scope="row">{t('summaries.total')}</th>
              <NumberCell locale={locale} n={mentions} />
              <td />
            </tr>
          }
        >
          {types.map(({ type, mentions: n, share }) => (
            <tr key={type}>
              <th scope="row">{nameOf(type)}</th>
              <NumberCell locale={locale} n={n} href={opens?.('needs', { type, region })} sum />
              <ShareCell locale={locale} share={share} />
            </tr>
          ))}
        </Table>
      ) : null}
      {withTable ? (
        <RegionSentence {...shown} region={region}>
          <NamedSentence
            {...shown}
            kind="type"
            items={types.map(({ type, mentions: n }) => ({ key: type, n }))}
            nameOf={nameOf}
          />
        </RegionSentence>
      ) : null}
    </Figure>
  );
}

/** One scale for all regional groups, so that their figures can be held side by side. */
const mostShare = (types: Shown['count']['types']) =>
  Math.max(
    0,
    ...types
      .filter(({ region }) => region !== null)
      .flatMap(({ types: each }) => each.map(({ share: { n, of } }) => (of === 0 ? 0 : n / of))),
  );
