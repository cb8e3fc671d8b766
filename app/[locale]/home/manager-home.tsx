import { ProgressTable } from '#components/progress/progress-table';
import { reviewName } from '#components/reviews/review-name';
import { countOwnMatches } from '#lib/assistance/matches/queries';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { progressByRegion } from '#lib/counting/count/progress';
import { visibleEditions } from '#lib/notes/store/queries';
import { allReviewProgress, longWaitDays, longWaits } from '#lib/review/progress/queries';
import { today } from '#lib/text/dates';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { NextList } from './next-list';

/** Loads what a programme manager looks after. */
export const loadManagerHome = async (actor: Actor) => ({
  waits: await longWaits(actor, today()),
  proposed: await countOwnMatches(actor, 'proposed'),
  disputed: await countOwnMatches(actor, 'accepted', 'disputed'),
  notes: (await visibleEditions(actor)).filter(({ status }) => status !== 'published'),
  regions: progressByRegion(await allReviewProgress(actor)),
});

type Props = Readonly<{ locale: Locale; t: Translate }> &
  Awaited<ReturnType<typeof loadManagerHome>>;

/** The claims that the secretariat decides on or that a State disputes. */
function Matches({ locale, t, proposed, disputed }: Props) {
  const claims = { proposed, disputed };
  return (
    <NextList
      title={t('nextSteps.matches')}
      none={t('nextSteps.noMatches')}
      steps={(['proposed', 'disputed'] as const)
        .filter((kind) => claims[kind] > 0)
        .map((kind) => ({
          key: kind,
          href: `/${locale}/assistance/matches?state=${kind === 'proposed' ? 'proposed' : 'accepted'}`,
          text: t(`nextSteps.matchesOf.${kind}`, { count: claims[kind] }),
        }))}
    />
  );
}

/** What waits too long, the claims, the notes in the making and the progress by region. */
export const ManagerHome = (props: Props) => {
  const { locale, t, waits, notes, regions } = props;
  return (
    <>
      <NextList
        title={t('nextSteps.longWaits', { days: longWaitDays })}
        none={t('nextSteps.noLongWaits', { days: longWaitDays })}
        steps={waits.map(({ id, whose, needs, since, ...review }) => ({
          key: `${id} ${whose}`,
          href: `/${locale}/reviews/${id}`,
          text: reviewName(locale, t, review),
          note: `${t(`desk.turn.${whose}`)} · ${t('nextSteps.needsSince', {
            count: needs,
            date: formatDate(locale, since.slice(0, 10)),
          })}`,
        }))}
      />
      <Matches {...props} />
      <NextList
        title={t('nextSteps.notes')}
        none={t('nextSteps.noNotes')}
        steps={notes.map(({ id, symbol, status, title, sourceLocale }) => ({
          key: id,
          href: `/${locale}/notes/${id}`,
          text: <bdi>{symbol}</bdi>,
          note: `${t(`notes.statuses.${status}`)} · ${title[locale] ?? title[sourceLocale]}`,
        }))}
      />
      <section>
        <h2>{t('progress.byRegion')}</h2>
        <ProgressTable
          {...{ locale, t }}
          caption={t('progress.byRegion')}
          first={t('reviews.region')}
          rows={regions.map((row) => ({
            key: row.region,
            name: regionName(row.region, locale),
            ...row,
          }))}
        />
        <p>
          <a href={`/${locale}/progress`}>{t('progress.title')}</a>
        </p>
      </section>
    </>
  );
};
