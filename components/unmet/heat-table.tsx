import { NumberCell, Opened } from '#components/summaries/numbers';
import type { Shown } from '#components/summaries/shown';
import { regionHeads, Table } from '#components/summaries/table';
import { articleTitle } from '#lib/convention/articles';
import { regionCodes } from '#lib/convention/regions';
import { percent } from '#lib/counting/summaries/figures';

/**
 * Unmet needs by article and region. The number says it; a bar under it, as long as the share that
 * is unmet, makes it quick to see.
 */
export function HeatTable({
  locale,
  t,
  count,
  opens,
}: Pick<Shown, 'locale' | 't' | 'count' | 'opens'>) {
  const unmet = count.statuses.find(({ status }) => status === 'unmet')!;
  const rows = count.articles.filter(({ needs }) => needs > 0);
  return (
    <Table
      id="heat"
      labelledBy="heat-title"
      heads={[t('unmet.article'), ...regionHeads(locale), t('unmet.total')]}
      note={t('unmet.heatNote')}
    >
      {rows.map(({ article, byRegion }) => {
        const own = unmet.byArticle.find((each) => each.article === article)!;
        return (
          <tr key={article}>
            <th scope="row">
              {article} · {articleTitle(Number(article), locale)}
            </th>
            {regionCodes.map((region, r) => {
              const all = byRegion[r]!.needs;
              const open = own.byRegion[r]?.needs ?? 0;
              if (all === 0)
                return (
                  <td key={region} className="zero">
                    <span aria-label={t('unmet.notNeeds')} role="img">
                      –
                    </span>
                  </td>
                );
              return (
                <td key={region}>
                  <span className={`heat tenths-${Math.round((percent(open, all) ?? 0) / 10)}`}>
                    <Opened n={open} href={opens?.('needs', { region, article, status: 'unmet' })}>
                      {t('unmet.cell', { unmet: open, needs: all })}
                    </Opened>
                  </span>
                </td>
              );
            })}
            <NumberCell
              locale={locale}
              n={own.needs}
              sum
              href={opens?.('needs', { article, status: 'unmet' })}
            />
          </tr>
        );
      })}
    </Table>
  );
}
