import 'server-only';
import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review, reviewVersion } from '#db/schema';
import { needTranslation } from '#db/schema/translations';
import type { Actor } from '#lib/base/actor';
import { locales, type Locale } from '#lib/convention/names';
import { visibleNeeds } from '#lib/needs/model/scope';
import type { NeedView } from '#lib/needs/store/queries';
import {
  translationOf,
  type StoredTranslation,
  type Translation,
} from '#lib/needs/translations/translation';
import { today } from '#lib/text/dates';

type StoredByNeed = ReadonlyMap<string, readonly StoredTranslation[]>;

/** Few enough ids for one query of either engine. */
const batchSize = 500;

/**
 * Whether those who see approved versions only may have seen what the version in `needVersion` says:
 * it counted, with these words, and its review was published then. Managers see what counts at once.
 */
function wasShownTo({ role }: Actor): SQL<boolean | number> {
  const shown = alias(needVersion, 'shown');
  const { reviewId, fromSeq, toSeq, completedOn, publishedOn } = reviewVersion;
  const isSame = sql`${shown.text} is not distinct from ${needVersion.text} and ${shown.quote} is not distinct from ${needVersion.quote}`;
  const isCounted = sql`select 1 from ${needVersion} as "shown" where ${shown.needId} = ${needVersion.needId} and ${shown.countedFromSeq} is not null and ${isSame}`;
  if (role === 'manager') return sql`exists (${isCounted})`;
  const wasPublished = sql`exists (select 1 from ${reviewVersion} where ${reviewId} = ${need.reviewId} and ${completedOn} <= ${today()} and ${publishedOn} <= ${today()} and (${toSeq} is null or ${toSeq} > ${shown.countedFromSeq}) and (${shown.countedToSeq} is null or ${fromSeq} < ${shown.countedToSeq}))`;
  return sql`exists (${isCounted} and ${wasPublished})`;
}

/**
 * Returns all stored translations of these needs, as far as the actor sees the needs. Which of them
 * a reader may have is for `translationOf` to say.
 */
export async function storedTranslations(
  actor: Actor,
  needIds: readonly string[],
  locale?: Locale,
  from: Reader | Writer = read(),
): Promise<StoredByNeed> {
  const found = new Map<string, StoredTranslation[]>();
  for (let at = 0; at < needIds.length; at += batchSize) {
    const rows = await from
      .select({
        needId: needTranslation.needId,
        locale: needTranslation.locale,
        number: needTranslation.number,
        ofVersion: needTranslation.ofVersion,
        text: needTranslation.text,
        quote: needTranslation.quote,
        by: account.name,
        at: needTranslation.at,
        original: {
          text: needVersion.text,
          quote: needVersion.quote,
          language: needVersion.language,
        },
        wasShown: wasShownTo(actor),
      })
      .from(needTranslation)
      .innerJoin(need, eq(need.id, needTranslation.needId))
      .innerJoin(review, eq(review.id, need.reviewId))
      .innerJoin(account, eq(account.id, needTranslation.actorId))
      .innerJoin(
        needVersion,
        and(
          eq(needVersion.needId, needTranslation.needId),
          eq(needVersion.version, needTranslation.ofVersion),
        ),
      )
      .where(
        and(
          inArray(needTranslation.needId, needIds.slice(at, at + batchSize)),
          locale && eq(needTranslation.locale, locale),
          visibleNeeds(actor),
        ),
      )
      .orderBy(asc(needTranslation.needId), asc(needTranslation.number), asc(needTranslation.id));
    for (const { needId, ...row } of rows) {
      const translation = { ...row, wasShown: Boolean(row.wasShown) };
      found.set(needId, [...(found.get(needId) ?? []), translation]);
    }
  }
  return found;
}

/** Returns the translations of a need as the reader sees it, in the order of the languages. */
export async function translationsOfNeed(actor: Actor, view: NeedView): Promise<Translation[]> {
  const stored = (await storedTranslations(actor, [view.id])).get(view.id) ?? [];
  return locales.flatMap(
    (each) =>
      translationOf(
        view,
        stored.filter(({ locale }) => locale === each),
      ) ?? [],
  );
}

/** Returns the translations into the language of a reader of a list, by the ids of the needs. */
export async function translationsInto(
  actor: Actor,
  locale: Locale,
  views: readonly NeedView[],
): Promise<ReadonlyMap<string, Translation>> {
  const foreign = views.filter(({ language }) => language !== locale);
  const stored = await storedTranslations(
    actor,
    foreign.map(({ id }) => id),
    locale,
  );
  return new Map(
    foreign.flatMap((view): [string, Translation][] => {
      const translation = translationOf(view, stored.get(view.id) ?? []);
      return translation ? [[view.id, translation]] : [];
    }),
  );
}
