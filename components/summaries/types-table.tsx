import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { Shown } from '#components/summaries/shown';
import type { NameOf } from '#lib/counting/summary-figures/context';
import { Swatch } from '#components/summaries/swatch';
import { Table } from '#components/summaries/table';
import { regionShortName } from '#lib/convention/regions';

/**
 * The types of capacity-building in every regional group and in all of them, with the shares of
 * each group's mentions.
 */
export function TypesTable({
  locale,
  t,
  opens,
  count: { types: counted },
  nameOf,
}: Shown & { nameOf: NameOf }) {
  const groups = (
    <tr>
      <td />
      {counted.map(({ region }) => (
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
  return (
    <Table
      id="types"
      caption={t('figures.types')}
      groups={groups}
      heads={[
        t('summaries.type'),
        ...counted.flatMap(() => [t('summaries.mentions'), t('summaries.share')]),
      ]}
      note={t('summaries.sharesNote')}
      foot={
        <tr>
          <th scope="row">{t('summaries.total')}</th>
          {counted.flatMap(({ region, mentions }) => [
            <NumberCell key={`${region} n`} locale={locale} n={mentions} />,
            <td key={`${region} share`} />,
          ])}
        </tr>
      }
    >
      {counted[0]!.types.map(({ type }, at) => (
        <tr key={type}>
          <th scope="row">{nameOf(type)}</th>
          {counted.flatMap(({ region, types }) => {
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
