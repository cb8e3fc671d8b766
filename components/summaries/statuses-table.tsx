import { NeedStatusTag } from '#components/matches/need-status';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import { Table } from '#components/summaries/table';
import type { Region } from '#lib/convention/regions';

/**
 * The needs of one region or of all by their status, and what the States say about the assistance.
 */
export function StatusesTable({
  locale,
  t,
  count,
  opens,
  region,
}: Pick<SummaryView, 'locale' | 't' | 'count' | 'opens'> & { region?: Region }) {
  const inRegion = (by: readonly Readonly<{ region: Region; needs: number }>[], all: number) =>
    region ? (by.find((each) => each.region === region)?.needs ?? 0) : all;
  return (
    <>
      <Table
        id="by-status"
        caption={t('matches.byStatus')}
        heads={[t('matches.whichStatus'), t('summaries.needsColumn'), '%']}
        note={t('matches.byStatusNote')}
      >
        {count.statuses.map(({ status, needs, share, byRegion }) => (
          <tr key={status}>
            <th scope="row">
              <NeedStatusTag t={t} status={status} />
            </th>
            <NumberCell
              locale={locale}
              n={inRegion(byRegion, needs)}
              href={opens?.('needs', { ...(region && { region }), status })}
            />
            <ShareCell locale={locale} share={share} />
          </tr>
        ))}
      </Table>
      <Table
        id="by-claim"
        caption={t('unmet.againstCaption')}
        heads={[t('matches.says'), t('summaries.needsColumn')]}
      >
        {count.claims.map(({ claim, needs, byRegion }) => (
          <tr key={claim}>
            <th scope="row">{t(`matches.claims.${claim}`)}</th>
            <NumberCell
              locale={locale}
              n={inRegion(byRegion, needs)}
              href={opens?.('needs', { ...(region && { region }), claim })}
            />
          </tr>
        ))}
      </Table>
    </>
  );
}
