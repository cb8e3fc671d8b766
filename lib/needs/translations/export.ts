import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { NeedView } from '#lib/needs/store/queries';
import { mayTranslate } from '#lib/needs/translations/permissions';
import { storedTranslations } from '#lib/needs/translations/queries';
import { lastNumberOf, translationOf } from '#lib/needs/translations/translation';
import type { XliffNeed } from '#lib/needs/translations/xliff';

/** Characters that XML cannot have. */
const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Returns what the actor may translate of these needs from one language into another, with the
 * translations that there are. An outdated translation is left out: it is to be made anew.
 */
export async function needsToTranslate(
  actor: Actor,
  { from, to }: Readonly<{ from: Locale; to: Locale }>,
  needs: readonly NeedView[],
): Promise<XliffNeed[]> {
  const own = needs.filter((need) => need.language === from && mayTranslate(actor, need));
  const stored = await storedTranslations(
    actor,
    own.map(({ id }) => id),
    to,
  );
  return own.flatMap((need) => {
    const translations = stored.get(need.id) ?? [];
    const translation = translationOf(need, translations);
    const current = translation?.state === 'current' ? translation : undefined;
    const parts = (['text', 'quote'] as const).flatMap((field) => {
      const source = need[field]?.replace(notInXml, '');
      return source ? [{ field, source, target: current?.[field] ?? null }] : [];
    });
    const { id, version } = need;
    const follows = lastNumberOf(translations, to);
    const reference = need.reference ?? '';
    return parts.length > 0 ? [{ id, reference, version, follows, parts }] : [];
  });
}
