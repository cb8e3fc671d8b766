import { articlesText } from '#components/needs/need-facts';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { categoryShortName, type Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import type { Translate } from '#lib/i18n';
import { articlesOfKey } from '#lib/needs/provision';
import type { Matrix } from '#lib/summaries/numbers';

type Props = Readonly<{ locale: Locale; t: Translate; matrix: Matrix; chapter: Chapter }>;

/** Tables 1 and 2 of the note, for any region: each need stands in exactly one row. */
export function MatrixTable({ locale, t, matrix: { region, rows, columns, total }, chapter }: Props) {
  const categories = Object.keys(columns) as Category[];
  const provision = (key: string) => {
    const articles = articlesOfKey(key);
    return articles.length === 0 ? t('provisions.generalNeeds') : articlesText(locale, t, articles);
  };
  return (
    <div className="scroll">
      <table id="matrix">
        <caption>{t('summaries.matrixCaption', { region: region ? regionName(region, locale) : t('summaries.allRegions'), chapter })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summaries.provision')}</th>
            {categories.map((category) => <th key={category} scope="col">{categoryShortName(category, locale)}</th>)}
            <th scope="col">{t('summaries.total')}</th><th scope="col">{t('summaries.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ articles, cells, total: row, share }) => (
            <tr key={articles} data-provision={articles}>
              <th scope="row">{provision(articles)}</th>
              {categories.map((category) => <NumberCell key={category} locale={locale} n={cells[category] ?? 0} />)}
              <NumberCell locale={locale} n={row} sum /><ShareCell locale={locale} share={share} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('summaries.total')}</th>
            {categories.map((category) => <NumberCell key={category} locale={locale} n={columns[category] ?? 0} />)}
            <NumberCell locale={locale} n={total} /><td />
          </tr>
        </tfoot>
      </table>
      <p className="note">{t('summaries.matrixNote')} {t('summaries.sharesNote')}</p>
    </div>
  );
}
