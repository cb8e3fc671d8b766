import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { articleTitle } from '#lib/convention/articles';
import { categoryShortName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName, regionShortName, regionCodes, type Region } from '#lib/convention/regions';
import type { Translate } from '#lib/i18n';
import type { Count } from '#lib/summaries/numbers';

type Props = Readonly<{ locale: Locale; t: Translate; count: Count }>;
const Swatch = ({ region }: { region: Region }) => <span className={`swatch ${region}`} aria-hidden="true" />;

/** Summaries, States with needs, and needs, by regional group. */
export function RegionsTable({ locale, t, count: { regions, totals }, query }: Props & { query: string }) {
  return (
    <div className="scroll">
      <table id="regions">
        <caption>{t('summaries.regionsCaption')}</caption>
        <thead><tr>{(['region', 'summariesColumn', 'statesColumn', 'shareOfStates', 'needsColumn', 'shareOfNeeds'] as const).map((column) => <th key={column} scope="col">{t(`summaries.${column}`)}</th>)}</tr></thead>
        <tbody>
          {regions.map(({ region, summaries, statesWithNeeds, needs, shareOfStates, shareOfNeeds }) => (
            <tr key={region} data-region={region}>
              <th scope="row"><Swatch region={region} /><a href={`/${locale}/summaries/regions/${region}${query}`}>{regionName(region, locale)}</a></th>
              <NumberCell locale={locale} n={summaries} /><NumberCell locale={locale} n={statesWithNeeds} /><ShareCell locale={locale} share={shareOfStates} />
              <NumberCell locale={locale} n={needs} /><ShareCell locale={locale} share={shareOfNeeds} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('summaries.all')}</th>
            <NumberCell locale={locale} n={totals.summaries} /><NumberCell locale={locale} n={totals.statesWithNeeds} /><ShareCell locale={locale} share={totals.shareOfStates} />
            <NumberCell locale={locale} n={totals.needs} /><td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const RegionHeads = ({ locale }: { locale: Locale }) => regionCodes.map((region) => <th key={region} scope="col"><Swatch region={region} />{regionShortName(region, locale)}</th>);

/** Each need has one category. */
export function CategoriesTable({ locale, t, count: { categories } }: Props) {
  return (
    <div className="scroll">
      <table id="categories">
        <caption>{t('summaries.categoriesCaption')}</caption>
        <thead>
          <tr><th scope="col">{t('summaries.category')}</th><RegionHeads locale={locale} /><th scope="col">{t('summaries.needsColumn')}</th><th scope="col">{t('summaries.share')}</th><th scope="col">{t('summaries.statesColumn')}</th></tr>
        </thead>
        <tbody>
          {categories.filter(({ category, needs }) => category !== 'other' || needs > 0).map(({ category, needs, states, share, byRegion }) => (
            <tr key={category} data-category={category}>
              <th scope="row">{categoryShortName(category, locale)}</th>
              {byRegion.map(({ region, needs: n }) => <NumberCell key={region} locale={locale} n={n} />)}
              <NumberCell locale={locale} n={needs} sum /><ShareCell locale={locale} share={share} /><NumberCell locale={locale} n={states} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A need counts under each of its articles. */
export function ArticlesTable({ locale, t, count: { articles } }: Props) {
  return (
    <div className="scroll">
      <table id="articles">
        <caption>{t('summaries.articlesCaption')}</caption>
        <thead><tr><th scope="col">{t('summaries.article')}</th><RegionHeads locale={locale} /><th scope="col">{t('summaries.needsColumn')}</th><th scope="col">{t('summaries.statesColumn')}</th></tr></thead>
        <tbody>
          {articles.map(({ article, needs, states, byRegion }) => (
            <tr key={article} data-article={article}>
              <th scope="row">{article} · {articleTitle(Number(article), locale)}</th>
              {byRegion.map(({ region, needs: n }) => <NumberCell key={region} locale={locale} n={n} />)}
              <NumberCell locale={locale} n={needs} sum /><NumberCell locale={locale} n={states} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('summaries.articlesNote')}</p>
    </div>
  );
}
