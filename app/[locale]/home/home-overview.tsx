import { Totals } from '#components/summaries/totals';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { countForOptions } from '#lib/counting/summaries/queries';
import { today } from '#lib/text/dates';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

const chapter = 'II';
const cycle = 2;

/** Counts the needs of the chapter and cycle that the home page shows. */
export const overviewOf = (actor: Actor) =>
  countForOptions(actor, { cycle, chapters: [chapter], cutoff: null, regions: [] });

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  overview: Awaited<ReturnType<typeof overviewOf>>;
}>;

/** The totals of chapter II as they are today. */
export const HomeOverview = ({ locale, t, overview: { totals, revision } }: Props) => (
  <>
    <h2>{t('summaries.title', { chapter })}</h2>
    <Totals locale={locale} t={t} totals={totals} />
    <p className="note">
      {t('summaries.said', { date: formatDate(locale, today()), cycle: String(cycle) })} ·{' '}
      {t('summaries.asOf', { revision })}
    </p>
  </>
);
