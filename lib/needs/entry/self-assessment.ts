import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { chapterOfArticle, cycleOfChapter } from '#lib/convention/chapters';
import { isLocale, type Locale } from '#lib/convention/names';
import { done, failed, forbidden, notFound, type FieldError, type Outcome } from '#lib/base/errors';
import { translator } from '#lib/text/i18n';
import { enterDraft } from '#lib/needs/entry/copies';
import { vocabularyCodes, needDraft, type NeedFields } from '#lib/needs/model/schema';
import { needsOfReview, type NeedOfReview } from '#lib/needs/store/review-needs';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { mayEnter } from '#lib/needs/model/transitions';
import type { AssessmentRow } from '#lib/needs/model/self-assessment-rows';
import { declaredChapters } from '#lib/needs/reviews/load-review-status';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';

/** The rows of the self-assessment checklist, with their language. `batch` identifies the form. */
export type Assessment = Readonly<{
  reviewId: string;
  batch: string;
  language: string;
  rows: readonly AssessmentRow[];
}>;

/** The id of the draft of a row: a form sent twice makes each draft once. */
function draftId(actor: Actor, { batch }: Assessment, { key }: AssessmentRow): string {
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

function validateRows(
  rows: readonly AssessmentRow[],
  language: string,
  cycle: number,
): FieldError[] {
  const needed = rows.filter((row) => row.needed);
  const chapter = (article: number) => chapterOfArticle(article);
  const checks = rows.flatMap(
    ({ key, article, needed: isNeeded, category, description, provided }): FieldError[] => [
      ...(!isNeeded && [category, description, provided].some((value) => value.trim() !== '')
        ? [{ field: `${key}.needed`, message: 'tickOrEmpty' }]
        : []),
      ...(isNeeded && description.trim() === ''
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
 * The text of the draft. Assistance that is already provided has no column, so the text names it,
 * in its language.
 */
const draftText = (
  { description, provided }: Pick<AssessmentRow, 'description' | 'provided'>,
  language: Locale,
): string =>
  provided.trim() === ''
    ? description.trim()
    : `${description.trim()}\n\n${translator(language)('selfAssessment.providedLine', { by: provided.trim() })}`;

const fieldsOfRow = (row: AssessmentRow, language: Locale): NeedFields => ({
  chapter: chapterOfArticle(row.article)!,
  articles: [String(row.article)],
  category: row.category,
  subcategory: '',
  topics: [],
  types: [],
  tags: [],
  targetGroups: [],
  priority: '',
  text: draftText(row, language),
  language,
  quote: '',
  paragraph: '',
  page: '',
});

/**
 * Enters a draft for each article for which the checklist asks for assistance. The focal point
 * confirms each draft by submitting it.
 */
export async function enterAssessment(
  actor: Actor,
  input: Assessment,
): Promise<Outcome<Readonly<{ drafts: number }>>> {
  return runCommand(async (tx) => {
    const review = await reviewById(actor, input.reviewId, tx);
    if (!review) return notFound;
    if (!mayEnter(actor, review)) return forbidden('role');
    const faults = validateRows(input.rows, input.language, review.cycle);
    const draftSchema = needDraft(vocabularyCodes(await vocabulary(actor, tx)));
    const declaredChapterSet = await declaredChapters(tx, review.id);
    const needed = faults.length > 0 ? [] : input.rows.filter((row) => row.needed);
    const drafts = needed.map((row) => {
      const chapter = chapterOfArticle(row.article)!;
      if (declaredChapterSet.has(chapter))
        faults.push({ field: `${row.key}.needed`, message: 'chapterDeclared' });
      const parsed = draftSchema.safeParse(fieldsOfRow(row, input.language as Locale));
      for (const { message } of parsed.error?.issues ?? [])
        faults.push({ field: `${row.key}.description`, message });
      return { row, content: parsed.data };
    });
    if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
    for (const { row, content } of drafts) {
      const id = draftId(actor, input, row);
      if (!(await needById(actor, id, tx)))
        await enterDraft(actor, tx, {
          id,
          reviewId: review.id,
          content: content!,
          origin: 'self-assessment',
        });
    }
    return done({ drafts: drafts.length });
  });
}

export type AssessmentPage = Readonly<{ review: ReviewView; taken: readonly NeedOfReview[] }>;

/** Returns the review and the drafts from a self-assessment that wait to be confirmed. */
export async function assessmentPage(
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
