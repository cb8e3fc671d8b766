import type { ReactNode } from 'react';
import { articleText } from '#components/summaries/links';
import { NumberCell } from '#components/summaries/numbers';
import { Table } from '#components/summaries/table';
import { categoryShortName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { formatNumber } from '#lib/format';
import type { Translate } from '#lib/i18n';
import type { Count } from '#lib/summaries/numbers';
import type { Period, Trend } from '#lib/summaries/trends';

type Props = Readonly<{ locale: Locale; t: Translate; trends: readonly Trend[] }>;

/** `2021`, `first half of 2021`. */
export const periodName = (t: Translate, { year, half }: Period): string => (half === null ? String(year) : t(`trends.half.${half}`, { year: String(year) }));

/** Summaries and needs of each period, together, and needs for each summary. */
export const TrendTable = ({ locale, t, trends, caption, perSummary }: Props & { caption: string; perSummary: (needs: number, summaries: number) => number | null }) => (
  <Table caption={caption} heads={[t('trends.period'), t('summaries.summariesColumn'), t('summaries.needsColumn'), t('trends.perSummary'), t('trends.summariesTogether'), t('trends.needsTogether')]} note={t('trends.note')}>
    {trends.map(({ period, within, together }) => {
      const each = perSummary(within.totals.needs, within.totals.summaries);
      return (
        <tr key={`${period.year} ${period.half}`}>
          <th scope="row">{periodName(t, period)}</th><NumberCell locale={locale} n={within.totals.summaries} /><NumberCell locale={locale} n={within.totals.needs} sum />
          <td>{each === null ? '–' : formatNumber(locale, each)}</td><NumberCell locale={locale} n={together.totals.summaries} /><NumberCell locale={locale} n={together.totals.needs} />
        </tr>
      );
    })}
  </Table>
);

type Column = Readonly<{ key: string; head: ReactNode; n: (count: Count) => number }>;

/** Needs of each period by what the columns stand for. */
function By({ locale, t, trends, caption, columns, note }: Props & { caption: string; columns: readonly Column[]; note?: string }) {
  return (
    <Table caption={caption} heads={[t('trends.period'), ...columns.map(({ head }) => head), t('summaries.needsColumn')]} note={note}>
      {trends.map(({ period, within }) => (
        <tr key={`${period.year} ${period.half}`}>
          <th scope="row">{periodName(t, period)}</th>
          {columns.map(({ key, n }) => <NumberCell key={key} locale={locale} n={n(within)} />)}
          <NumberCell locale={locale} n={within.totals.needs} sum />
        </tr>
      ))}
    </Table>
  );
}

export const TrendByRegion = (props: Props) => (
  <By {...props} caption={props.t('trends.byRegion')} columns={(props.trends[0]?.within.regions ?? []).map(({ region }, i) => ({ key: region, head: regionShortName(region, props.locale), n: (count) => count.regions[i]!.needs }))} />
);
export const TrendByCategory = (props: Props) => (
  <By {...props} caption={props.t('trends.byCategory')} columns={(props.trends[0]?.within.categories ?? []).map(({ category }, i) => ({ key: category, head: categoryShortName(category, props.locale), n: (count) => count.categories[i]!.needs }))} />
);
export const TrendByArticle = (props: Props) => (
  <By {...props} caption={props.t('trends.byArticle')} note={props.t('summaries.articlesNote')}
    columns={(props.trends[0]?.within.articles ?? []).map(({ article }, i) => ({ key: article, head: <abbr title={articleText(article, props.locale)}>{article}</abbr>, n: (count) => count.articles[i]!.needs }))} />
);
