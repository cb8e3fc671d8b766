import type { ThemeCount } from '#lib/assistance/counts/count';
import { themeName } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; themes: readonly ThemeCount[] }>;

/** The thirteen themes with their numbers of activities, which link to the lists. */
export function ThemesTable({ locale, t, themes }: Props) {
  const withPlans = themes.some(({ planned }) => planned > 0);
  const link = (theme: string) => `/${locale}/assistance?theme=${theme}`;
  return (
    <>
      <div className="scroll">
        <table className="themes-table">
          <caption className="away">{t('assistance.byThemeCaption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                {t('assistance.fields.theme')}
              </th>
              <th scope="col">{t('assistance.given')}</th>
              {withPlans ? <th scope="col">{t('assistance.statuses.planned')}</th> : null}
              <th scope="col">{t('assistance.statesNamed')}</th>
            </tr>
          </thead>
          <tbody>
            {themes.map(({ theme, activities, planned, states }) => (
              <tr key={theme}>
                <th scope="row">
                  <a href={link(theme)}>{themeName(theme, locale)}</a>
                </th>
                <td>{formatNumber(locale, activities)}</td>
                {withPlans ? (
                  <td>
                    {planned > 0 ? (
                      <a href={`${link(theme)}&status=planned`}>{formatNumber(locale, planned)}</a>
                    ) : (
                      formatNumber(locale, 0)
                    )}
                  </td>
                ) : null}
                <td>{formatNumber(locale, states.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{t('assistance.statesNote')}</p>
    </>
  );
}
