import type { Actor } from '#lib/base/actor';
import { answeredDisputes, listMatches, visibleNeedStatus } from '#lib/assistance/matches/queries';
import type { Locale } from '#lib/convention/names';
import { entersNeeds } from '#components/needs/enters-needs';
import { reviewsToEnter } from '#lib/needs/reviews/entry-barriers';
import { commentsOn } from '#lib/needs/comments/queries';
import { historyOfNeed, type NeedView } from '#lib/needs/store/queries';
import { vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { currentSettings } from '#lib/people/settings/queries';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import type { Vocabulary } from '#lib/needs/store/queries';
import { translationsOfNeed } from '#lib/needs/translations/queries';
import type { Translate } from '#lib/text/i18n';
import { differencesOf } from './history/differences';
import { loadReviewAids } from './review-aids';

/** Loads the assistance for a need; undefined while the need does not count. */
async function loadAssistance(actor: Actor, need: NeedView) {
  if (need.countedVersion === null) return undefined;
  const [status, matches] = await Promise.all([
    visibleNeedStatus(actor, need.id),
    listMatches(actor, { needId: need.id }),
  ]);
  return status && { status, matches, answered: await answeredDisputes(actor, matches) };
}

/** What the recoding of a need changed; nothing where it was not recoded or its coding is hidden. */
async function loadRecoding(
  locale: Locale,
  t: Translate,
  actor: Actor,
  { id, status, working, blind }: NeedView,
  history: Awaited<ReturnType<typeof historyOfNeed>>,
  vocabulary: Vocabulary,
) {
  if (status !== 'recoded' || !working || blind) return undefined;
  const recoded = history.find(({ verb }) => verb === 'recode')?.version;
  if (recoded === undefined) return undefined;
  const [after, before] = await versionsOfNeed(actor, id, { only: [recoded, recoded - 1] });
  return after && before
    ? differencesOf(locale, t, vocabulary, before.content, after.content)
    : undefined;
}

/** Loads all that the page of a need shows. */
export async function loadNeed(locale: Locale, t: Translate, actor: Actor, need: NeedView) {
  const [vocabulary, history, comments, settings, assistance, translations] = await Promise.all([
    vocabularyWithRetiredTerms(actor),
    historyOfNeed(actor, need.id),
    commentsOn(actor, [need.id]),
    currentSettings(actor),
    loadAssistance(actor, need),
    translationsOfNeed(actor, need),
  ]);
  const entry = entersNeeds(actor)
    ? (await reviewsToEnter(actor)).find(({ review }) => review.id === need.reviewId)
    : undefined;
  const isReviewed = actor.role === 'reviewer' && need.working;
  return {
    need,
    vocabulary,
    history,
    comments,
    assistance,
    translations,
    recoding: await loadRecoding(locale, t, actor, need, history, vocabulary),
    /** Whether the reader can enter another need into the same review. */
    canEnterAnother: entry !== undefined && entry.barrier === undefined,
    mayLiftFourEyes: settings['four-eyes-lift'] !== 'never',
    aids: isReviewed
      ? await loadReviewAids(locale, t, actor, need, history, vocabulary)
      : undefined,
  };
}

export type LoadedNeed = Awaited<ReturnType<typeof loadNeed>>;
