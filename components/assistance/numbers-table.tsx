import { isUnit, unitName } from '#lib/assistance/activities/units';
import type { ReportedNumber } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

/** The reported numbers of an activity, each with its qualifier and unit. */
export function NumbersTable({
  locale,
  t,
  numbers,
  language,
}: Readonly<{
  locale: Locale;
  t: Translate;
  numbers: readonly ReportedNumber[];
  language: Locale;
}>) {
  if (numbers.length === 0) return null;
  return (
    <table className="counted">
      <caption>{t('assistance.numbersCaption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            {t('assistance.fields.numberUnit')}
          </th>
          <th scope="col" className="words">
            {t('assistance.fields.numberQualifier')}
          </th>
          <th scope="col">{t('assistance.fields.numberValue')}</th>
        </tr>
      </thead>
      <tbody>
        {numbers.map(({ value, qualifier, unit }) => (
          <tr key={`${value} ${qualifier} ${unit}`}>
            <th scope="row">
              <bdi lang={isUnit(unit) ? undefined : language}>{unitName(t, unit, value)}</bdi>
            </th>
            <td className="words">{t(`assistance.qualifiers.${qualifier}`)}</td>
            <td>{formatNumber(locale, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
