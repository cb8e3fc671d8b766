import type { Actor } from '#lib/base/actor';
import { answeredAmong, matchesSeen, statusOfNeedSeen } from '#lib/assistance/matches/queries';
import type { Locale } from '#lib/convention/names';
import { commentsOn } from '#lib/needs/comments/queries';
import { historyOfNeed, type NeedSeen } from '#lib/needs/store/queries';
import { vocabularyEver } from '#lib/needs/terms/queries';
import { currentSettings } from '#lib/people/settings/queries';
import type { Translate } from '#lib/text/i18n';
import { loadReviewAids } from './review-aids';

/** Loads the assistance for a need; undefined while the need does not count. */
async function loadAssistance(actor: Actor, need: NeedSeen) {
  if (need.countedVersion === null) return undefined;
  const [status, matches] = await Promise.all([
    statusOfNeedSeen(actor, need.id),
    matchesSeen(actor, { needId: need.id }),
  ]);
  return status && { status, matches, answered: await answeredAmong(actor, matches) };
}

/** Loads all that the page of a need shows. */
export async function loadNeed(locale: Locale, t: Translate, actor: Actor, need: NeedSeen) {
  const [vocabulary, history, comments, settings, assistance] = await Promise.all([
    vocabularyEver(actor),
    historyOfNeed(actor, need.id),
    commentsOn(actor, [need.id]),
    currentSettings(actor),
    loadAssistance(actor, need),
  ]);
  const isReviewed = actor.role === 'reviewer' && need.working;
  return {
    need,
    vocabulary,
    history,
    comments,
    assistance,
    mayLiftFourEyes: settings['four-eyes-lift'] !== 'never',
    aids: isReviewed
      ? await loadReviewAids(locale, t, actor, need, history, vocabulary)
      : undefined,
  };
}

export type LoadedNeed = Awaited<ReturnType<typeof loadNeed>>;
