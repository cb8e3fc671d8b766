import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { done, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { readSheetName, readUploadedFile } from '#lib/needs/imports/input';
import { parseInWorker } from '#lib/files/tables/parse-in-worker';
import type { AssessmentFileOptions } from '#lib/needs/imports/assessment/parse-file';
import { fileFailure } from '#lib/needs/imports/pipeline/file-failure';
import { assessmentPage } from '#lib/needs/entry/self-assessment';
import { assessmentForm, type AssessmentAnswer } from '#lib/needs/model/self-assessment-rows';
import { vocabulary } from '#lib/needs/store/queries';

export const readAssessmentFile: ReadInput<{
  reviewId: string;
  language: string;
  content: Uint8Array;
  sheet?: string;
}> = (form, { id = '' }, files) => {
  const file = readUploadedFile(files);
  return file.ok
    ? done({
        reviewId: id,
        language: textOf(form, 'language'),
        content: file.value.content,
        sheet: readSheetName(form),
      })
    : file;
};

/**
 * Parses the answers of a checklist in a file, and returns the form that shows them. Stores nothing.
 */
export async function fillAssessment(
  actor: Actor,
  {
    reviewId,
    language,
    content,
    sheet,
  }: Readonly<{ reviewId: string; language: string; content: Uint8Array; sheet?: string }>,
): Promise<Outcome<FormFields>> {
  const found = await assessmentPage(actor, reviewId);
  if (!found.ok) return found;
  const parsed = await parseInWorker(actor, '#lib/needs/imports/assessment/parse-file', content, {
    cycle: found.value.review.cycle,
    vocabulary: await vocabulary(actor),
    sheet,
  } satisfies AssessmentFileOptions);
  if (!parsed.ok) return fileFailure(parsed.faults);
  const answers = JSON.parse(parsed.rows) as AssessmentAnswer[];
  return done(assessmentForm(answers, randomUUID(), language));
}
