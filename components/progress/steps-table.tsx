import { NumberCell } from '#components/summaries/numbers';
import { Scroll } from '#components/ui/scroll';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { StepDays } from '#lib/counting/summaries/progress';

/**
 * How long the steps take in each region. Where few needs went a step no number stands, so that
 * none is one State's.
 */
export function StepsTable({
  locale,
  t,
  days,
  least,
}: {
  locale: Locale;
  t: Translate;
  days: readonly StepDays[];
  /** From how many needs on days are shown. */ least: number;
}) {
  const number = (value: number | null) => (
    <td>{value === null ? '–' : formatNumber(locale, value)}</td>
  );
  return (
    <>
      <Scroll label={t('progress.days')}>
        <table>
          <caption className="away">{t('progress.days')}</caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                {t('reviews.region')}
              </th>
              <th scope="col" className="words">
                {t('progress.step')}
              </th>
              <th scope="col">{t('progress.needs')}</th>
              <th scope="col">{t('progress.median')}</th>
              <th scope="col">{t('progress.p90')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ region, step, needs, median, ninety }) => (
              <tr key={region + step}>
                <th scope="row">{regionShortName(region, locale)}</th>
                <td className="words">{t(`progress.steps.${step}`)}</td>
                {needs > 0 && needs < least ? (
                  <td>{t('progress.tooFew', { least })}</td>
                ) : (
                  <NumberCell locale={locale} n={needs} />
                )}
                {number(median)}
                {number(ninety)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{t('progress.daysNote', { least })}</p>
    </>
  );
}
