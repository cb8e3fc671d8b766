import { alikeShown } from '#components/likeness/alike-shown';
import type { FieldDifference } from '#components/needs/need-difference';
import type { Actor } from '#lib/base/actor';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import type { Locale } from '#lib/convention/names';
import { codingGuide } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { alikeNeeds } from '#lib/review/likeness/queries';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import type { HistoryEntry, NeedSeen, Vocabulary } from '#lib/needs/store/queries';
import { neighbours } from '#lib/review/queue/queries';
import { differencesOf } from './history/differences';

/** All that a reviewer reads a need against. */
export async function readingOf(
  locale: Locale,
  t: Translate,
  actor: Actor,
  need: NeedSeen,
  history: readonly HistoryEntry[],
  words: Vocabulary,
) {
  const returned = history.find(({ verb }) => verb === 'return')?.version;
  const [source, alike, beside, before] = await Promise.all([
    sourceOfReview(actor, need.reviewId),
    alikeNeeds(actor, need.text ?? '', { language: need.language, except: need.id }),
    neighbours(actor, need),
    returned === undefined ? [] : versionsOfNeed(actor, need.id, { only: [returned] }),
  ]);
  const since: FieldDifference[] | null = before[0]
    ? differencesOf(locale, t, words, before[0].content, need)
    : null;
  return {
    source,
    alike: alikeShown(locale, t, { alike, same: [] }, words),
    guide: codingGuide(locale),
    neighbours: beside,
    since,
  };
}
