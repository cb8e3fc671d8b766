import { similarView } from '#components/similarity/similar-view';
import type { FieldDifference } from '#components/needs/need-difference';
import type { Actor } from '#lib/base/actor';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import type { Locale } from '#lib/convention/names';
import { codingGuide } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { similarNeeds } from '#lib/review/similarity/queries';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import type { HistoryEntry, NeedView, Vocabulary } from '#lib/needs/store/queries';
import { queueNeighbours } from '#lib/review/queue/queries';
import { differencesOf } from './history/differences';

/** Loads the version that was last returned; none if the need never was. */
async function lastReturnedVersion(actor: Actor, need: NeedView, history: readonly HistoryEntry[]) {
  const version = history.find(({ verb }) => verb === 'return')?.version;
  if (version === undefined) return undefined;
  const [returned] = await versionsOfNeed(actor, need.id, { only: [version] });
  return returned;
}

/** Loads all that helps a reviewer to judge a need. */
export async function loadReviewAids(
  locale: Locale,
  t: Translate,
  actor: Actor,
  need: NeedView,
  history: readonly HistoryEntry[],
  vocabulary: Vocabulary,
) {
  const [source, similar, neighbours, returned] = await Promise.all([
    sourceOfReview(actor, need.reviewId),
    similarNeeds(actor, need.text ?? '', { language: need.language, except: need.id }),
    queueNeighbours(actor, need),
    lastReturnedVersion(actor, need, history),
  ]);
  const changes: FieldDifference[] | null = returned
    ? differencesOf(locale, t, vocabulary, returned.content, need)
    : null;
  return {
    source,
    similar: similarView(locale, t, { alike: similar, same: [] }, vocabulary),
    guide: codingGuide(locale),
    neighbours,
    changes,
  };
}
