import { NumberCell } from '#components/summaries/numbers';
import { ScrollableTable } from '#components/ui/scrollable-table';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { StepStatistics } from '#lib/counting/count/progress';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  days: readonly StepStatistics[];
  /** The fewest needs of which the days are shown, so that no number is one State's. */
  least: number;
}>;

function StepRow({ locale, t, step, least }: Omit<Props, 'days'> & { step: StepStatistics }) {
  const { region, needs, median, ninety } = step;
  const days = (value: number | null) => (value === null ? '–' : formatNumber(locale, value));
  return (
    <tr>
      <th scope="row">{regionShortName(region, locale)}</th>
      <td className="words">{t(`progress.steps.${step.step}`)}</td>
      {needs > 0 && needs < least ? (
        <td>{t('progress.tooFew', { least })}</td>
      ) : (
        <NumberCell locale={locale} n={needs} />
      )}
      <td>{days(median)}</td>
      <td>{days(ninety)}</td>
    </tr>
  );
}

/** How many days each step takes in each region. */
export const StepsTable = ({ locale, t, days, least }: Props) => (
  <>
    <ScrollableTable label={t('progress.days')}>
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
          {days.map((step) => (
            <StepRow key={step.region + step.step} {...{ locale, t, step, least }} />
          ))}
        </tbody>
      </table>
    </ScrollableTable>
    <p className="note">{t('progress.daysNote', { least })}</p>
  </>
);
