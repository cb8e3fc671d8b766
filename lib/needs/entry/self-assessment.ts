import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { chapterOfArticle, cycleOfChapter } from '#lib/convention/chapters';
import { isLocale, type Locale } from '#lib/convention/names';
import { done, failed, forbidden, notFound, type FieldError, type Outcome } from '#lib/base/errors';
import { translator } from '#lib/text/i18n';
import { enterDraft } from '#lib/needs/entry/copies';
import { codesOfVocabulary, needDraft } from '#lib/needs/model/schema';
import { needsOfReview, type NeedOfReview } from '#lib/needs/store/of-review';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { mayEnter } from '#lib/needs/model/rules';
import type { AssessmentRow } from '#lib/needs/model/self-assessment-rows';
import { declaredChapters } from '#lib/needs/reviews/desk';
import { reviewById, type ReviewSeen } from '#lib/needs/reviews/queries';

/**
 * What the checklist of the self-assessment says of assistance: which language it is written in,
 * and which form was sent.
 */
export type Assessment = Readonly<{
  reviewId: string;
  batch: string;
  language: string;
  rows: readonly AssessmentRow[];
}>;

/** The id of the draft of a row: the same form sent twice makes it once. */
function idOf(actor: Actor, { batch }: Assessment, { key }: AssessmentRow): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([actor.accountId, batch, key]))
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function faultsOf(rows: readonly AssessmentRow[], language: string, cycle: number): FieldError[] {
  const needed = rows.filter((row) => row.needed);
  const chapter = (article: number) => chapterOfArticle(article);
  const checks = rows.flatMap(
    ({ key, article, needed: asked, category, description, provided }): FieldError[] => [
      ...(!asked && [category, description, provided].some((value) => value.trim() !== '')
        ? [{ field: `${key}.needed`, message: 'tickOrEmpty' }]
        : []),
      ...(asked && description.trim() === ''
        ? [{ field: `${key}.description`, message: 'describeNeed' }]
        : []),
      ...(category !== '' && !categoryCodes.includes(category as Category)
        ? [{ field: `${key}.category`, message: 'unknownCategory' }]
        : []),
      ...(chapter(article) === undefined || cycleOfChapter(chapter(article)!) !== cycle
        ? [{ field: `${key}.needed`, message: 'unknownArticle' }]
        : []),
    ],
  );
  if (!isLocale(language)) checks.push({ field: 'language', message: 'chooseLanguage' });
  const first = rows[0];
  if (needed.length === 0 && checks.length === 0 && first)
    checks.push({ field: `${first.key}.needed`, message: 'nothingNeeded' });
  return checks;
}

/**
 * The text of the draft. There is no column for assistance that is being provided already, so it is
 * said in the text, in its language.
 */
export const textOfRow = (
  { description, provided }: Pick<AssessmentRow, 'description' | 'provided'>,
  language: Locale,
): string =>
  provided.trim() === ''
    ? description.trim()
    : `${description.trim()}\n\n${translator(language)('selfAssessment.providedLine', { by: provided.trim() })}`;

/**
 * Enters a draft for each article for which the checklist says that assistance is needed; the focal
 * point confirms each by submitting it.
 */
export async function takeOver(
  actor: Actor,
  input: Assessment,
): Promise<Outcome<Readonly<{ drafts: number }>>> {
  return attempt(async (tx) => {
    const review = await reviewById(actor, input.reviewId, tx);
    if (!review) return notFound;
    if (!mayEnter(actor, review)) return forbidden('role');
    const faults = faultsOf(input.rows, input.language, review.cycle);
    const draft = needDraft(codesOfVocabulary(await vocabulary(actor, tx)));
    const declared = await declaredChapters(tx, review.id);
    const needed = faults.length > 0 ? [] : input.rows.filter((row) => row.needed);
    const contents = needed.map((row) => {
      const chapter = chapterOfArticle(row.article)!;
      if (declared.has(chapter))
        faults.push({ field: `${row.key}.needed`, message: 'chapterDeclared' });
      const parsed = draft.safeParse({
        chapter,
        articles: [String(row.article)],
        category: row.category,
        subcategory: '',
        topics: [],
        types: [],
        tags: [],
        targetGroups: [],
        priority: '',
        text: textOfRow(row, input.language as Locale),
        language: input.language,
        quote: '',
        paragraph: '',
        page: '',
      });
      if (!parsed.success)
        faults.push(
          ...parsed.error.issues.map(({ message }) => ({
            field: `${row.key}.description`,
            message,
          })),
        );
      return { row, content: parsed.data };
    });
    if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
    for (const { row, content } of contents) {
      const id = idOf(actor, input, row);
      if (!(await needById(actor, id, tx)))
        await enterDraft(actor, tx, {
          id,
          reviewId: review.id,
          content: content!,
          origin: 'self-assessment',
        });
    }
    return done({ drafts: contents.length });
  });
}

export type AssessmentPage = Readonly<{ review: ReviewSeen; taken: readonly NeedOfReview[] }>;

/** The review, and the drafts that were taken over already and wait to be confirmed. */
export async function assessmentOf(
  actor: Actor,
  reviewId: string,
): Promise<Outcome<AssessmentPage>> {
  const review = await reviewById(actor, reviewId);
  if (!review) return notFound;
  if (!mayEnter(actor, review)) return forbidden('role');
  const needs = await needsOfReview(actor, review);
  return done({
    review,
    taken: needs.filter(({ origin, status }) => origin === 'self-assessment' && status === 'draft'),
  });
}
