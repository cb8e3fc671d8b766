import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import type { NameOf } from '#lib/counting/summary-figures/context';
import { Swatch } from '#components/summaries/swatch';
import { Table } from '#components/summaries/table';
import { regionShortName } from '#lib/convention/regions';

type Props = SummaryView & Readonly<{ nameOf: NameOf }>;

/** A head over the two columns of each regional group, and of all of them. */
const RegionGroups = ({ locale, t, count: { types } }: Props) => (
  <tr>
    <td />
    {types.map(({ region }) => (
      <th key={region} scope="colgroup" colSpan={2}>
        {region ? (
          <>
            <Swatch region={region} />
            {regionShortName(region, locale)}
          </>
        ) : (
          t('summaries.allRegions')
        )}
      </th>
    ))}
  </tr>
);

const TotalRow = ({ locale, t, count: { types } }: Props) => (
  <tr>
    <th scope="row">{t('summaries.total')}</th>
    {types.flatMap(({ region, mentions }) => [
      <NumberCell key={`${region} n`} locale={locale} n={mentions} />,
      <td key={`${region} share`} />,
    ])}
  </tr>
);

/**
 * The types of capacity-building in every regional group and in all of them, with the shares of
 * each group's mentions.
 */
export function TypesTable(props: Props) {
  const { locale, t, opens, count, nameOf } = props;
  const heads = count.types.flatMap(() => [t('summaries.mentions'), t('summaries.share')]);
  return (
    <Table
      id="types"
      caption={t('figures.types')}
      groups={<RegionGroups {...props} />}
      heads={[t('summaries.type'), ...heads]}
      note={t('summaries.sharesNote')}
      foot={<TotalRow {...props} />}
    >
      {count.types[0]!.types.map(({ type }, at) => (
        <tr key={type}>
          <th scope="row">{nameOf(type)}</th>
          {count.types.flatMap(({ region, types }) => {
            const { mentions, share } = types[at]!;
            return [
              <NumberCell
                key={`${region} n`}
                locale={locale}
                n={mentions}
                sum={region === null}
                href={opens?.('needs', { type, ...(region && { region }) })}
              />,
              <ShareCell key={`${region} share`} locale={locale} share={share} />,
            ];
          })}
        </tr>
      ))}
    </Table>
  );
}
