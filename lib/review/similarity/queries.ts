import 'server-only';
import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { read } from '#db/client';
import { need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { dateToNumber, today } from '#lib/text/dates';
import { hashedNgrams, cosineSimilarity } from '#lib/review/similarity/ngrams';
import { currentSimilarityIndex } from '#lib/review/similarity/current-index';
import {
  similarityThreshold,
  duplicateThreshold,
  type SimilarNeed,
  type PossibleDuplicate,
} from '#lib/review/similarity/vocabulary';
import { articlesOfKey } from '#lib/convention/provision';
import { withoutCoding } from '#lib/needs/model/blind';
import { isCodedBlind } from '#lib/needs/model/blind-sql';
import { approvedNeeds, workingNeeds } from '#lib/needs/model/scope';
import { currentFacts } from '#lib/counting/facts/load';
import { countsFor } from '#lib/counting/facts/revisions';

/** `except`: the need that the text belongs to. */
type SimilarityQuery = Readonly<{
  language: Locale | null;
  except?: string | null;
  limit?: number;
}>;

/**
 * The most similar approved needs in the same language that the actor sees, with the coding that
 * counts. A text without a language is compared with all.
 */
export async function similarNeeds(
  actor: Actor,
  text: string,
  { language, except, limit = 5 }: SimilarityQuery,
): Promise<SimilarNeed[]> {
  const index = await currentSimilarityIndex();
  const { reviews: all } = await currentFacts();
  const reviews = new Set(all.filter(countsFor(actor, today())).map(({ id }) => id));
  const now = dateToNumber(today());
  const published = all.filter(({ publishedOn }) => publishedOn > 0 && publishedOn <= now);
  index.openReviews(new Set(published.map(({ id }) => id)));
  const ids = index
    .search(text, {
      limit,
      from: similarityThreshold,
      accepts: (row, id) =>
        id !== except &&
        (language === null || row.language === language) &&
        reviews.has(row.reviewId),
    })
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  // The query checks visibility again: the index only preselects.
  const rows = await read()
    .select({
      id: need.id,
      reference: need.reference,
      text: needVersion.text,
      language: needVersion.language,
      chapter: needVersion.chapter,
      general: needVersion.general,
      provision: needVersion.provision,
      category: needVersion.category,
      subcategory: needVersion.subcategory,
      topics: needVersion.topics,
      blind: isCodedBlind(actor),
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, need.countedVersion)),
    )
    .where(and(inArray(need.id, ids), isNotNull(needVersion.text), approvedNeeds(actor)));
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ provision, blind, ...row }) =>
      withoutCoding(
        { ...row, blind: Boolean(blind), text: row.text!, articles: articlesOfKey(provision) },
        Boolean(blind),
      ),
    );
}

const maxCompared = 1000;

/**
 * Needs of the State of this review that seem to be the same as a text: within the actor's own
 * work, in any status but withdrawn.
 */
export async function possibleDuplicates(
  actor: Actor,
  text: string,
  { reviewId, except }: { reviewId: string; except?: string | null },
): Promise<PossibleDuplicate[]> {
  const queryGrams = hashedNgrams(text);
  if (queryGrams.length === 0) return [];
  const ofState = read().select({ id: review.stateId }).from(review).where(eq(review.id, reviewId));
  const candidates = await read()
    .select({
      id: need.id,
      reference: need.reference,
      status: need.status,
      text: need.text,
      language: need.language,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(
      and(
        inArray(review.stateId, ofState),
        workingNeeds(actor),
        ne(need.status, 'withdrawn'),
        isNotNull(need.text),
        except ? ne(need.id, except) : undefined,
      ),
    )
    .orderBy(desc(need.updatedAt), desc(need.id))
    .limit(maxCompared);
  return candidates
    .map((row) => ({ row, alike: cosineSimilarity(queryGrams, hashedNgrams(row.text ?? '')) }))
    .filter(({ alike: similarity }) => similarity >= duplicateThreshold)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ row }) => ({ ...row, text: row.text ?? '' }));
}

type FormText = SimilarityQuery & Readonly<{ reviewId: string }>;

/** Finds approved needs similar to a text of a form, and possible duplicates in its State. */
export async function findSimilarNeeds(
  actor: Actor,
  text: string,
  { reviewId, ...asked }: FormText,
): Promise<{ alike: SimilarNeed[]; same: PossibleDuplicate[] }> {
  const [alike, same] = await Promise.all([
    similarNeeds(actor, text, asked),
    possibleDuplicates(actor, text, { reviewId, except: asked.except }),
  ]);
  return { alike, same };
}
