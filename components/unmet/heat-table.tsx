import { NumberCell, CountLink } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import { regionColumnHeads, Table } from '#components/summaries/table';
import { articleTitle } from '#lib/convention/articles';
import { regionCodes, type Region } from '#lib/convention/regions';
import { percent } from '#lib/counting/figures/figures';

type Props = Pick<SummaryView, 'locale' | 't' | 'count' | 'opens'>;
type CellProps = Pick<Props, 't' | 'opens'> &
  Readonly<{ region: Region; article: string; unmet: number; needs: number }>;

function HeatCell({ t, opens, region, article, unmet, needs }: CellProps) {
  if (needs === 0) {
    return (
      <td className="zero">
        <span aria-label={t('unmet.notNeeds')} role="img">
          –
        </span>
      </td>
    );
  }
  const tenths = Math.round((percent(unmet, needs) ?? 0) / 10);
  return (
    <td>
      <span className={`heat tenths-${tenths}`}>
        <CountLink n={unmet} href={opens?.('needs', { region, article, status: 'unmet' })}>
          {t('unmet.cell', { unmet, needs })}
        </CountLink>
      </span>
    </td>
  );
}

/**
 * Unmet needs by article and region. A bar under each number is as long as the share that is unmet.
 */
export function HeatTable({ locale, t, count, opens }: Props) {
  const unmet = count.statuses.find(({ status }) => status === 'unmet')!;
  const unmetOf = (article: string) => unmet.byArticle.find((each) => each.article === article)!;
  const rows = count.articles
    .filter(({ needs }) => needs > 0)
    .map((all) => ({ ...all, unmet: unmetOf(all.article) }));
  return (
    <Table
      id="heat"
      labelledBy="heat-title"
      heads={[t('unmet.article'), ...regionColumnHeads(locale), t('unmet.total')]}
      note={t('unmet.heatNote')}
    >
      {rows.map(({ article, byRegion, unmet: own }) => (
        <tr key={article}>
          <th scope="row">
            {article} · {articleTitle(Number(article), locale)}
          </th>
          {regionCodes.map((region, r) => (
            <HeatCell
              key={region}
              {...{ t, opens, region, article }}
              unmet={own.byRegion[r]?.needs ?? 0}
              needs={byRegion[r]!.needs}
            />
          ))}
          <NumberCell
            locale={locale}
            n={own.needs}
            sum
            href={opens?.('needs', { article, status: 'unmet' })}
          />
        </tr>
      ))}
    </Table>
  );
}
